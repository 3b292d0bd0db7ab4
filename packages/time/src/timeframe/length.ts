import type { UnitName } from './locale-table.ts'
import { type Scan, takes } from './scan.ts'
import { plusMonths } from './span.ts'
import { plusWorkdays } from './workday.ts'

/** A length of time as spoken: from so many to so many units. */
export interface Length {
  readonly least: number
  readonly leastUnit: UnitName
  readonly most: number
  readonly mostUnit: UnitName
  /** *About*: the ends are soft on both sides, or on the upper one only. */
  readonly softness?: 'both' | 'upper'
  /** *The next two weeks*: counted from now on, whatever the relation. */
  readonly isNext?: true
}

/** First and last day that a length leads to from a day, soft ends included. */
export function reach(scan: Scan, from: number, length: Length): readonly [number, number] {
  const first = plusLength(scan, from, length.least, length.leastUnit)
  const last = plusLength(scan, from, length.most, length.mostUnit)
  const before = length.softness === 'both' ? softness(length.least, length.leastUnit) : 0
  const after = length.softness ? softness(length.most, length.mostUnit) : 0
  return [first - before, last + after]
}

/**
 * The days of a length behind a day that is named: *Freitag in acht Tagen* is a Friday, so the
 * eight days are a week.
 */
export function wholeWeeks(scan: Scan, from: number, length: Length): number {
  const days = reach(scan, from, length)[0] - from
  return scan.habits.idiomDays?.includes(days) ? days - 1 : days
}

/** The day so many units after another. Business days skip weekends and holidays; parts of a day round up. */
export function plusLength(scan: Scan, from: number, count: number, unit: UnitName): number {
  switch (unit) {
    case 'minute':
      return plusMinutes(scan, from, count)
    case 'hour':
      return plusMinutes(scan, from, count * 60)
    case 'bday':
      return workdays(scan, from, count)
    case 'wday':
      return takes(scan, 'saturday-works')
        ? workdays({ ...scan, calendar: { ...scan.calendar, weekend: [7] } }, from, count)
        : workdays(scan, from, count)
    case 'month':
      return plusPartMonths(from, count)
    case 'quarter':
      return plusPartMonths(from, count * 3)
    case 'half':
      return plusPartMonths(from, count * 6)
    case 'year':
      return plusPartMonths(from, count * 12)
    default:
      return from + Math.ceil(count * (daysOf[unit] ?? 1))
  }
}

/** Whether a unit counts business days. */
export function isBusinessUnit(unit: UnitName): boolean {
  return unit === 'bday' || unit === 'wday'
}

const daysOf: Readonly<Partial<Record<UnitName, number>>> = { week: 7, weekend: 7, fortnight: 14 }

/** More business days than a year has are no answer time; the cap keeps counting cheap. */
const mostWorkdays = 260

function plusMinutes(scan: Scan, from: number, minutes: number): number {
  const start = from === scan.today ? scan.minute : 0
  return from + Math.floor((start + minutes) / 1440)
}

function workdays(scan: Scan, from: number, count: number): number {
  if (Math.abs(count) > mostWorkdays) return from + count * 2
  const key = `${from} ${count} ${scan.calendar.weekend.length}`
  const known = scan.counted.get(key)
  if (known !== undefined) return known
  const day = plusWorkdays(from, Math.ceil(count), scan.calendar)
  scan.counted.set(key, day)
  return day
}

function plusPartMonths(from: number, months: number): number {
  const whole = Math.floor(months)
  return plusMonths(from, whole) + Math.round((months - whole) * 30)
}

/** Days by which *about* softens a length: two for some weeks, six for months, a fifteenth of many days. */
function softness(count: number, unit: UnitName): number {
  if (unit === 'minute' || unit === 'hour') return 0
  if (unit === 'week' || unit === 'fortnight') return Math.max(2, Math.round(count / 2))
  if (unit === 'month' || unit === 'quarter') return 6
  return unit === 'year' || unit === 'half' ? 15 : Math.max(1, Math.round(count / 15))
}
