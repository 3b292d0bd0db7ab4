import type { BusinessCalendar } from '../holiday-calendar.ts'
import type { Lexeme } from './lexeme.ts'
import type { HabitName } from './locale-table.ts'
import type { Span } from './span.ts'
import { patternOf, valueOf } from './terms.ts'

/** Points where words have a second meaning. The name is the id of the reading that takes it. */
export type Ambiguity =
  | 'saturday-works'
  | 'whole-weeks'
  | 'other-weekday'
  | 'named-weekday'
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
  /** The codes of the lexemes, one character each: what patterns are matched with. */
  readonly codes: string
  /** Today, in days since 1970-01-01. */
  readonly today: number
  /** Minutes since midnight. */
  readonly minute: number
  /** Habits of the language, by their names in the table. */
  readonly habits: readonly string[]
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

/** A number that was read, and the index after it. */
export type Count = readonly [value: number, end: number]

/** A span that was read, and the index after it. */
export type Found = Span & { readonly end: number }

/** A span with the index after its words; `null` of none. */
export function upTo(span: Span | null, end: number): Found | null {
  return span && { ...span, end }
}

/** Whether the lexemes from an index on match a pattern. */
export function is(scan: Scan, at: number, pattern: string): boolean {
  const shape = patternOf(pattern, 'y')
  shape.lastIndex = at
  return at >= 0 && shape.test(scan.codes)
}

/** Where a pattern ends that matches at an index, and where its groups begin: `-1` for those that are not there. */
export function match(scan: Scan, at: number, pattern: string): readonly number[] | null {
  const shape = patternOf(pattern, 'dy')
  shape.lastIndex = at
  const found = shape.exec(scan.codes)?.indices
  return found ? found.map((each, group) => each?.[group ? 0 : 1] ?? -1) : null
}

/** The index after a pattern, or the same where it does not match. */
export function skip(scan: Scan, at: number, pattern = '_'): number {
  return match(scan, at, pattern)?.[0] ?? at
}

/** Whether any of some codes matches a pattern. */
export function has(codes: string, pattern: string): boolean {
  return patternOf(pattern, '').test(codes)
}

/** The value of the lexeme at an index, or an empty text. */
export function valueAt(scan: Scan, at: number): string {
  return valueOf(scan.codes.charAt(at))
}

/** The numbers of the lexeme at an index. */
export function numbersAt(scan: Scan, at: number): readonly number[] {
  return scan.lexemes[at]?.n ?? []
}

/** The first number of the lexeme at an index, or 0. */
export function numberAt(scan: Scan, at: number): number {
  return numbersAt(scan, at)[0] ?? 0
}

/** Whether the language has a habit. */
export function hasHabit(scan: Scan, name: HabitName): boolean {
  return scan.habits.includes(name)
}

/** Whether so many days are an idiom for whole weeks: eight for one, fifteen for two. */
export function isIdiom(scan: Scan, days: number): boolean {
  return scan.habits.includes(`idiom-${days}`)
}

/** Whether the second meaning is to be taken here; remembers that there is one. */
export function takes(scan: Scan, ambiguity: Ambiguity): boolean {
  scan.met.add(ambiguity)
  return scan.choice === ambiguity
}

/** The same reading over other lexemes, such as those of an elliptical phrase made whole. */
export function over(scan: Scan, lexemes: readonly Lexeme[]): Scan {
  return { ...scan, lexemes, codes: codesOf(lexemes) }
}

/** The codes of lexemes in a row. */
export function codesOf(lexemes: readonly Lexeme[]): string {
  return lexemes.map(({ code }) => code).join('')
}
