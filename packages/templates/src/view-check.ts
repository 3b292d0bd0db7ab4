import { AfterviewError } from '@afterview/time'
import type { ListSchema, ObjectSchema, StringSchema, ValueSchema } from './kind-contract.ts'
import { parseEmail } from './mail-address.ts'
import { isRecord } from './shape-check.ts'

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
  const copy = copyValue(variables, view, '', problems)
  return problems.length === 0 && isRecord(copy)
    ? { ok: true, view: copy }
    : { ok: false, problems }
}

/** The copy of a view that {@link checkView} makes. @throws AfterviewError `view-invalid` with every problem in `details` */
export function requireView(
  kind: string,
  variables: ObjectSchema,
  view: unknown,
): Readonly<Record<string, unknown>> {
  const checked = checkView(variables, view)
  if (checked.ok) return checked.view
  const list = checked.problems.map(({ path, message }) => `${path || 'the view'}: ${message}`)
  throw new AfterviewError('view-invalid', {
    happened: `The view does not fit the kind "${kind}" (${list.join('; ')})`,
    fix: 'give each variable the type that the kind declares',
    details: { kind, problems: checked.problems },
  })
}

function copyValue(
  schema: ValueSchema,
  value: unknown,
  path: string,
  problems: ViewProblem[],
): unknown {
  switch (schema.type) {
    case 'object':
      return copyObject(schema, value, path, problems)
    case 'array':
      return copyList(schema, value, path, problems)
    case 'string':
      return copyString(schema, value, path, problems)
    case 'number':
      return Number.isFinite(value) ? value : refuse(problems, path, 'a finite number', value)
    case 'boolean':
      return typeof value === 'boolean' ? value : refuse(problems, path, 'true or false', value)
  }
}

function copyObject(
  schema: ObjectSchema,
  value: unknown,
  path: string,
  problems: ViewProblem[],
): unknown {
  if (!isRecord(value)) return refuse(problems, path, 'an object', value)
  for (const name of Object.keys(value)) {
    if (!Object.hasOwn(schema.properties, name))
      problems.push(unknownName(join(path, name), schema))
  }
  const required = new Set(schema.required)
  const entries = Object.entries(schema.properties).map(([name, inner]) => {
    const own = Object.hasOwn(value, name) ? value[name] : undefined
    return [name, copyMember(inner, own, join(path, name), required.has(name), problems)]
  })
  return Object.fromEntries(entries)
}

function copyMember(
  schema: ValueSchema,
  value: unknown,
  path: string,
  isRequired: boolean,
  problems: ViewProblem[],
): unknown {
  const isBlank = schema.type === 'string' && typeof value === 'string' && value.trim() === ''
  if (value !== undefined && !isBlank) return copyValue(schema, value, path, problems)
  if (!isRequired) return null
  const [code, message] = isBlank
    ? (['view-empty', 'is required and holds only white space'] as const)
    : (['view-missing', 'is required and missing'] as const)
  problems.push({ code, path, message })
  return null
}

function copyList(
  schema: ListSchema,
  value: unknown,
  path: string,
  problems: ViewProblem[],
): unknown {
  if (!Array.isArray(value)) return refuse(problems, path, 'a list', value)
  return value.map((item: unknown, index) =>
    copyMember(schema.items, item, `${path}[${index}]`, true, problems),
  )
}

function copyString(
  schema: StringSchema,
  value: unknown,
  path: string,
  problems: ViewProblem[],
): unknown {
  if (typeof value !== 'string') return refuse(problems, path, 'a string', value)
  if (schema.format === undefined || formats[schema.format](value)) return value
  const message = `is no ${schema.format}: ${JSON.stringify(value)}`
  problems.push({ code: 'view-format', path, message })
  return null
}

const formats: Readonly<Record<NonNullable<StringSchema['format']>, (value: string) => boolean>> = {
  date: isDate,
  uri: (value) => /^(?:https?:\/\/|mailto:)[^\s<>"]+$/iu.test(value) && URL.canParse(value),
  email: (value) => parseEmail(value).ok,
}

function isDate(value: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/u.exec(value) ?? []
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value)
}

function refuse(problems: ViewProblem[], path: string, wanted: string, value: unknown): null {
  const found = value === null ? 'null' : Array.isArray(value) ? 'a list' : typeof value
  problems.push({ code: 'view-type', path, message: `must be ${wanted} and is ${found}` })
  return null
}

function unknownName(path: string, schema: ObjectSchema): ViewProblem {
  const known = Object.keys(schema.properties).join(', ')
  return { code: 'view-unknown', path, message: `is not declared; the names are ${known}` }
}

function join(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`
}
