import { dayNumber } from './calendar-date.ts'
import { dateText } from './epoch-day.ts'
import { timeError } from './error-table.ts'
import { austria } from './holidays/austria.ts'
import { belgium } from './holidays/belgium.ts'
import { canada } from './holidays/canada.ts'
import { france } from './holidays/france.ts'
import { germany } from './holidays/germany.ts'
import type { HolidayRegion } from './holidays/holiday-rule.ts'
import { india } from './holidays/india.ts'
import { ireland } from './holidays/ireland.ts'
import { netherlands } from './holidays/netherlands.ts'
import { spain } from './holidays/spain.ts'
import { switzerland } from './holidays/switzerland.ts'
import { unitedKingdom } from './holidays/united-kingdom.ts'
import { unitedStates } from './holidays/united-states.ts'
import type { HolidayCalendar } from './holiday-calendar.ts'
import { nearest } from './nearest.ts'

/** One public holiday. */
export interface PublicHoliday {
  /** `YYYY-MM-DD`. */
  readonly date: string
  /** In a language of the place. */
  readonly name: string
}

/**
 * The public holidays of a country (`NL`) or of a part of it (`DE-BY`, `GB-SCT`), 2020 to 2040, by
 * the rules of today's law; days that a government adds later are not in it. A country's code
 * holds the days that all of its parts share. Throws `holiday-region-unknown` with the nearest
 * known code; the calendar throws `holiday-year-out-of-range` outside its years.
 */
export function holidayCalendar(region: string): HolidayCalendar {
  const { rules } = requireRegion(region)
  const years = new Map<number, ReadonlyMap<string, string>>()
  const holidaysOf = (year: number): ReadonlyMap<string, string> => {
    const known = years.get(year) ?? datesByYear(rules, year)
    years.set(year, known)
    return known
  }
  return {
    region,
    range,
    isHoliday(date) {
      dayNumber(date)
      const year = date.slice(0, 4)
      if (year < range[0] || year > range[1]) {
        throw timeError('holiday-year-out-of-range', { region, date, range })
      }
      return holidaysOf(Number(year)).get(date) ?? false
    },
  }
}

/** The holidays of a region in a year, in order. Throws like {@link holidayCalendar}. */
export function holidaysIn(region: string, year: number): readonly PublicHoliday[] {
  const { rules } = requireRegion(region)
  if (!(year >= Number(range[0]) && year <= Number(range[1]))) {
    throw timeError('holiday-year-out-of-range', { region, date: String(year), range })
  }
  return [...datesByYear(rules, year)].map(([date, name]) => ({ date, name }))
}

/** The codes that {@link holidayCalendar} knows, in order. */
export function holidayRegions(): readonly string[] {
  return regions.map((region) => region.code).toSorted()
}

/**
 * A calendar with more days off: what a government announced, a festival of the moon, the days
 * between the years. `dates` maps `YYYY-MM-DD` to a name. The rest stays as it is, the range too.
 */
export function withHolidays(
  calendar: HolidayCalendar,
  dates: Readonly<Record<string, string>>,
): HolidayCalendar {
  for (const date of Object.keys(dates)) dayNumber(date)
  return { ...calendar, isHoliday: (date) => calendar.isHoliday(date) || (dates[date] ?? false) }
}

const range = ['2020', '2040'] as const

const regions: readonly HolidayRegion[] = [
  ...austria,
  ...belgium,
  ...canada,
  ...switzerland,
  ...germany,
  ...spain,
  ...france,
  ...unitedKingdom,
  ...ireland,
  ...india,
  ...netherlands,
  ...unitedStates,
]

function requireRegion(code: string): HolidayRegion {
  const found = regions.find((region) => region.code === code)
  if (found !== undefined) return found
  throw timeError('holiday-region-unknown', { region: code, suggestions: likeRegions(code) })
}

/** The parts of the same country that are written alike, then the country: `US-CA` is answered with `US`. */
function likeRegions(code: string): readonly string[] {
  const prefix = code.slice(0, 2).toUpperCase()
  const country = prefix === 'UK' ? 'GB' : prefix
  const codes = holidayRegions().filter((known) => known.startsWith(country))
  return [...new Set([...nearest(code, codes, 2), ...codes.slice(0, 1)])]
}

/** The rules of the neighbouring years count too: New Year's Day is observed on a 31 December. */
function datesByYear(rules: HolidayRegion['rules'], year: number): ReadonlyMap<string, string> {
  const dates = [year - 1, year, year + 1]
    .flatMap((each) => rules.flatMap((rule) => rule(each)))
    .map(({ day, name }): readonly [string, string] => [dateText(day), name])
    .filter(([date]) => Number(date.slice(0, 4)) === year)
  return new Map(dates.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
