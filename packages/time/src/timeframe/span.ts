import { civilDate, epochDay, weekdayOf } from '../epoch-day.ts'

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
  /** A step of the hiring falls into it: a day that is named next by its weekday alone comes later. */
  readonly isStep?: true
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
  return {
    from: firstOfMonth(year, 3 * quarter - 2),
    to: firstOfMonth(year, 3 * quarter + 1) - 1,
    grain: 'quarter',
  }
}

/** A calendar year. */
export function yearOf(year: number): Span {
  return { from: firstOfMonth(year, 1), to: firstOfMonth(year, 13) - 1, grain: 'year' }
}

/** ISO week of a year. */
export function isoWeekOf(year: number, week: number): Span {
  return weekSpan(epochDay(year, 1, 4), week - 1)
}

/** How many weeks an ISO year has: 52 or 53. */
export function weeksIn(year: number): number {
  return (isoWeekOf(year + 1, 1).from - isoWeekOf(year, 1).from) / 7
}

/** A date or a week that passed within so many days was not meant for next year: it is over. */
export const recentDays = 60

/** A date, or `null` where the month has no such day. */
export function dateOf(year: number, month: number, day: number): number | null {
  const date = firstOfMonth(year, month) + day - 1
  const civil = civilDate(date)
  return civil.month === month && civil.day === day ? date : null
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
  const { from, to, grain } = span
  const isEarly = part === 'early'
  const isMid = part === 'mid'
  switch (grain) {
    case 'week':
      if (isEarly) return stretch(from, from + 1)
      return isMid ? stretch(from + 2, from + 3, from + 2) : stretch(from + 3, from + 4, from + 4)
    case 'month':
      if (isEarly) return stretch(from, from + 9)
      return isMid
        ? stretch(from + 10, from + 19, from + 14)
        : stretch(from + (part === 'end' ? 24 : 20), to, to)
    case 'quarter':
    case 'year':
      return partOfMonths(span, part)
    case 'day':
      return { ...span, hours: hoursOfPart(part) }
    default: {
      const third = Math.max(1, Math.round((to - from + 1) / 3))
      if (isEarly) return stretch(from, from + third - 1)
      if (isMid) return stretch(from + third, to - third)
      return part === 'later' && to < today ? null : stretch(to - third + 1, to, to)
    }
  }
}

/** The first or second half of a span; both halves of a week have its Wednesday. */
export function halfOf({ from, to, grain }: Span, half: number): Span {
  const isWeek = grain === 'week'
  const middle = isWeek
    ? from + 2
    : grain === 'month'
      ? from + 14
      : grain === 'year'
        ? plusMonths(from, 6) - 1
        : from + Math.floor((to - from) / 2)
  if (half === 1) return stretch(from, middle)
  return isWeek ? stretch(middle, from + 4) : stretch(middle + 1, to)
}

/** A part of something; `edge` as in {@link Span}. */
export function stretch(from: number, to: number, edge?: number): Span {
  return { from, to, grain: 'part', ...(edge !== undefined && { edge }) }
}

/** Early in a quarter or year is its first month, late its last; its end are the last eleven days. */
function partOfMonths({ from, to, grain }: Span, part: string): Span {
  const months = grain === 'year' ? 12 : 3
  const first = { early: 0, mid: Math.floor(months / 2) }[part] ?? months - 1
  if (part === 'end') return stretch(to - 10, to, to)
  const start = plusMonths(from, first)
  return stretch(start, plusMonths(start, 1) - 1, first === months - 1 ? to : undefined)
}

/** End of business on a day is 17:00. */
function hoursOfPart(part: string): Hours {
  if (part === 'early') return { to: 720 }
  if (part === 'mid') return { from: 660, to: 840 }
  return part === 'end' ? { to: 1020 } : { from: 720, to: 1020 }
}

function firstOfMonth(year: number, month: number): number {
  const index = year * 12 + month - 1
  return epochDay(Math.floor(index / 12), (((index % 12) + 12) % 12) + 1, 1)
}
