import { type AfterviewError, isAfterviewError } from '@afterview/time'

/** Something about one agenda item that could not be written as it stands. */
export interface CalendarProblem {
  /** The item's id, or its place in the list (`items[3]`) where it has none. */
  readonly itemId: string
  /** Stable identifier in kebab-case: a {@link ProblemCode}, or the code of a time error. */
  readonly code: string
  /** What happened, with values. */
  readonly message: string
  /** One action that mends it. */
  readonly fix: string
  /** Whether the item has no entry. Otherwise the entry stands, changed as the message says. */
  readonly isLeftOut: boolean
}

/** A problem before it is known which item it belongs to. */
export type Finding = Omit<CalendarProblem, 'itemId'>

const table = {
  'item-malformed': (value: string) => ({
    message: `the field ${value}`,
    fix: 'pass the items as the lifecycle gives them',
    isLeftOut: true,
  }),
  'item-duplicate': (value: string) => ({
    message: `item ${value} of the list has the same id; the first one is written`,
    fix: 'pass every item once',
    isLeftOut: true,
  }),
  'time-skipped': (value: string) => ({
    message: `${value} does not exist there, since clocks jump over it; written at the same distance after the jump`,
    fix: 'choose another time',
    isLeftOut: false,
  }),
  'end-before-start': (value: string) => ({
    message: `the interview ends at ${value}, which is not after its start; written with its usual length`,
    fix: 'correct the end of the window',
    isLeftOut: false,
  }),
  'url-refused': (value: string) => ({
    message: `the URL ${value} is not an http, https or mailto address of at most 2,000 characters; written without it`,
    fix: 'return an absolute http(s) URL',
    isLeftOut: false,
  }),
  'text-shortened': (value: string) => ({
    message: `${value}; the rest is cut off`,
    fix: 'pass a shorter text',
    isLeftOut: false,
  }),
  'callback-failed': (value: string) => ({
    message: `the option ${value}; written without its text`,
    fix: 'return undefined where there is nothing to say',
    isLeftOut: false,
  }),
} as const satisfies Readonly<Record<string, (value: string) => Finding | Omit<Finding, 'code'>>>

/** The codes of this package's own problems. */
export type ProblemCode = keyof typeof table

/** A finding from the table. */
export function finding(code: ProblemCode, value: string): Finding {
  return { code, ...table[code](value) }
}

/** A finding about one item. */
export function problemOf(itemId: string, found: Finding): CalendarProblem {
  return { itemId, ...found }
}

/** An item that cannot be written; carries the finding to the place that knows the item's id. */
export class Unwritable extends Error {
  readonly finding: Finding

  constructor(found: Finding) {
    super(found.message)
    this.name = 'Unwritable'
    this.finding = found
  }
}

/** The finding behind an error that stops one item; anything else is thrown on. */
export function findingOf(error: unknown): Finding {
  if (error instanceof Unwritable) return error.finding
  if (!isAfterviewError(error)) throw error
  const { code, fix } = error
  return { code, message: sentenceOf(error), fix, isLeftOut: true }
}

/** What happened, without the code before it and the fix behind it. */
function sentenceOf({ message, code, fix }: AfterviewError): string {
  return message.slice(`${code}: `.length, -`. Fix: ${fix}.`.length)
}
