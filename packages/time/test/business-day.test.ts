import {
  addCalendarDays,
  type BusinessCalendar,
  businessDaysBetween,
  type HolidayCalendar,
  isBusinessDay,
  isoWeekday,
  nextBusinessDay,
  plusBusinessDays,
  roll,
  type RollConvention,
} from '@afterview/time'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { errorOf } from './error-of.ts'
import { checkProperty, dates } from './property.ts'

function holidays(...days: readonly string[]): HolidayCalendar {
  return { region: 'TEST', isHoliday: (date) => days.includes(date) && 'Holiday' }
}

const plain: BusinessCalendar = { weekend: [6, 7] }
const december: BusinessCalendar = {
  weekend: [6, 7],
  holidays: holidays('2026-12-25', '2027-01-01'),
}

/** Calendars with every kind of weekend, and holidays by an arbitrary but fixed rule. */
const calendars = fc
  .record({
    weekend: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 4 }),
    every: fc.integer({ min: 2, max: 40 }),
    shift: fc.integer({ min: 0, max: 39 }),
  })
  .map(({ weekend, every, shift }): BusinessCalendar => {
    const dayOf = (date: string) => Date.parse(date) / 86_400_000
    const isHoliday = (date: string) => (dayOf(date) + shift) % every === 0 && 'Holiday'
    return { weekend, holidays: { region: 'TEST', isHoliday } }
  })

const near = dates(2000, 2100)
const few = fc.integer({ min: 1, max: 30 })

describe('BIZ-1 a business day is neither weekend nor holiday', () => {
  test.for([
    ['2026-12-24', true],
    ['2026-12-25', false],
    ['2026-12-26', false],
    ['2026-12-27', false],
    ['2026-12-28', true],
  ] as const)('%s: %s', ([date, expected]) => {
    expect(isBusinessDay(date, december)).toBe(expected)
  })

  test('whatever the days of rest are', () => {
    expect(isBusinessDay('2026-11-27', { weekend: [5, 6] })).toBe(false)
    expect(isBusinessDay('2026-11-29', { weekend: [5, 6] })).toBe(true)
    expect(isBusinessDay('2026-11-29', { weekend: [] })).toBe(true)
  })
})

test('BIZ-2 the next business day is the day itself where it is one', () => {
  expect(nextBusinessDay('2026-12-24', december)).toBe('2026-12-24')
  expect(nextBusinessDay('2026-12-25', december)).toBe('2026-12-28')
})

describe('BIZ-3 business days are counted from the day after', () => {
  test.for([
    ['2026-11-25', 5, '2026-12-02'],
    ['2026-11-27', 1, '2026-11-30'],
    ['2026-11-28', 1, '2026-11-30'],
    ['2026-11-29', 1, '2026-11-30'],
    ['2026-11-30', -1, '2026-11-27'],
    ['2026-11-29', -1, '2026-11-27'],
    ['2026-11-28', 0, '2026-11-30'],
    ['2026-11-27', 0, '2026-11-27'],
    ['2026-12-24', 1, '2026-12-28'],
    ['2026-12-31', 1, '2027-01-04'],
    ['2027-01-04', -5, '2026-12-24'],
  ] as const)('%s and %d is %s', ([date, count, expected]) => {
    expect(plusBusinessDays(date, count, december)).toBe(expected)
  })

  test('as a walk over the calendar counts them', () => {
    checkProperty(
      fc.property(near, few, calendars, (date, count, calendar) => {
        const walked = walk(date, count, calendar)
        expect(plusBusinessDays(date, count, calendar)).toBe(walked)
        expect(isBusinessDay(walked, calendar)).toBe(true)
      }),
    )
  })

  test('in one go or in two', () => {
    checkProperty(
      fc.property(near, few, few, calendars, (date, a, b, calendar) => {
        const inTwo = plusBusinessDays(plusBusinessDays(date, a, calendar), b, calendar)
        expect(plusBusinessDays(date, a + b, calendar)).toBe(inTwo)
      }),
    )
  })

  test('there and back from a business day', () => {
    checkProperty(
      fc.property(near, few, calendars, (date, count, calendar) => {
        const start = nextBusinessDay(date, calendar)
        const there = plusBusinessDays(start, count, calendar)
        expect(plusBusinessDays(there, -count, calendar)).toBe(start)
      }),
    )
  })

  test('in order: a later start never ends sooner', () => {
    checkProperty(
      fc.property(near, few, few, calendars, (date, days, count, calendar) => {
        const later = addCalendarDays(date, days)
        const [a, b] = [date, later].map((from) => plusBusinessDays(from, count, calendar))
        expect(`${a}` <= `${b}`).toBe(true)
      }),
    )
  })
})

/** The slow truth: day by day, with the built-in Date. */
function walk(date: string, count: number, { weekend, holidays }: BusinessCalendar): string {
  const day = new Date(date)
  for (let left = count; left > 0;) {
    day.setUTCDate(day.getUTCDate() + 1)
    const weekday = day.getUTCDay() === 0 ? 7 : day.getUTCDay()
    const text = day.toISOString().slice(0, 10)
    if (!weekend.includes(weekday) && holidays?.isHoliday(text) === false) left -= 1
  }
  return day.toISOString().slice(0, 10)
}

describe('BIZ-4 business days between', () => {
  test.for([
    ['2026-11-25', '2026-12-02', 5],
    ['2026-12-02', '2026-11-25', -5],
    ['2026-11-28', '2026-11-29', 0],
    ['2026-11-25', '2026-11-25', 0],
    ['2026-11-27', '2026-11-30', 1],
  ] as const)('%s and %s are %d', ([a, b, count]) => {
    expect(businessDaysBetween(a, b, plain)).toBe(count)
  })

  test('are the steps from the first date to the second', () => {
    checkProperty(
      fc.property(near, fc.integer({ min: -40, max: 40 }), calendars, (date, days, calendar) => {
        const target = nextBusinessDay(addCalendarDays(date, days), calendar)
        const count = businessDaysBetween(date, target, calendar)
        fc.pre(count !== 0)
        expect(plusBusinessDays(date, count, calendar)).toBe(target)
      }),
    )
  })
})

describe('BIZ-5 rolling', () => {
  test.for([
    ['2026-11-28', 'following', '2026-11-30'],
    ['2026-11-28', 'preceding', '2026-11-27'],
    ['2026-11-28', 'modifiedFollowing', '2026-11-30'],
    ['2027-01-30', 'modifiedFollowing', '2027-01-29'],
    ['2027-01-30', 'following', '2027-02-01'],
    ['2026-11-25', 'following', '2026-11-25'],
    ['2026-11-25', 'preceding', '2026-11-25'],
  ] as const)('%s %s is %s', ([date, convention, expected]) => {
    expect(roll(date, convention, december)).toBe(expected)
  })

  test('twice is rolling once, and always to a business day', () => {
    const conventions = fc.constantFrom<RollConvention>(
      'following',
      'preceding',
      'modifiedFollowing',
    )
    checkProperty(
      fc.property(near, conventions, calendars, (date, convention, calendar) => {
        const rolled = roll(date, convention, calendar)
        expect(isBusinessDay(rolled, calendar)).toBe(true)
        expect(roll(rolled, convention, calendar)).toBe(rolled)
      }),
    )
  })

  test('knows three conventions', () => {
    const wrong = 'nearest' as RollConvention
    expect(errorOf(() => roll('2026-11-28', wrong, plain)).code).toBe('roll-convention-unknown')
  })
})

describe('BIZ-6 a year that the holidays do not cover', () => {
  const only2026: BusinessCalendar = {
    weekend: [6, 7],
    holidays: { region: 'XX', range: ['2026', '2026'], isHoliday: () => false },
  }

  test('is an error, never "no holiday"', () => {
    const error = errorOf(() => plusBusinessDays('2026-12-30', 3, only2026))
    expect(error.code).toBe('holiday-year-out-of-range')
    expect(error.details).toEqual({ region: 'XX', date: '2027-01-01', range: ['2026', '2026'] })
  })

  test('does no harm where it is not asked', () => {
    expect(plusBusinessDays('2026-12-30', 1, only2026)).toBe('2026-12-31')
    expect(isBusinessDay('2027-01-02', only2026)).toBe(false)
  })
})

describe('BIZ-7 a weekend', () => {
  test('of seven days is refused', () => {
    const never = { weekend: [1, 2, 3, 4, 5, 6, 7] }
    expect(errorOf(() => isBusinessDay('2026-11-25', never)).code).toBe('weekend-malformed')
    expect(errorOf(() => plusBusinessDays('2026-11-25', 1, never)).code).toBe('weekend-malformed')
    expect(errorOf(() => businessDaysBetween('2026-11-25', '2026-11-26', never)).code).toBe(
      'weekend-malformed',
    )
  })

  test.for([[[0]], [[8]], [[6.5]]])('of the days %j is refused', ([weekend]) => {
    const error = errorOf(() => isBusinessDay('2026-11-25', { weekend: weekend ?? [] }))
    expect(error.code).toBe('weekend-malformed')
  })
})

test('BIZ-8 a calendar that rests for a year is refused', () => {
  const closed: BusinessCalendar = {
    weekend: [],
    holidays: { region: 'XX', isHoliday: () => 'closed' },
  }
  expect(errorOf(() => nextBusinessDay('2026-11-25', closed)).code).toBe('business-day-none')
})

test.for([0.5, Number.NaN, Number.POSITIVE_INFINITY])(
  'BIZ-9 %s is no count of business days',
  (count) => {
    const error = errorOf(() => plusBusinessDays('2026-11-25', count, plain))
    expect(error.code).toBe('count-malformed')
  },
)

test('BIZ-10 weekends are read as ISO weekdays', () => {
  checkProperty(
    fc.property(near, (date) => {
      expect(isBusinessDay(date, { weekend: [isoWeekday(date)] })).toBe(false)
    }),
  )
})
