import {
  isAfterviewError,
  parseInstant,
  requireDate,
  requireZone,
  toInstant,
} from '@afterview/time'

/** One thing that is wrong with a value from outside. */
export interface Problem {
  /** Path of the faulty field, such as `round.endsAt`; empty for the whole. */
  readonly field: string
  readonly value: unknown
  /** What is wrong, as the rest of a sentence that starts with the field. */
  readonly message: string
  readonly fix: string
}

/** Looks at a value from outside and lists what is wrong with it; never throws. */
export type Check = (value: unknown, field: string) => readonly Problem[]

const NONE: readonly Problem[] = []

/** A text of 1 to `max` characters with something else than white space in it. */
export function text(max = 2000): Check {
  return (value, field) => {
    if (typeof value !== 'string') return problem(field, value, 'is not a text', 'give a text')
    if (value.trim() === '') return problem(field, value, 'is empty', 'give a text or leave it out')
    if (value.length > max) {
      return problem(
        field,
        value.slice(0, 40),
        `is longer than ${max} characters`,
        `shorten it to ${max}`,
      )
    }
    return NONE
  }
}

/** A text that matches `pattern`; `example` shows one that does. */
export function matching(pattern: RegExp, example: string): Check {
  return (value, field) =>
    typeof value === 'string' && pattern.test(value)
      ? NONE
      : problem(field, value, 'has the wrong form', `write it like ${JSON.stringify(example)}`)
}

/** One of the given words. */
export function oneOf(...words: readonly string[]): Check {
  return (value, field) =>
    typeof value === 'string' && words.includes(value)
      ? NONE
      : problem(field, value, 'is not a known value', `use one of ${words.join(', ')}`)
}

/** A whole number from `min`. */
export function wholeNumber(min: number): Check {
  return (value, field) =>
    typeof value === 'number' && Number.isSafeInteger(value) && value >= min
      ? NONE
      : problem(field, value, 'is not a whole number', `give a whole number from ${min}`)
}

/** `true` or `false`. */
export const flag: Check = (value, field) =>
  typeof value === 'boolean'
    ? NONE
    : problem(field, value, 'is not true or false', 'give true or false')

/** Nothing but `null`. */
export const nothing: Check = (value, field) =>
  value === null ? NONE : problem(field, value, 'is not null', 'give null')

/** An ISO 8601 instant with offset. */
export const instant: Check = (value, field) =>
  attempt(
    value,
    field,
    'is not an instant',
    'write it like "2026-11-25T15:30:00+01:00"',
    parseInstant,
  )

/** A calendar date, `YYYY-MM-DD`. */
export const date: Check = (value, field) =>
  attempt(value, field, 'is not a date', 'write it like "2026-11-25"', requireDate)

/** An IANA zone name. */
export const zone: Check = (value, field) =>
  attempt(
    value,
    field,
    'is not a time zone',
    'use an IANA name such as "Europe/Amsterdam"',
    requireZone,
  )

/** An instant, or `{ local, zone }`. */
export const timePoint: Check = (value, field) =>
  typeof value === 'object' && value !== null ? wallTime(value, field) : instant(value, field)

/** An instant, `{ local, zone }`, or a whole day as `YYYY-MM-DD`. */
export const deadline: Check = (value, field) =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)
    ? date(value, field)
    : timePoint(value, field)

/** A list, each item of which passes `item`. */
export function list(item: Check): Check {
  return (value, field) =>
    Array.isArray(value)
      ? value.flatMap((part, index) => item(part, `${field}[${index}]`))
      : problem(field, value, 'is not a list', 'give a list')
}

/** Passes where one of the checks does; otherwise what the last one says. */
export function either(...checks: readonly Check[]): Check {
  return (value, field) => {
    const answers = checks.map((check) => check(value, field))
    return answers.some((answer) => answer.length === 0) ? NONE : (answers.at(-1) ?? NONE)
  }
}

/**
 * An object with `required` and `optional` fields. Other fields are let through, for the host's own
 * use, unless they look like a known one misspelt: a deadline must not be lost to a typing error.
 */
export function object(
  required: Readonly<Record<string, Check>>,
  optional: Readonly<Record<string, Check>> = {},
): Check {
  const checks = new Map(Object.entries({ ...required, ...optional }))
  const names = [...checks.keys()]
  const needed = Object.keys(required)
  return (value, field) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      return problem(field, value, 'is not an object', 'give an object')
    }
    const problems: Problem[] = []
    for (const name of needed) {
      if (isAbsent(value, name)) problems.push(...missing(join(field, name), name))
    }
    for (const [name, check] of checks) {
      if (!isAbsent(value, name))
        problems.push(...check(Reflect.get(value, name), join(field, name)))
    }
    for (const name of Object.keys(value)) {
      if (!checks.has(name)) problems.push(...misspelt(value, name, names, field))
    }
    return problems
  }
}

function isAbsent(value: object, name: string): boolean {
  return !Object.hasOwn(value, name) || Reflect.get(value, name) === undefined
}

function missing(field: string, name: string): readonly Problem[] {
  return problem(field, undefined, 'is missing', `add "${name}"`)
}

function misspelt(
  value: object,
  name: string,
  known: readonly string[],
  field: string,
): readonly Problem[] {
  const near = nearest(name, known)
  if (near === undefined) return NONE
  return problem(
    join(field, name),
    Reflect.get(value, name),
    'is not a known field',
    `write "${near}"`,
  )
}

/** The word among `known` that differs from `word` in case, or in at most two letters. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const lower = word.toLowerCase()
  return known.find(
    (candidate) => distance(lower, candidate.toLowerCase()) <= (word.length < 6 ? 1 : 2),
  )
}

function distance(left: string, right: string): number {
  if (Math.abs(left.length - right.length) > 2) return 3
  let row = Array.from({ length: right.length + 1 }, (_, index) => index)
  for (const [at, letter] of left.split('').entries()) {
    const next = [at + 1]
    for (let index = 1; index <= right.length; index += 1) {
      const substituted = (row[index - 1] ?? 0) + (right[index - 1] === letter ? 0 : 1)
      next.push(Math.min(substituted, (row[index] ?? 0) + 1, (next[index - 1] ?? 0) + 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}

const wallTime: Check = (value, field) => {
  const problems = object({ local: text(20), zone }, {})(value, field)
  if (problems.length > 0 || typeof value !== 'object' || value === null) return problems
  const wall = {
    local: String(Reflect.get(value, 'local')),
    zone: String(Reflect.get(value, 'zone')),
  }
  return attempt(wall, field, 'is not a clock time', 'write local like "2026-11-25T15:30"', () =>
    toInstant({ ...wall, disambiguation: 'compatible' }),
  )
}

function attempt(
  value: unknown,
  field: string,
  message: string,
  fix: string,
  read: (text: string) => unknown,
): readonly Problem[] {
  if (typeof value !== 'string' && typeof value !== 'object')
    return problem(field, value, message, fix)
  try {
    read(typeof value === 'string' ? value : '')
    return NONE
  } catch (error) {
    if (!isAfterviewError(error)) throw error
    return problem(field, value, `${message} (${error.message})`, error.fix)
  }
}

function problem(field: string, value: unknown, message: string, fix: string): Problem[] {
  return [{ field, value, message, fix }]
}

function join(field: string, name: string): string {
  return field === '' ? name : `${field}.${name}`
}
