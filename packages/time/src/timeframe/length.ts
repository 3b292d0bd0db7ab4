import { type Scan, isIdiom, takes } from './scan.ts'
import { plusMonths } from './span.ts'
import { plusWorkdays } from './workday.ts'

/** A length of time; its ends may be in different units: *a week or ten days*. */
export interface Length {
  readonly least: number
  /** A {@link UnitName}. */
  readonly leastUnit: string
  readonly most: number
  readonly mostUnit: string
  /** *About*: the ends are soft on both sides, or on the upper one only. */
  readonly softness?: 'both' | 'upper' | undefined
  /** *The next two weeks*: counted from now on, whatever the relation. */
  readonly isNext?: boolean
}

/** First and last day that a length leads to from a day, soft ends included. */
export function reach(scan: Scan, from: number, length: Length): readonly [number, number] {
  const { least, leastUnit, most, mostUnit, softness } = length
  return [
    plusLength(scan, from, least, leastUnit) - (softness === 'both' ? soft(least, leastUnit) : 0),
    plusLength(scan, from, most, mostUnit) + (softness ? soft(most, mostUnit) : 0),
  ]
}

/**
 * The days of a length behind a day that is named: *Freitag in acht Tagen* is a Friday, so the
 * eight days are a week.
 */
export function wholeWeeks(scan: Scan, from: number, length: Length): number {
  const days = reach(scan, from, length)[0] - from
  return isIdiom(scan, days) ? days - 1 : days
}

/** Whether a unit counts business days. */
export function isBusinessUnit(unit: string): boolean {
  return unit === 'bday' || unit === 'wday'
}

/** The day so many units after another. Business days skip weekends and holidays; parts of a day round up. */
function plusLength(scan: Scan, from: number, count: number, unit: string): number {
  const minutes = minutesOf[unit]
  const months = monthsOf[unit]
  if (minutes) {
    const start = from === scan.today ? scan.minute : 0
    return from + Math.floor((start + count * minutes) / 1440)
  }
  if (months) {
    const whole = Math.floor(count * months)
    return plusMonths(from, whole) + Math.round((count * months - whole) * 30)
  }
  if (!isBusinessUnit(unit)) return from + Math.ceil(count * (daysOf[unit] ?? 1))
  const isSix = unit === 'wday' && takes(scan, 'saturday-works')
  return workdays(
    isSix ? { ...scan, calendar: { ...scan.calendar, weekend: [7] } } : scan,
    from,
    count,
  )
}

const minutesOf: Readonly<Record<string, number>> = { minute: 1, hour: 60 }
const daysOf: Readonly<Record<string, number>> = { week: 7, weekend: 7, fortnight: 14 }
const monthsOf: Readonly<Record<string, number>> = {
  month: 1,
  quarter: 3,
  half: 6,
  semester: 6,
  year: 12,
}

/** More business days than a year has are no answer time; the cap keeps counting cheap. */
const mostWorkdays = 260

function workdays(scan: Scan, from: number, count: number): number {
  if (Math.abs(count) > mostWorkdays) return from + count * 2
  const key = `${from} ${count} ${scan.calendar.weekend.length}`
  const day = scan.counted.get(key) ?? plusWorkdays(from, Math.ceil(count), scan.calendar)
  scan.counted.set(key, day)
  return day
}

/** Days by which *about* softens a length: two for some weeks, six for months, a fifteenth of many days. */
function soft(count: number, unit: string): number {
  if (minutesOf[unit]) return 0
  if (unit === 'week' || unit === 'fortnight') return Math.max(2, Math.round(count / 2))
  if (unit === 'month' || unit === 'quarter') return 6
  return monthsOf[unit] ? 15 : Math.max(1, Math.round(count / 15))
}
