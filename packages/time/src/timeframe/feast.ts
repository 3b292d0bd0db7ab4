import { civilDate, epochDay, weekdayOf } from '../epoch-day.ts'
import type { FeastName, LocaleHabits } from './locale-table.ts'
import type { Span } from './span.ts'

/**
 * The next occurrence of a feast, a season or a customary break: the running one, else the one
 * that comes. Seasons are those of the northern hemisphere, by whole months.
 */
export function feastSpan(name: FeastName, today: number, habits: LocaleHabits): Span {
  const { year } = civilDate(today)
  const named = name === 'break' ? breakMeant(today) : name
  const feast = named === 'festive' && isBeforeEaster(today) ? 'easter' : named
  for (let each = year - 1; ; each++) {
    const span = inYear(feast, each, habits)
    if (span.to >= today) return span
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
function breakMeant(today: number): FeastName {
  const { month } = civilDate(today)
  return month >= 4 && month <= 8 ? 'summerBreak' : 'festive'
}

/** "The feast days" said within a month before Easter are those of Easter. */
function isBeforeEaster(today: number): boolean {
  const days = easterSunday(civilDate(today).year) - today
  return days >= 0 && days <= 30
}

function inYear(name: FeastName, year: number, habits: LocaleHabits): Span {
  const [from, to] = bounds(name, year, habits)
  const isSeason = name === 'spring' || name === 'autumn' || name === 'winter'
  const isNewYear = name === 'startOfYear'
  return {
    from,
    to,
    grain: 'feast',
    ...(!isSeason && { isBreak: true }),
    ...(isNewYear && { isNewYear }),
  }
}

type Bounds = readonly [from: number, to: number]

function bounds(name: FeastName, year: number, habits: LocaleHabits): Bounds {
  const day = fixed[name]
  if (day) {
    const [fromMonth, fromDay, toMonth, toDay] = day
    const from = epochDay(year, fromMonth, fromDay)
    return [from, epochDay(toMonth < fromMonth ? year + 1 : year, toMonth, toDay)]
  }
  if (name === 'festive')
    return [epochDay(year, 12, 24), epochDay(year + 1, 1, habits.festiveEnd ?? 1)]
  if (name === 'thanksgiving') return fourthThursdayOfNovember(year)
  return aroundEaster(name, easterSunday(year))
}

/** First month and day, last month and day. */
const fixed: Readonly<Partial<Record<FeastName, readonly [number, number, number, number]>>> = {
  christmas: [12, 25, 12, 26],
  christmasEve: [12, 24, 12, 24],
  boxingDay: [12, 26, 12, 26],
  newYearsEve: [12, 31, 12, 31],
  newYear: [1, 1, 1, 1],
  newYearTurn: [12, 31, 1, 1],
  betweenYears: [12, 27, 12, 31],
  startOfYear: [1, 1, 1, 15],
  summerBreak: [7, 1, 8, 31],
  epiphany: [1, 6, 1, 6],
  nicholas: [12, 5, 12, 5],
  bridge: [12, 5, 12, 8],
  schoolStart: [9, 1, 9, 14],
  spring: [3, 1, 5, 31],
  summer: [6, 1, 8, 31],
  autumn: [9, 1, 11, 30],
  winter: [12, 1, 2, 28],
}

/** Easter runs from its Saturday to its Monday, Holy Week from Monday to Easter Sunday. */
function aroundEaster(name: FeastName, sunday: number): Bounds {
  if (name === 'holyWeek') return [sunday - 6, sunday]
  if (name === 'ascension') return [sunday + 39, sunday + 39]
  if (name === 'pentecost') return [sunday + 49, sunday + 50]
  return [sunday - 1, sunday + 1]
}

function fourthThursdayOfNovember(year: number): Bounds {
  const first = epochDay(year, 11, 1)
  const day = first + ((11 - weekdayOf(first)) % 7) + 21
  return [day, day]
}
