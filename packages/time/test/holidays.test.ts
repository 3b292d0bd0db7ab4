import { isAfterviewError, isoWeekday, nextBusinessDay, plusBusinessDays } from '@afterview/time'
import { holidayCalendar, holidayRegions, holidaysIn, withHolidays } from '@afterview/time/holidays'
import Holidays from 'date-holidays'
import { describe, expect, test } from 'vitest'
import { errorOf } from './error-of.ts'

function datesOf(region: string, year: number): readonly string[] {
  return holidaysIn(region, year).map((holiday) => holiday.date)
}

describe('HOL-1 a holiday calendar', () => {
  test('names the holiday of a date, or says false', () => {
    const netherlands = holidayCalendar('NL')
    expect(netherlands.isHoliday('2026-04-27')).toBe('Koningsdag')
    expect(netherlands.isHoliday('2026-04-28')).toBe(false)
    expect(netherlands.region).toBe('NL')
  })

  test('refuses a date that is none', () => {
    expect(errorOf(() => holidayCalendar('NL').isHoliday('2026-02-30')).code).toBe('date-malformed')
  })

  test('covers twelve countries and their parts', () => {
    const countries = new Set(holidayRegions().map((region) => region.slice(0, 2)))
    expect([...countries].join(' ')).toBe('AT BE CA CH DE ES FR GB IE IN NL US')
    expect(holidayRegions().filter((region) => region.startsWith('DE-'))).toHaveLength(16)
    expect(holidayRegions()).toEqual(holidayRegions().toSorted())
  })

  test('lists a year in order', () => {
    const dates = datesOf('GB-SCT', 2022)
    expect(dates).toEqual(dates.toSorted())
    expect(dates).toHaveLength(14)
  })
})

describe('HOL-2 an unknown region', () => {
  test('is refused with the country of the part', () => {
    const error = errorOf(() => holidayCalendar('US-CA'))
    expect(error.code).toBe('holiday-region-unknown')
    expect(error.details).toEqual({ region: 'US-CA', suggestions: ['US'] })
  })

  test('is refused with the codes that look alike', () => {
    const suggestions = (code: string) => errorOf(() => holidayCalendar(code)).details.suggestions
    expect(suggestions('UK')).toEqual(['GB'])
    expect(suggestions('de-by')).toEqual(['DE-BY', 'DE-BB', 'DE'])
    expect(suggestions('XX')).toEqual([])
  })
})

describe('HOL-3 a year that is not known', () => {
  test.for(['2019-12-31', '2041-01-01'])('is an error, never "no holiday": %s', (date) => {
    const error = errorOf(() => holidayCalendar('NL').isHoliday(date))
    expect(error.code).toBe('holiday-year-out-of-range')
    expect(error.details).toEqual({ region: 'NL', date, range: ['2020', '2040'] })
  })

  test.for([2019, 2041, Number.NaN])('has no list: %s', (year) => {
    expect(errorOf(() => holidaysIn('NL', year)).code).toBe('holiday-year-out-of-range')
  })
})

describe('HOL-4 rules', () => {
  test('find Easter as an independent library does', () => {
    const austria = new Holidays('AT')
    for (let year = 2020; year <= 2040; year++) {
      const theirs = austria.getHolidays(year).find((holiday) => holiday.rule === 'easter 1')
      const ours = holidaysIn('AT', year).find((holiday) => holiday.name === 'Ostermontag')
      expect(ours?.date).toBe(theirs?.date.slice(0, 10))
    }
  })

  test.for([
    ['NL', '2025-04-26', 'Koningsdag'],
    ['DE-SN', '2026-11-18', 'Buß- und Bettag'],
    ['CA', '2040-07-02', 'Canada Day (Monday)'],
    ['CA-ON', '2026-05-18', 'Victoria Day'],
    ['CH-GE', '2026-09-10', 'Jeûne genevois'],
    ['CH-GL', '2023-04-13', 'Näfelser Fahrt'],
    ['IE', '2030-02-01', 'St Brigid’s Day'],
    ['IE', '2026-02-02', 'St Brigid’s Day'],
    ['US', '2026-11-26', 'Thanksgiving Day'],
  ])('are followed: %s has %s, %s', ([region = '', date = '', name = '']) => {
    expect(holidayCalendar(region).isHoliday(date)).toBe(name)
  })

  test.for([
    ['NL', '2025-04-27'],
    ['CH-AI', '2023-12-26'],
    ['CH-AI', '2026-12-26'],
    ['IE', '2022-02-07'],
    ['US', '2020-06-19'],
    ['DE-MV', '2022-03-08'],
    ['GB-SCT', '2026-04-06'],
  ])('are followed: %s works on %s', ([region = '', date = '']) => {
    expect(holidayCalendar(region).isHoliday(date)).toBe(false)
  })
})

describe('HOL-5 a substitute day', () => {
  test('of Christmas and of Boxing Day never fall together', () => {
    expect(datesOf('GB-ENG', 2021).slice(-4)).toEqual([
      '2021-12-25',
      '2021-12-26',
      '2021-12-27',
      '2021-12-28',
    ])
    expect(holidayCalendar('GB-ENG').isHoliday('2022-12-27')).toBe('Christmas Day (substitute day)')
  })

  test('may lie in the year before its holiday', () => {
    expect(holidayCalendar('US').isHoliday('2021-12-31')).toBe('New Year’s Day (observed)')
    expect(datesOf('US', 2022)).not.toContain('2021-12-31')
  })

  test('of a region is none of the country', () => {
    expect(holidayCalendar('ES-MD').isHoliday('2026-12-07')).not.toBe(false)
    expect(holidayCalendar('ES').isHoliday('2026-12-07')).toBe(false)
  })

  test('is a weekday wherever one is given in the United Kingdom', () => {
    const substitutes = [2020, 2021, 2022, 2027, 2028, 2033]
      .flatMap((year) => holidaysIn('GB-NIR', year))
      .filter((holiday) => holiday.name.includes('substitute'))
    expect(substitutes.length).toBeGreaterThan(8)
    expect(substitutes.every((holiday) => isoWeekday(holiday.date) < 6)).toBe(true)
  })
})

describe('HOL-6 single days', () => {
  test.for([
    ['GB', '2020-05-08', '2020-05-04'],
    ['GB', '2022-06-02', '2022-05-30'],
    ['GB', '2022-06-03', '2022-06-06'],
    ['GB', '2022-09-19', '2022-09-20'],
    ['GB', '2023-05-08', '2023-05-09'],
    ['GB-SCT', '2026-06-15', '2026-06-16'],
    ['IE', '2022-03-18', '2022-03-21'],
    ['DE-BE', '2025-05-08', '2025-05-09'],
    ['DE-BE', '2028-06-17', '2027-06-17'],
  ])('are known: %s rests on %s, not on %s', ([region = '', rest = '', work = '']) => {
    expect(holidayCalendar(region).isHoliday(rest)).not.toBe(false)
    expect(holidayCalendar(region).isHoliday(work)).toBe(false)
  })
})

describe('HOL-7 a country', () => {
  test.for(['CA', 'CH', 'DE', 'ES', 'FR', 'GB'])('holds what all parts of %s share', (country) => {
    const parts = holidayRegions().filter((region) => region.startsWith(`${country}-`))
    for (const year of [2020, 2026, 2033]) {
      const dates = parts.map((part) => new Set(datesOf(part, year)))
      const shared = [...(dates[0] ?? [])].filter((date) => dates.every((each) => each.has(date)))
      expect(datesOf(country, year)).toEqual(shared)
    }
  })

  test('such as Spain leaves twelve days to each community (Estatuto de los Trabajadores, 37.2)', () => {
    for (const community of ['AN', 'AR', 'AS', 'CB', 'CL', 'CM', 'EX', 'GA', 'IB', 'MC', 'MD']) {
      for (const year of [2024, 2025, 2026]) {
        const days = datesOf(`ES-${community}`, year).filter((date) => isoWeekday(date) !== 7)
        expect(days, `${community} ${year}`).toHaveLength(12)
      }
    }
  })
})

describe('HOL-9 more days off', () => {
  const india = withHolidays(holidayCalendar('IN'), { '2026-11-09': 'Diwali (office closed)' })

  test('join those of a calendar', () => {
    expect(india.isHoliday('2026-11-09')).toBe('Diwali (office closed)')
    expect(india.isHoliday('2026-10-02')).toBe('Gandhi Jayanti')
    expect(india.isHoliday('2026-11-10')).toBe(false)
  })

  test('keep its region and range', () => {
    expect([india.region, india.range]).toEqual(['IN', ['2020', '2040']])
    expect(isAfterviewError(errorOf(() => india.isHoliday('2041-01-01')))).toBe(true)
  })

  test('must be dates', () => {
    const wrong = () => withHolidays(holidayCalendar('IN'), { '8 November 2026': 'Diwali' })
    expect(errorOf(wrong).code).toBe('date-malformed')
  })
})

test('HOL-10 holidays and weekends together make the working days of a place', () => {
  const madrid = { weekend: [6, 7], holidays: holidayCalendar('ES-MD') }
  expect(nextBusinessDay('2026-12-05', madrid)).toBe('2026-12-09')
  expect(plusBusinessDays('2026-12-04', 5, madrid)).toBe('2026-12-15')
})
