import {
  child,
  count,
  fields,
  isRecord,
  list,
  object,
  oneOf,
  record,
  type ShapeCheck,
  type ShapeFault,
  text,
} from './shape-check.ts'

/** A kind: lower-case words joined by hyphens. */
export const kindPattern = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/u

/** A BCP 47 tag as packs write it: language, then script, region or variants. */
export const localePattern = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/u

const namePattern = /^(?!(?:constructor|prototype|__proto__)$)[A-Za-z_][A-Za-z0-9_]*$/u

const description = text('a description')

const scalar = {
  string: fields({
    type: oneOf(['string']),
    'format?': oneOf(['date', 'uri', 'email']),
    'description?': description,
  }),
  number: fields({ type: oneOf(['number']), 'description?': description }),
  boolean: fields({ type: oneOf(['boolean']), 'description?': description }),
}

const valueSchema: ShapeCheck = (value, pointer) => {
  const type = isRecord(value) ? value['type'] : undefined
  if (type === 'object') return objectSchema(value, pointer)
  if (type === 'array') return listSchema(value, pointer)
  const known = type === 'string' || type === 'number' || type === 'boolean'
  const message = 'A variable is a string, number, boolean, array or object'
  return known ? scalar[type](value, pointer) : [{ pointer: child(pointer, 'type'), message }]
}

const listItem: ShapeCheck = (value, pointer) => {
  const type = isRecord(value) ? value['type'] : undefined
  const message = 'The items of a list are strings or objects'
  const isKnown = type === 'string' || type === 'object'
  return isKnown ? valueSchema(value, pointer) : [{ pointer: child(pointer, 'type'), message }]
}

const listSchema = fields({
  type: oneOf(['array']),
  items: listItem,
  'description?': description,
})

const objectFields = fields({
  type: oneOf(['object']),
  properties: record('letters, digits and _', namePattern, valueSchema),
  'required?': list(text('a name', namePattern)),
  'additionalProperties?': oneOf([false]),
  'description?': description,
})

function objectSchema(value: unknown, pointer: string): readonly ShapeFault[] {
  const faults = objectFields(value, pointer)
  if (faults.length > 0 || !isRecord(value)) return faults
  const { properties, required } = value
  const names = isRecord(properties) ? Object.keys(properties) : []
  const wanted: readonly unknown[] = Array.isArray(required) ? required : []
  return wanted.flatMap((name, index) =>
    names.some((known) => known === name)
      ? []
      : [
          {
            pointer: `${pointer}/required/${index}`,
            message: `"${String(name)}" is required but not declared`,
          },
        ],
  )
}

const contractFields = fields({
  kind: text('a kind', kindPattern),
  output: oneOf(['letter', 'script', 'note']),
  variables: objectSchema,
  'limits?': fields({
    'words?': fields({ 'min?': count, 'max?': count, 'fail?': count }),
    'subject?': fields({ 'max?': count }),
  }),
  'needs?': list(oneOf(['detail', 'interest'])),
  sample: object,
  'samples?': record('a language tag', localePattern, object),
})

/** Checks that a value is a {@link KindContract}. */
export const contractShape: ShapeCheck = (value, pointer) => {
  const faults = contractFields(value, pointer)
  return faults.length > 0
    ? faults
    : [...limitFaults(value, pointer), ...needFaults(value, pointer)]
}

function limitFaults(contract: unknown, pointer: string): readonly ShapeFault[] {
  const words = at(contract, ['limits', 'words'])
  const bounds = ['min', 'max', 'fail'].flatMap((name) => at(words, [name]) ?? [])
  const isRising = bounds.every(
    (bound, index) => index === 0 || Number(bound) >= Number(bounds[index - 1]),
  )
  const message = 'The word limits must rise from min to max to fail'
  return isRising ? [] : [{ pointer: `${pointer}/limits/words`, message }]
}

// The linter reads these names, so a kind that declares them must mean them.
const knownNames = [['detail'], ['company', 'name'], ['candidate', 'name'], ['recipient', 'name']]

function needFaults(contract: unknown, pointer: string): readonly ShapeFault[] {
  const needs = at(contract, ['needs'])
  const needsDetail = Array.isArray(needs) && needs.includes('detail')
  return knownNames.flatMap((path) => {
    const schemaPath = path.flatMap((name) => ['properties', name])
    const schema = at(contract, ['variables', ...schemaPath])
    const isString = at(schema, ['type']) === 'string'
    const isWrong = schema === undefined ? needsDetail && path[0] === 'detail' : !isString
    const message = `"${path.join('.')}" must be declared as a string`
    return isWrong ? [{ pointer: `${pointer}/variables/${schemaPath.join('/')}`, message }] : []
  })
}

function at(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inner, name) => (isRecord(inner) && Object.hasOwn(inner, name) ? inner[name] : undefined),
    value,
  )
}
