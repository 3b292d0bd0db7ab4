import { AfterviewError } from '../error.ts'
import { dateText, weekdayOf } from '../epoch-day.ts'
import type { BusinessCalendar } from '../holiday-calendar.ts'

/**
 * The `count`-th business day after a day, or before it where negative, in days since 1970-01-01.
 * The day itself is never counted. Throws `holiday-year-out-of-range` where the holidays of a year
 * on the way are not known, and `business-day-none` where none is in sight.
 */
export function plusWorkdays(from: number, count: number, calendar: BusinessCalendar): number {
  const step = Math.sign(count)
  let day = from
  for (let left = Math.abs(count), rest = 0; left > 0;) {
    day += step
    if (isWorked(day, calendar)) [left, rest] = [left - 1, 0]
    else if (++rest > longestRest) throw noWorkday(from)
  }
  return day
}

/** Farther apart no two business days are; beyond, the calendar is at fault. */
const longestRest = 366

function noWorkday(from: number): Error {
  return new AfterviewError('business-day-none', {
    happened: `there is no business day within ${longestRest} days of ${dateText(from)}`,
    fix: 'pass a weekend and holidays that leave days to work on',
  })
}

function isWorked(day: number, { weekend, holidays }: BusinessCalendar): boolean {
  if (weekend.includes(weekdayOf(day))) return false
  if (holidays === undefined) return true
  const date = dateText(day)
  const { range, region } = holidays
  const year = date.slice(0, 4)
  if (range && (year < range[0] || year > range[1])) throw unknownYear(region, date, range)
  return holidays.isHoliday(date) === false
}

function unknownYear(region: string, date: string, range: readonly [string, string]): Error {
  return new AfterviewError('holiday-year-out-of-range', {
    happened: `the holidays of ${region} are known for ${range[0]} to ${range[1]}, not on ${date}`,
    fix: 'pass a holiday calendar that covers the year',
    details: { region, date, range },
  })
}
