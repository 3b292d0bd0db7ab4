import { plusWorkdays } from './workday.ts'
import { civilDate } from '../epoch-day.ts'
import { innerRules } from './read-inner.ts'
import { readOrdinal } from './read-number.ts'
import { quarterOfYear } from './read-unit.ts'
import { weekdayAfter, weekdayBefore } from './read-weekday.ts'
import { longest } from './rule.ts'
import {
  type At,
  type Scan,
  is,
  isAny,
  numberAt,
  skipFill,
  skipJoint,
  skipMark,
  valueAt,
} from './scan.ts'
import { type Span, daySpan, halfOf, monthOf, yearOf } from './span.ts'

/** *The first week of December*, *the last Friday of the month*, *the second half of next week*. */
export function readOrdinalPoint(scan: Scan, at: number): At<Span> | null {
  const start = skipFill(scan, at)
  const ordinal = is(scan, start, 'mod', 'last')
    ? { value: -1, end: start + 1 }
    : readOrdinal(scan, start)
  if (!ordinal) return null
  const dot = skipMark(scan, ordinal.end, '.')
  const counted = readOrdinalCount(scan, dot)
  const target = counted.end
  const whole = longest(scan, skipJoint(scan, target + 1), innerRules)
  if (!whole) return looseUnit(scan, ordinal.value, target)
  const span = spanOfOrdinal(scan, ordinal.value, counted.value, target, whole.value)
  return span && { value: span, end: whole.end }
}

/** *The first few days*, *the last two weeks*: how many, and where the unit stands. */
function readOrdinalCount(scan: Scan, at: number): At<number> {
  if (is(scan, at, 'quant')) return { value: 0, end: at + 1 }
  const count = is(scan, at, 'num') && isAny(scan, at + 1, 'units') ? numberAt(scan, at) : 0
  return { value: count, end: count > 0 ? at + 1 : at }
}

/** A quarter or half-year without its year: the running or the next one of that number. */
function looseUnit(scan: Scan, number: number, target: number): At<Span> | null {
  if (is(scan, target, 'unit', 'quarter')) {
    return number >= 1 && number <= 4 ? quarterOfYear(scan, number, target + 1) : null
  }
  if (!is(scan, target, 'unit', 'semester') || number < 1 || number > 2) return null
  const { year } = civilDate(scan.today)
  const half = halfOf(yearOf(year), number)
  return { value: half.to < scan.today ? halfOf(yearOf(year + 1), number) : half, end: target + 1 }
}

function spanOfOrdinal(
  scan: Scan,
  ordinal: number,
  count: number,
  target: number,
  whole: Span,
): Span | null {
  if (is(scan, target, 'weekday')) return nthWeekday(ordinal, numberAt(scan, target), whole)
  if (is(scan, target, 'dozen', '15')) return halfOf(whole, ordinal === 1 ? 1 : 2)
  if (isAny(scan, target, 'unit', 'units')) {
    const isPlural = is(scan, target, 'units')
    return nthUnit(scan, ordinal, { unit: valueAt(scan, target), isPlural, count }, whole)
  }
  return null
}

interface Counted {
  readonly unit: string
  readonly isPlural: boolean
  readonly count: number
}

function nthUnit(scan: Scan, ordinal: number, counted: Counted, whole: Span): Span | null {
  switch (counted.unit) {
    case 'half':
    case 'semester':
      return halfOf(whole, ordinal === 1 ? 1 : 2)
    case 'week':
      return counted.isPlural
        ? edgeDays(ordinal, counted.count * 7, whole)
        : nthWeek(ordinal, whole)
    case 'day':
      return counted.isPlural
        ? edgeDays(ordinal, counted.count || 5, whole)
        : nthDay(ordinal, whole)
    case 'bday':
    case 'wday':
      return nthWorkday(scan, ordinal, counted, whole)
    case 'month':
      return nthMonth(ordinal, whole)
    case 'quarter':
      return nthQuarter(ordinal, whole)
    default:
      return null
  }
}

/** The first or last so many days of a span. */
function edgeDays(ordinal: number, days: number, whole: Span): Span | null {
  if (days === 0) return null
  return ordinal === 1
    ? { from: whole.from, to: whole.from + days - 1, grain: 'part' }
    : { from: whole.to - days + 1, to: whole.to, grain: 'part' }
}

/** A week belongs to the month that has its Thursday (as ISO counts weeks of years). Monday to Friday, within the month. */
function nthWeek(ordinal: number, whole: Span): Span | null {
  const month = whole.grain === 'year' || whole.grain === 'feast' ? firstMonth(whole) : whole
  const thursday =
    ordinal === -1
      ? weekdayBefore(month.to + 1, 4)
      : weekdayAfter(month.from - 1, 4) + 7 * (ordinal - 1)
  if (ordinal > 5 || thursday > month.to) return null
  return {
    from: Math.max(thursday - 3, month.from),
    to: Math.min(thursday + 1, month.to),
    grain: 'part',
  }
}

/** The month in which a span begins. */
export function firstMonth(whole: Span): Span {
  const { year, month } = civilDate(whole.from)
  return monthOf(year, month)
}

function nthWeekday(ordinal: number, weekday: number, whole: Span): Span | null {
  const day =
    ordinal === -1
      ? weekdayBefore(whole.to + 1, weekday)
      : weekdayAfter(whole.from - 1, weekday) + 7 * (ordinal - 1)
  return day > whole.to ? null : daySpan(day)
}

function nthDay(ordinal: number, whole: Span): Span | null {
  const day = ordinal === -1 ? whole.to : whole.from + ordinal - 1
  return day > whole.to ? null : daySpan(day)
}

function nthWorkday(scan: Scan, ordinal: number, counted: Counted, whole: Span): Span | null {
  const isLast = ordinal === -1
  const from = plusWorkdays(isLast ? whole.to + 1 : whole.from - 1, ordinal, scan.calendar)
  if (!counted.isPlural) return daySpan(from)
  const more = Math.max(1, counted.count || 5) - 1
  const to = more === 0 ? from : plusWorkdays(from, isLast ? -more : more, scan.calendar)
  return { from: Math.min(from, to), to: Math.max(from, to), grain: 'part' }
}

function nthMonth(ordinal: number, whole: Span): Span | null {
  const { year, month } = civilDate(ordinal === -1 ? whole.to : whole.from)
  return ordinal === -1 ? monthOf(year, month) : monthOf(year, month + ordinal - 1)
}

function nthQuarter(ordinal: number, whole: Span): Span | null {
  if (whole.grain !== 'year') return null
  const { year } = civilDate(whole.from)
  const month = ordinal === -1 ? 10 : 3 * ordinal - 2
  return { from: monthOf(year, month).from, to: monthOf(year, month + 2).to, grain: 'quarter' }
}
