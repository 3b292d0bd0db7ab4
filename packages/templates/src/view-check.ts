import { AfterviewError } from '@afterview/time'
import { isDay } from './calendar-day.ts'
import type { KindContract, ObjectSchema, StringSchema, ValueSchema } from './kind-contract.ts'
import { parseEmail } from './mail-address.ts'
import { describeValue, isRecord } from './shape-check.ts'

/** A value of a view that its kind does not allow. */
export interface ViewProblem {
  readonly code: 'view-missing' | 'view-unknown' | 'view-type' | 'view-empty' | 'view-format'
  /** Such as `company.name` or `topics[2]`; empty for the whole view. */
  readonly path: string
  /** What is wrong, as a sentence without a final stop. */
  readonly message: string
}

/** A view in which everything optional that is absent is `null`, or what is wrong with it. */
export type CheckedView =
  | { readonly ok: true; readonly view: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly problems: readonly ViewProblem[] }

/**
 * Checks a view against the variables of its kind and copies it. In the copy every declared name
 * is present, so that nothing is ever looked up further out than where it is declared.
 */
export function checkView(variables: ObjectSchema, view: unknown): CheckedView {
  const problems: ViewProblem[] = []
  const copy = copyValue(variables, view, '', true, (code, path, message) => {
    problems.push({ code, path, message })
    return null
  })
  return problems.length === 0 && isRecord(copy)
    ? { ok: true, view: copy }
    : { ok: false, problems }
}

/** The copy of a view that {@link checkView} makes. @throws AfterviewError `view-invalid` with every problem in `details` */
export function requireView(
  { kind, variables }: KindContract,
  view: unknown,
): Readonly<Record<string, unknown>> {
  const checked = checkView(variables, view)
  if (checked.ok) return checked.view
  const list = checked.problems.map(({ path, message }) => `${path || 'the view'}: ${message}`)
  throw new AfterviewError('view-invalid', {
    happened: `The view does not fit the kind "${kind}" (${list.join('; ')})`,
    fix: 'give what the kind declares',
    details: { kind, problems: checked.problems },
  })
}

/** Notes a problem, and puts `null` in the place of the value. */
type Refuse = (code: ViewProblem['code'], path: string, message: string) => null

function copyValue(
  schema: ValueSchema,
  value: unknown,
  path: string,
  isRequired: boolean,
  refuse: Refuse,
): unknown {
  const { type } = schema
  if (value === undefined) return isRequired ? refuse('view-missing', path, 'is required') : null
  if (type === 'object' && isRecord(value)) return copyObject(schema, value, path, refuse)
  if (type === 'array' && Array.isArray(value))
    return value.map((item: unknown, index) =>
      copyValue(schema.items, item, `${path}[${index}]`, true, refuse),
    )
  if (type === 'string' && typeof value === 'string')
    return copyText(schema, value, path, isRequired, refuse)
  if (type === 'number' && Number.isFinite(value)) return value
  if (type === 'boolean' && typeof value === 'boolean') return value
  return refuse('view-type', path, `must be of the type ${type} and is ${describeValue(value)}`)
}

function copyObject(
  { properties, required = [] }: ObjectSchema,
  value: Readonly<Record<string, unknown>>,
  path: string,
  refuse: Refuse,
): unknown {
  const prefix = path && `${path}.`
  const names = Object.keys(properties)
  for (const name of Object.keys(value)) {
    if (!names.includes(name))
      refuse('view-unknown', prefix + name, `is not declared; the names are ${names.join(', ')}`)
  }
  const entries = Object.entries(properties).map(([name, schema]) => {
    const own = Object.hasOwn(value, name) ? value[name] : undefined
    return [name, copyValue(schema, own, prefix + name, required.includes(name), refuse)]
  })
  return Object.fromEntries(entries)
}

function copyText(
  { format }: StringSchema,
  value: string,
  path: string,
  isRequired: boolean,
  refuse: Refuse,
): unknown {
  if (value.trim() === '')
    return isRequired ? refuse('view-empty', path, 'is required and blank') : null
  if (format === undefined || formats[format](value)) return value
  return refuse('view-format', path, `is no ${format}: ${JSON.stringify(value)}`)
}

const formats: Readonly<Record<NonNullable<StringSchema['format']>, (value: string) => boolean>> = {
  date: isDay,
  uri: (value) => /^(?:https?:\/\/|mailto:)[^\s<>"]+$/iu.test(value) && URL.canParse(value),
  email: (value) => parseEmail(value).ok,
}
