import { civilDate, epochDay, weekdayOf } from '../epoch-day.ts'
import type { Span } from './span.ts'

/** So many days behind a feast its name still means the one that was; a season that was is over. */
const recentFeast = 30

/**
 * The occurrence of a feast, a season or a customary break that is meant: the one that was lately or
 * that is running, else the one that comes. Seasons are those of the northern hemisphere, by whole
 * months. The festive season is
 * long where it lasts to 6 January.
 */
export function feastSpan(name: string, today: number, isLong: boolean): Span {
  const { year } = civilDate(today)
  const named = name === 'break' ? breakMeant(today) : name
  const feast = named === 'festive' && isBeforeEaster(today) ? 'easter' : named
  for (let each = year - 1; ; each++) {
    const span = inYear(feast, each, isLong)
    if (span.to >= today - (span.to - span.from < recentFeast ? recentFeast : 0)) return span
  }
}

/** Easter Sunday of the Gregorian calendar, in days since 1970-01-01 (Meeus, Jones and Butcher). */
export function easterSunday(year: number): number {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100]
  const d = Math.floor((8 * b + 13) / 25)
  const h = (19 * a + b - Math.floor(b / 4) - d + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const month = Math.floor((h + l - 7 * m + 114) / 31)
  return epochDay(year, month, ((h + l - 7 * m + 114) % 31) + 1)
}

/** Words like "the break": the summer's in spring and summer, else the one around Christmas. */
function breakMeant(today: number): string {
  const { month } = civilDate(today)
  return month >= 4 && month <= 8 ? 'summerBreak' : 'festive'
}

/** "The feast days" said within a month before Easter are those of Easter. */
function isBeforeEaster(today: number): boolean {
  const days = easterSunday(civilDate(today).year) - today
  return days >= 0 && days <= 30
}

function inYear(name: string, year: number, isLong: boolean): Span {
  const [fromMonth = 0, fromDay = 0, toMonth = fromMonth, toDay = fromDay] = feastDates[name] ?? []
  const base = fromMonth ? epochDay(year, fromMonth, 1) - 1 : easterSunday(year)
  const last = fromMonth ? epochDay(toMonth < fromMonth ? year + 1 : year, toMonth, 1) - 1 : base
  // The fourth Thursday is the one from the 22nd to the 28th.
  const thursday = name === 'thanksgiving' ? (11 - weekdayOf(base + 1)) % 7 : 0
  return {
    from: base + fromDay + thursday,
    to: last + toDay + thursday + (isLong && name === 'festive' ? 5 : 0),
    grain: 'feast',
    ...(!/^(spring|autumn|winter)$/.test(name) && { isBreak: true }),
    ...(name === 'startOfYear' && { isNewYear: true }),
  }
}

/**
 * Every landmark of the year that words may name: first month and day, last month and day, where they differ. Month 0 is Easter, and the days are
 * counted from its Sunday: Easter runs from Saturday to Monday, Holy Week from Monday to Easter Sunday.
 */
export const feastDates: Readonly<Record<string, readonly number[]>> = {
  break: [],
  christmas: [12, 25, 12, 26],
  christmasEve: [12, 24],
  boxingDay: [12, 26],
  newYearsEve: [12, 31],
  newYear: [1, 1],
  newYearTurn: [12, 31, 1, 1],
  betweenYears: [12, 27, 12, 31],
  startOfYear: [1, 1, 1, 15],
  festive: [12, 24, 1, 1],
  summerBreak: [7, 1, 8, 31],
  epiphany: [1, 6],
  easter: [0, -1, 0, 1],
  holyWeek: [0, -6, 0, 0],
  ascension: [0, 39],
  pentecost: [0, 49, 0, 50],
  thanksgiving: [11, 22],
  nicholas: [12, 5],
  bridge: [12, 5, 12, 8],
  schoolStart: [9, 1, 9, 14],
  spring: [3, 1, 5, 31],
  summer: [6, 1, 8, 31],
  autumn: [9, 1, 11, 30],
  winter: [12, 1, 2, 28],
}
