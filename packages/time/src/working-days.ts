import { holidayOn, requireWeekend } from './business-day.ts'
import { isoWeekday } from './calendar-date.ts'
import { startOfDayMs } from './day.ts'
import { dateText } from './epoch-day.ts'
import { timeError } from './error-table.ts'
import type { HolidayCalendar } from './holiday-calendar.ts'

/** Days on which nothing happens. Both absent: every day works. */
export interface RestDays {
  /** ISO weekdays of rest. Default none. */
  readonly weekend?: readonly number[]
  /** Dates (`YYYY-MM-DD`), or a calendar. Default none. */
  readonly holidays?: readonly string[] | HolidayCalendar
}

/** Whether an epoch day is worked, for a place with these rest days. */
export type IsWorkingDay = (day: number) => boolean

/** Prepares the question, so that a search over many days checks the rest days once. */
export function workingDays({ weekend = [], holidays = [] }: RestDays): IsWorkingDay {
  requireWeekend(weekend)
  const isHoliday = 'isHoliday' in holidays ? calendarDays(holidays) : listedDays(holidays)
  return (day) => {
    const date = dateText(day)
    return !weekend.includes(isoWeekday(date)) && !isHoliday(date)
  }
}

/** Whether the clocks of `zone` ever showed an epoch day: Samoa had no 2011-12-30. */
export function isLived(day: number, zone: string): boolean {
  return startOfDayMs(day, zone) < startOfDayMs(day + 1, zone)
}

/** The first answer that is not `null`, over `from` and the days after it. Throws `business-day-none` after a year. */
export function firstOverDays<Answer>(
  from: number,
  answer: (day: number) => Answer | null,
): Answer {
  for (let day = from; day <= from + longestRest; day++) {
    const found = answer(day)
    if (found !== null) return found
  }
  throw timeError('business-day-none', { date: dateText(from), days: longestRest })
}

const longestRest = 366

function calendarDays(calendar: HolidayCalendar): (date: string) => boolean {
  return (date) => holidayOn(date, calendar) !== false
}

function listedDays(dates: readonly string[]): (date: string) => boolean {
  const listed = new Set(dates)
  return (date) => listed.has(date)
}
