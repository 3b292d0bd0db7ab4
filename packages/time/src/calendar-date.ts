import { twoDigits } from './digits.ts'
import { civilDate, dateText, daysInMonth, epochDay, weekdayOf } from './epoch-day.ts'
import { timeError } from './error-table.ts'

/** Checks a date, `YYYY-MM-DD` in the years 1970 to 2199, and returns it. Throws `date-malformed`. */
export function requireDate(text: string): string {
  dayNumber(text)
  return text
}

/** ISO weekday of a date: 1 = Monday … 7 = Sunday. */
export function isoWeekday(date: string): number {
  return weekdayOf(dayNumber(date))
}

/** The date `days` calendar days later, or earlier where negative. */
export function addCalendarDays(date: string, days: number): string {
  return dateInRange(date, dayNumber(date) + requireWhole('days', days))
}

/** The same day `months` months later, or earlier where negative; the month's last day where it is shorter. */
export function addCalendarMonths(date: string, months: number): string {
  const { year, month, day } = civilDate(dayNumber(date))
  const index = year * 12 + (month - 1) + requireWhole('months', months)
  const [toYear, toMonth] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1]
  return dateInRange(date, epochDay(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth))))
}

/** Calendar days from `a` to `b`: negative where `b` is earlier. */
export function calendarDaysBetween(a: string, b: string): number {
  return dayNumber(b) - dayNumber(a)
}

/** Days since 1970-01-01 of a date text. Throws `date-malformed`. */
export function dayNumber(date: string): number {
  return plainDayNumber(date) ?? anyDayNumber(date)
}

/** A day up to the 28th, which every month has, read fast. */
function plainDayNumber(date: string): number | undefined {
  if (typeof date !== 'string' || date.length !== 10) return undefined
  if (date.charCodeAt(4) !== 45 || date.charCodeAt(7) !== 45) return undefined
  const year = twoDigits(date, 0) * 100 + twoDigits(date, 2)
  const [month, day] = [twoDigits(date, 5), twoDigits(date, 8)]
  const isPlain =
    year >= firstYear && year <= lastYear && month >= 1 && month <= 12 && day >= 1 && day <= 28
  return isPlain ? epochDay(year, month, day) : undefined
}

function anyDayNumber(date: string): number {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date)
  if (!match) throw timeError('date-malformed', { text: date, why: 'it is not YYYY-MM-DD' })
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const why = whyImpossible(year, month, day)
  if (why !== null) throw timeError('date-malformed', { text: date, why })
  return epochDay(year, month, day)
}

/** Why a year, month and day make no date that this package handles, or `null`. */
export function whyImpossible(year: number, month: number, day: number): string | null {
  if (year < firstYear || year > lastYear) return `the year is not in ${firstYear} to ${lastYear}`
  if (month < 1 || month > 12) return `there is no month ${month}`
  if (day < 1 || day > daysInMonth(year, month)) return 'the month has no such day'
  return null
}

/** Returns a whole number, or throws `count-malformed`. */
export function requireWhole(name: string, value: number): number {
  if (!Number.isSafeInteger(value)) throw timeError('count-malformed', { name, value })
  return value
}

const firstYear = 1970
const lastYear = 2199
const lastDay = epochDay(lastYear, 12, 31)

/** The text of a day counted from `from`. Throws `date-out-of-range`. */
export function dateInRange(from: string, day: number): string {
  if (day >= 0 && day <= lastDay) return dateText(day)
  throw timeError('date-out-of-range', { from, result: `day ${day} since 1970-01-01` })
}
