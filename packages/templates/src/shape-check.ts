/** A value that does not have the shape it should have. */
export interface ShapeFault {
  /** JSON Pointer of the value; empty for the whole. */
  readonly pointer: string
  /** What is wrong, as a sentence without a final stop. */
  readonly message: string
}

/** Checks that an unknown JSON value has a shape. An empty list means that it has. */
export type ShapeCheck = (value: unknown, pointer: string) => readonly ShapeFault[]

const none: readonly ShapeFault[] = []

/** Whether a value is an object that is neither a list nor `null`. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What a value is, in words: `a list`, `an object`, `a string`, `null`, `7`. */
export function describeValue(value: unknown): string {
  if (Array.isArray(value)) return 'a list'
  if (isRecord(value)) return 'an object'
  const type = typeof value
  return type === 'string' || type === 'function' ? `a ${type}` : String(value)
}

/** A string that matches `pattern`, which `what` describes: `a language tag`. */
export function text(what: string, pattern = /\S/u): ShapeCheck {
  return (value, pointer) =>
    typeof value === 'string' && pattern.test(value) ? none : fault(pointer, what, value)
}

/** One of the given values. */
export function oneOf(values: readonly (string | number | boolean)[]): ShapeCheck {
  const what = values.map((value) => JSON.stringify(value)).join(' or ')
  return (value, pointer) =>
    values.some((one) => one === value) ? none : fault(pointer, what, value)
}

/** A whole number from 1. */
export const count: ShapeCheck = (value, pointer) =>
  Number.isSafeInteger(value) && Number(value) > 0 ? none : fault(pointer, 'a whole number', value)

/** Any object. */
export const object: ShapeCheck = (value, pointer) =>
  isRecord(value) ? none : fault(pointer, 'an object', value)

/** A list of which every item has a shape. */
export function list(item: ShapeCheck): ShapeCheck {
  return (value, pointer) => {
    if (!Array.isArray(value)) return fault(pointer, 'a list', value)
    return value.flatMap((one: unknown, index) => item(one, `${pointer}/${index}`))
  }
}

/** An object with any names that match `key`, all of one shape. */
export function record(what: string, key: RegExp, item: ShapeCheck): ShapeCheck {
  return (value, pointer) => {
    if (!isRecord(value)) return fault(pointer, 'an object', value)
    return Object.entries(value).flatMap(([name, one]) => {
      const at = child(pointer, name)
      return key.test(name) ? item(one, at) : fault(at, `${what} as its name`, name)
    })
  }
}

/** An object with exactly the given names. A name that ends in `?` may be left out. */
export function fields(shapes: Readonly<Record<string, ShapeCheck>>): ShapeCheck {
  const entries = Object.entries(shapes).map(([key, check]) => ({
    name: key.replace(/\?$/u, ''),
    isOptional: key.endsWith('?'),
    check,
  }))
  return (value, pointer) => {
    if (!isRecord(value)) return fault(pointer, 'an object', value)
    const known = new Set(entries.map(({ name }) => name))
    const extra = Object.keys(value).filter((name) => !known.has(name))
    return [
      ...entries.flatMap(({ name, isOptional, check }) => {
        if (Object.hasOwn(value, name)) return check(value[name], child(pointer, name))
        return isOptional ? none : [{ pointer, message: `"${name}" is missing` }]
      }),
      ...extra.map((name) => ({
        pointer: child(pointer, name),
        message: `"${name}" is not a known key`,
      })),
    ]
  }
}

/** The pointer of a member of the value at `pointer`. */
export function child(pointer: string, name: string): string {
  return `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`
}

function fault(pointer: string, what: string, value: unknown): readonly ShapeFault[] {
  return [{ pointer, message: `Expected ${what} but found ${describe(value)}` }]
}

function describe(value: unknown): string {
  if (value === undefined) return 'nothing'
  const json = JSON.stringify(value) ?? typeof value
  return json.length > 40 ? `${json.slice(0, 40)}…` : json
}
