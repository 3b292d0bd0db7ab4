/** A date of the proleptic Gregorian calendar, as numbers. Months from 1. */
export interface CivilDate {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** Days from 1970-01-01 to a civil date. Integer arithmetic; counts years from March so that leap days come last. */
export function epochDay(year: number, month: number, day: number): number {
  const marchYear = month > 2 ? year : year - 1
  const monthFromMarch = (month + 9) % 12
  const dayOfYear = Math.floor((153 * monthFromMarch + 2) / 5) + day - 1
  return daysBeforeMarchYear(marchYear) + dayOfYear - daysBeforeMarch1970
}

/** The civil date that lies `days` days after 1970-01-01. */
export function civilDate(days: number): CivilDate {
  const fromYearZero = days + daysBeforeMarch1970
  const guess = Math.floor((fromYearZero + 1) / 365.2425)
  const marchYear = daysBeforeMarchYear(guess) > fromYearZero ? guess - 1 : guess
  const dayOfYear = fromYearZero - daysBeforeMarchYear(marchYear)
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1
  return { year: month > 2 ? marchYear : marchYear + 1, month, day }
}

/** 28 to 31. */
export function daysInMonth(year: number, month: number): number {
  return epochDay(month === 12 ? year + 1 : year, (month % 12) + 1, 1) - epochDay(year, month, 1)
}

/** ISO weekday of an epoch day, 1 = Monday … 7 = Sunday. 1970-01-01 was a Thursday. */
export function weekdayOf(days: number): number {
  return ((((days + 3) % 7) + 7) % 7) + 1
}

/** `YYYY-MM-DD` of an epoch day. */
export function dateText(days: number): string {
  const { year, month, day } = civilDate(days)
  return `${pad(year, 4)}-${twoDigitTexts[month]}-${twoDigitTexts[day]}`
}

/** `HH:mm:ss` of whole seconds since midnight. */
export function timeText(seconds: number): string {
  const minutes = Math.floor(seconds / 60)
  const hours = Math.floor(minutes / 60)
  const rest = [hours, minutes - hours * 60, seconds - minutes * 60] as const
  return `${twoDigitTexts[rest[0]]}:${twoDigitTexts[rest[1]]}:${twoDigitTexts[rest[2]]}`
}

/** A whole number with leading zeros. */
export function pad(value: number, width: number): string {
  return String(value).padStart(width, '0')
}

const daysBeforeMarch1970 = 719468

const twoDigitTexts: readonly string[] = Array.from({ length: 60 }, (_, value) => pad(value, 2))

function daysBeforeMarchYear(year: number): number {
  return year * 365 + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400)
}
