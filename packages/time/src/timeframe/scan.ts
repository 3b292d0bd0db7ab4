import type { BusinessCalendar } from '../holiday-calendar.ts'
import type { Lexeme, LexemeKind } from './lexeme.ts'
import type { LocaleHabits } from './locale-table.ts'
import type { Span } from './span.ts'

/** Points where words have a second meaning. The name is the id of the reading that takes it. */
export type Ambiguity =
  | 'saturday-works'
  | 'whole-weeks'
  | 'other-weekday'
  | 'other-date-order'
  | 'calendar-week'
  | 'until-sunday'
  | 'period-end'
  | 'day-included'
  | 'up-to-three'
  | 'today'
  | 'twice-a-week'

/** What reading needs to know: the lexemes, the day it is, and how to count. */
export interface Scan {
  readonly lexemes: readonly Lexeme[]
  /** Today, in days since 1970-01-01. */
  readonly today: number
  /** Minutes since midnight. */
  readonly minute: number
  readonly habits: LocaleHabits
  readonly calendar: BusinessCalendar
  /** `12/03` is 3 December. */
  readonly isMonthFirst: boolean
  /** What *the week after that* refers to: the span that was read last, or `null`. */
  readonly anchor: Span | null
  /** Where days without a week or month belong: *next week, on Tuesday*. */
  readonly inside: Span | null
  /** Phrases that were read before are to be read again, since something has changed. */
  readonly isAgain: boolean
  /** The second meaning to take, if any. */
  readonly choice: Ambiguity | null
  /** Second meanings that were met on the way. */
  readonly met: Set<Ambiguity>
  /** Business days counted so far, by start, count and calendar; keeps repeated phrases cheap. */
  readonly counted: Map<string, number>
}

/** Something read from a place, and the index after it. */
export interface At<T> {
  readonly value: T
  readonly end: number
}

/** The lexeme at an index is of a kind and, if given, has one of some values. */
export function is(
  scan: Scan,
  at: number,
  kind: LexemeKind,
  ...values: readonly string[]
): boolean {
  const lexeme = scan.lexemes[at]
  return lexeme?.kind === kind && (values.length === 0 || values.includes(lexeme.value))
}

/** The lexeme at an index is of one of some kinds. */
export function isAny(scan: Scan, at: number, ...kinds: readonly LexemeKind[]): boolean {
  const kind = scan.lexemes[at]?.kind
  return kind !== undefined && kinds.includes(kind)
}

/** The text or the line of thought ends at an index: nothing more, or a mark. */
export function isEnd(scan: Scan, at: number): boolean {
  return scan.lexemes[at] === undefined || is(scan, at, 'mark')
}

/** The value of the lexeme at an index, or an empty text. */
export function valueAt(scan: Scan, at: number): string {
  return scan.lexemes[at]?.value ?? ''
}

/** The first number of the lexeme at an index, or 0. */
export function numberAt(scan: Scan, at: number): number {
  return scan.lexemes[at]?.n[0] ?? 0
}

/** The index after any lexemes of some kinds. Looks at no more than four. */
export function skip(scan: Scan, at: number, ...kinds: readonly LexemeKind[]): number {
  let end = at
  while (end < at + 4 && isAny(scan, end, ...kinds)) end++
  return end
}

/** {@link skip} over articles and words that only fill. */
export function skipFill(scan: Scan, at: number): number {
  return skip(scan, at, 'article', 'fill')
}

/** {@link skipFill}, also over one *in*, *on* or *to*: what joins the pieces of one point. */
export function skipJoint(scan: Scan, at: number): number {
  const end = skipFill(scan, at)
  const isJoint = is(scan, end, 'rel', 'in', 'on', 'during') || is(scan, end, 'conj', 'to')
  return isJoint ? skipFill(scan, end + 1) : end
}

/** The index after one optional mark. */
export function skipMark(scan: Scan, at: number, mark: string): number {
  return is(scan, at, 'mark', mark) ? at + 1 : at
}

/** Whether the second meaning is to be taken here; remembers that there is one. */
export function takes(scan: Scan, ambiguity: Ambiguity): boolean {
  scan.met.add(ambiguity)
  return scan.choice === ambiguity
}

/** The same reading over other lexemes, such as those of an elliptical phrase made whole. */
export function over(scan: Scan, lexemes: readonly Lexeme[]): Scan {
  return { ...scan, lexemes }
}
