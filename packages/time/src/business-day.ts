import {
  addCalendarDays,
  dateInRange,
  dayNumber,
  isoWeekday,
  requireDate,
  requireWhole,
} from './calendar-date.ts'
import { weekdayOf } from './epoch-day.ts'
import { timeError } from './error-table.ts'
import type { BusinessCalendar, HolidayCalendar } from './holiday-calendar.ts'

/**
 * What to do with a date that is no business day: take the `following` or the `preceding` one, or
 * the following one unless that is in the next month, and then the preceding (`modifiedFollowing`).
 */
export type RollConvention = 'following' | 'preceding' | 'modifiedFollowing'

/** Whether people work on a date: neither weekend nor holiday. */
export function isBusinessDay(date: string, calendar: BusinessCalendar): boolean {
  const weekend = requireWeekend(calendar.weekend)
  return isWorked(requireDate(date), weekend, calendar.holidays)
}

/** The date itself where it is a business day, else the first business day after it. */
export function nextBusinessDay(date: string, calendar: BusinessCalendar): string {
  return firstWorked(requireDate(date), 1, calendar)
}

/**
 * The `count`-th business day after a date, or before it where negative. The day itself is never
 * counted, so it may be a weekend or a holiday; `0` answers {@link nextBusinessDay}.
 * Throws `holiday-year-out-of-range` where the holidays of a year on the way are not known.
 */
export function plusBusinessDays(date: string, count: number, calendar: BusinessCalendar): string {
  requireWhole('count', count)
  if (count === 0) return nextBusinessDay(date, calendar)
  const step = Math.sign(count)
  const weekend = requireWeekend(calendar.weekend)
  let day = dayNumber(date)
  for (let left = Math.abs(count); left > 0; left--) {
    day = firstWorkedDay(date, day + step, step, weekend, calendar.holidays)
  }
  return dateInRange(date, day)
}

/**
 * Business days after `a` up to and including `b`; the negative where `b` is earlier. So from a
 * business day, `businessDaysBetween(a, plusBusinessDays(a, n))` is `n`.
 */
export function businessDaysBetween(a: string, b: string, calendar: BusinessCalendar): number {
  const weekend = requireWeekend(calendar.weekend)
  const step = requireDate(a) <= requireDate(b) ? 1 : -1
  let count = 0
  for (let day = a; day !== b;) {
    day = addCalendarDays(day, step)
    if (isWorked(day, weekend, calendar.holidays)) count += step
  }
  return count
}

/** Moves a date that is no business day to one that is; a business day stays. */
export function roll(date: string, convention: RollConvention, calendar: BusinessCalendar): string {
  switch (convention) {
    case 'following':
      return firstWorked(requireDate(date), 1, calendar)
    case 'preceding':
      return firstWorked(requireDate(date), -1, calendar)
    case 'modifiedFollowing': {
      const following = firstWorked(requireDate(date), 1, calendar)
      const isSameMonth = following.slice(0, 7) === date.slice(0, 7)
      return isSameMonth ? following : firstWorked(date, -1, calendar)
    }
    default:
      throw timeError('roll-convention-unknown', { value: convention })
  }
}

/** Checks that a weekend lists ISO weekdays and leaves one to work on. Throws `weekend-malformed`. */
export function requireWeekend(weekend: readonly number[]): readonly number[] {
  if (weekend.some((day) => !Number.isInteger(day) || day < 1 || day > 7)) {
    throw timeError('weekend-malformed', { weekend, why: 'weekdays are 1 to 7' })
  }
  if (new Set(weekend).size === 7) {
    throw timeError('weekend-malformed', { weekend, why: 'no working day is left' })
  }
  return weekend
}

/** The name of the holiday on a date, or `false`. Throws `holiday-year-out-of-range` where it cannot be known. */
export function holidayOn(date: string, holidays: HolidayCalendar): string | false {
  const year = date.slice(0, 4)
  const { range, region } = holidays
  if (range && (year < range[0] || year > range[1])) {
    throw timeError('holiday-year-out-of-range', { region, date, range })
  }
  return holidays.isHoliday(date)
}

/** Farther apart no two business days are; beyond, the calendar is at fault. */
const longestRest = 366

function firstWorked(from: string, step: number, calendar: BusinessCalendar): string {
  const weekend = requireWeekend(calendar.weekend)
  const day = firstWorkedDay(from, dayNumber(from), step, weekend, calendar.holidays)
  return dateInRange(from, day)
}

/** On epoch days, since a count of business days looks at many. `date` is for errors. */
function firstWorkedDay(
  date: string,
  from: number,
  step: number,
  weekend: readonly number[],
  holidays: HolidayCalendar | undefined,
): number {
  let day = from
  for (let tried = 0; tried <= longestRest; tried++) {
    if (!weekend.includes(weekdayOf(day)) && !isHolidayAt(date, day, holidays)) return day
    day += step
  }
  throw timeError('business-day-none', { date, days: longestRest })
}

function isWorked(
  date: string,
  weekend: readonly number[],
  holidays: HolidayCalendar | undefined,
): boolean {
  return !weekend.includes(isoWeekday(date)) && !isHoliday(date, holidays)
}

function isHolidayAt(from: string, day: number, holidays: HolidayCalendar | undefined): boolean {
  return holidays !== undefined && isHoliday(dateInRange(from, day), holidays)
}

function isHoliday(date: string, holidays: HolidayCalendar | undefined): boolean {
  return holidays !== undefined && holidayOn(date, holidays) !== false
}
