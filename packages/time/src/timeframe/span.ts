import { civilDate, daysInMonth, epochDay, weekdayOf } from '../epoch-day.ts'

/** What kind of stretch a span is; decides where it starts and ends in business talk. */
export type Grain = 'day' | 'weekend' | 'week' | 'month' | 'quarter' | 'year' | 'part' | 'feast'

/** A stretch of days, both ends included, as days since 1970-01-01. */
export interface Span {
  readonly from: number
  readonly to: number
  readonly grain: Grain
  /** The one day that *by* and *not before* mean, where it is neither end: the 15th of mid-month. */
  readonly edge?: number
  /** A landmark that people come back to work after, so *after* it has an end. */
  readonly isBreak?: true
  /** *The new year*: its first working weeks, or its January where a part of it is meant. */
  readonly isNewYear?: true
  /** Both ends were named: *from Monday to Friday*. */
  readonly isRange?: true
  /** Minutes since midnight on the first and the last day. */
  readonly hours?: Hours
}

/** Times of day, in minutes since midnight. */
export interface Hours {
  readonly from?: number
  readonly to?: number
}

/** One day. */
export function daySpan(day: number): Span {
  return { from: day, to: day, grain: 'day' }
}

/** Monday of the week of a day. */
export function mondayOf(day: number): number {
  return day - weekdayOf(day) + 1
}

/** Monday to Sunday of the week `offset` weeks after the week of a day. */
export function weekSpan(day: number, offset: number): Span {
  const monday = mondayOf(day) + 7 * offset
  return { from: monday, to: monday + 6, grain: 'week' }
}

/** The month `offset` months after the month of a day. */
export function monthSpan(day: number, offset: number): Span {
  const { year, month } = civilDate(day)
  return monthOf(year, month + offset)
}

/** A month by year and number; numbers outside 1 to 12 run into other years. */
export function monthOf(year: number, month: number): Span {
  const from = firstOfMonth(year, month)
  return { from, to: firstOfMonth(year, month + 1) - 1, grain: 'month' }
}

/** A quarter by year and number; numbers outside 1 to 4 run into other years. */
export function quarterOf(year: number, quarter: number): Span {
  const month = 3 * quarter - 2
  return {
    from: firstOfMonth(year, month),
    to: firstOfMonth(year, month + 3) - 1,
    grain: 'quarter',
  }
}

/** A calendar year. */
export function yearOf(year: number): Span {
  return { from: epochDay(year, 1, 1), to: epochDay(year, 12, 31), grain: 'year' }
}

/** ISO week of a year. */
export function isoWeekOf(year: number, week: number): Span {
  return weekSpan(epochDay(year, 1, 4), week - 1)
}

/** A date, or `null` where the month has no such day. */
export function dateOf(year: number, month: number, day: number): number | null {
  const isDate = month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
  return isDate ? epochDay(year, month, day) : null
}

/** The same day so many months later, or the last of a shorter month. */
export function plusMonths(day: number, months: number): number {
  const civil = civilDate(day)
  const { from, to } = monthOf(civil.year, civil.month + months)
  return Math.min(from + civil.day - 1, to)
}

/** Friday of a week, as the last day on which business is done; the last day of other spans. */
export function workEnd(span: Span, today: number): number {
  const friday = span.from + 4
  return span.grain === 'week' && friday >= today ? friday : span.to
}

/** Early, mid, late and end of a span; `null` where a span has no such part. */
export function partOf(span: Span, part: string, today: number): Span | null {
  switch (span.grain) {
    case 'week':
      return span.to - span.from === 6 ? partOfWeek(span, part) : null
    case 'month':
      return partOfMonth(span, part)
    case 'quarter':
    case 'year':
      return partOfMonths(span, part)
    case 'day':
      return partOfDay(span, part)
    default:
      return partOfStretch(span, part, today)
  }
}

/** The first or second half of a span. */
export function halfOf(span: Span, half: number): Span {
  const [first, second] = halves(span)
  return half === 1
    ? { from: span.from, to: first, grain: 'part' }
    : { from: second, to: workEnd(span, 0), grain: 'part' }
}

/** The last day of the first half and the first of the second; both halves of a week have its Wednesday. */
function halves(span: Span): readonly [number, number] {
  if (span.grain === 'week') return [span.from + 2, span.from + 2]
  if (span.grain === 'month') return [span.from + 14, span.from + 15]
  if (span.grain === 'year') {
    const july = plusMonths(span.from, 6)
    return [july - 1, july]
  }
  const middle = span.from + Math.floor((span.to - span.from) / 2)
  return [middle, middle + 1]
}

function stretch(from: number, to: number, edge?: number): Span {
  return { from, to, grain: 'part', ...(edge !== undefined && { edge }) }
}

function partOfWeek({ from }: Span, part: string): Span {
  if (part === 'early') return stretch(from, from + 1)
  if (part === 'mid') return stretch(from + 2, from + 3, from + 2)
  return stretch(from + 3, from + 4, from + 4)
}

function partOfMonth({ from, to }: Span, part: string): Span {
  if (part === 'early') return stretch(from, from + 9)
  if (part === 'mid') return stretch(from + 10, from + 19, from + 14)
  return part === 'end' ? stretch(from + 24, to, to) : stretch(from + 20, to, to)
}

/** Early in a quarter or year is its first month, late its last; its end are the last eleven days. */
function partOfMonths(span: Span, part: string): Span {
  const months = span.grain === 'year' ? 12 : 3
  if (part === 'early') return stretch(span.from, plusMonths(span.from, 1) - 1)
  if (part === 'end') return stretch(span.to - 10, span.to, span.to)
  if (part !== 'mid') return stretch(plusMonths(span.from, months - 1), span.to, span.to)
  const middle = plusMonths(span.from, Math.floor(months / 2))
  return stretch(middle, plusMonths(middle, 1) - 1)
}

/** End of business on a day is 17:00. */
function partOfDay(span: Span, part: string): Span {
  if (part === 'early') return { ...span, hours: { to: 12 * 60 } }
  if (part === 'mid') return { ...span, hours: { from: 11 * 60, to: 14 * 60 } }
  return { ...span, hours: { ...(part !== 'end' && { from: 12 * 60 }), to: 17 * 60 } }
}

function partOfStretch(span: Span, part: string, today: number): Span | null {
  const third = Math.max(1, Math.round((span.to - span.from + 1) / 3))
  if (part === 'early') return stretch(span.from, span.from + third - 1)
  if (part === 'mid') return stretch(span.from + third, span.to - third)
  return part === 'later' && span.to < today ? null : stretch(span.to - third + 1, span.to, span.to)
}

function firstOfMonth(year: number, month: number): number {
  const index = year * 12 + month - 1
  return epochDay(Math.floor(index / 12), (((index % 12) + 12) % 12) + 1, 1)
}
