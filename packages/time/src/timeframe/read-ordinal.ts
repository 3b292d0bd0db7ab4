import { civilDate } from '../epoch-day.ts'
import { innerRules } from './read-inner.ts'
import { readOrdinal } from './read-number.ts'
import { quarterOfYear } from './read-unit.ts'
import { weekdayAfter, weekdayBefore } from './read-weekday.ts'
import { longest } from './rule.ts'
import { type Found, type Scan, is, match, numberAt, skip, upTo, valueAt } from './scan.ts'
import { type Span, daySpan, halfOf, monthOf, quarterOf, stretch, yearOf } from './span.ts'
import { plusWorkdays } from './workday.ts'

/** *The first week of December*, *the last Friday of the month*, *the second half of next week*. */
export function readOrdinalPoint(scan: Scan, at: number): Found | null {
  const start = skip(scan, at)
  const ordinal = is(scan, start, 'mod:last')
    ? ([-1, start + 1] as const)
    : readOrdinal(scan, start)
  if (!ordinal) return null
  const [target = 0, count = -1] =
    match(scan, ordinal[1], '\\.?fill?(?:quant|(num)(?=units))?') ?? []
  const whole = longest(scan, skip(scan, target + 1, '~'), innerRules)
  if (!whole) return looseUnit(scan, ordinal[0], target)
  const counted = count < 0 ? 0 : numberAt(scan, count)
  return upTo(spanOfOrdinal(scan, ordinal[0], counted, target, whole), whole.end)
}

/** A quarter or half-year without its year: the running or the next one of that number. */
function looseUnit(scan: Scan, number: number, at: number): Found | null {
  const isQuarter = is(scan, at, 'unit:quarter') && number > 0 && number < 5
  if (isQuarter) return quarterOfYear(scan, number, at + 1)
  if (!is(scan, at, 'unit:semester') || number < 1 || number > 2) return null
  const { year } = civilDate(scan.today)
  const half = halfOf(yearOf(year), number)
  return upTo(half.to < scan.today ? halfOf(yearOf(year + 1), number) : half, at + 1)
}

function spanOfOrdinal(
  scan: Scan,
  ordinal: number,
  count: number,
  target: number,
  whole: Span,
): Span | null {
  const { from, to, grain } = whole
  const isLast = ordinal === -1
  const isPlural = is(scan, target, 'units')
  const edge = isLast ? to : from
  const { year, month } = civilDate(edge)
  const kind = is(scan, target, 'weekday|dozen:15|unit|units') ? valueAt(scan, target) : 'none'
  switch (kind) {
    case 'sure':
    case 'weak':
      return within(nthWeekday(ordinal, numberAt(scan, target), whole), to)
    case '15':
    case 'half':
    case 'semester':
      return halfOf(whole, ordinal === 1 ? 1 : 2)
    case 'week':
      return isPlural ? edgeDays(ordinal, count * 7, whole) : nthWeek(ordinal, whole)
    case 'day':
      if (isPlural) return edgeDays(ordinal, count || 5, whole)
      return within(isLast ? to : from + ordinal - 1, to)
    case 'bday':
    case 'wday':
      return nthWorkdays(scan, ordinal, isPlural ? count || 5 : 1, whole)
    case 'month':
      return monthOf(year, isLast ? month : month + ordinal - 1)
    case 'quarter':
      return grain === 'year' ? quarterOf(year, isLast ? 4 : ordinal) : null
    default:
      return null
  }
}

function within(day: number, last: number): Span | null {
  return day > last ? null : daySpan(day)
}

/** The first or last so many days of a span. */
function edgeDays(ordinal: number, days: number, { from, to }: Span): Span | null {
  if (days === 0) return null
  return ordinal === 1 ? stretch(from, from + days - 1) : stretch(to - days + 1, to)
}

function nthWeekday(ordinal: number, weekday: number, { from, to }: Span): number {
  return ordinal === -1
    ? weekdayBefore(to + 1, weekday)
    : weekdayAfter(from - 1, weekday) + 7 * (ordinal - 1)
}

/** A week belongs to the month that has its Thursday (as ISO counts weeks of years). Monday to Friday, within the month. */
function nthWeek(ordinal: number, whole: Span): Span | null {
  const isWide = whole.grain === 'year' || whole.grain === 'feast'
  const month = isWide ? firstMonth(whole) : whole
  const thursday = nthWeekday(ordinal, 4, month)
  return ordinal > 5 || thursday > month.to
    ? null
    : stretch(Math.max(thursday - 3, month.from), Math.min(thursday + 1, month.to))
}

/** The month in which a span begins. */
export function firstMonth({ from }: Span): Span {
  const { year, month } = civilDate(from)
  return monthOf(year, month)
}

function nthWorkdays(scan: Scan, ordinal: number, count: number, { from, to }: Span): Span {
  const isLast = ordinal === -1
  const first = plusWorkdays(isLast ? to + 1 : from - 1, ordinal, scan.calendar)
  if (count === 1) return daySpan(first)
  const last = plusWorkdays(first, isLast ? 1 - count : count - 1, scan.calendar)
  return stretch(Math.min(first, last), Math.max(first, last))
}
