import {
  addCalendarDays,
  addCalendarMonths,
  calendarDaysBetween,
  isoWeekday,
  requireDate,
} from '@afterview/time'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { errorOf } from './error-of.ts'
import { checkProperty, dates } from './property.ts'

const few = fc.integer({ min: -300, max: 300 })

describe('DATE-1 days are counted on the calendar alone', () => {
  test('as the built-in Date counts them in UTC', () => {
    checkProperty(
      fc.property(dates(), few, (date, days) => {
        const expected = new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10)
        expect(addCalendarDays(date, days)).toBe(expected)
      }),
    )
  })

  test('there and back', () => {
    checkProperty(
      fc.property(dates(), few, (date, days) => {
        const moved = addCalendarDays(date, days)
        expect(addCalendarDays(moved, -days)).toBe(date)
        expect(calendarDaysBetween(date, moved)).toBe(days)
      }),
    )
  })

  test('over every day from 1970 to 2199', () => {
    const days = Array.from({ length: Date.UTC(2200, 0, 1) / 86_400_000 }, (_, day) => day)
    const wrong = days.find((day) => {
      const expected = new Date(day * 86_400_000).toISOString().slice(0, 10)
      return addCalendarDays('1970-01-01', day) !== expected
    })
    expect(wrong).toBeUndefined()
  })
})

test('DATE-2 weekdays are ISO: Monday is 1, Sunday is 7', () => {
  expect(['2026-11-23', '2026-11-28', '2026-11-29'].map(isoWeekday)).toEqual([1, 6, 7])
  checkProperty(
    fc.property(dates(), (date) => {
      expect(isoWeekday(date) % 7).toBe(new Date(date).getUTCDay())
    }),
  )
})

describe('DATE-3 months', () => {
  test.for([
    ['2027-01-31', 1, '2027-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2027-01-31', 2, '2027-03-31'],
    ['2027-03-31', -1, '2027-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-01-15', -25, '2023-12-15'],
  ] as const)('keep the day or take the last: %s and %d is %s', ([from, months, to]) => {
    expect(addCalendarMonths(from, months)).toBe(to)
  })
})

describe('DATE-4 what is no date is refused', () => {
  test.for(['2026-02-29', '2026-1-05', '2026-11-25T00:00', '1969-12-31', '2200-01-01', '26-11-25'])(
    '%s',
    (text) => {
      expect(errorOf(() => requireDate(text)).code).toBe('date-malformed')
    },
  )

  test('and what is one is returned', () => {
    expect(requireDate('2028-02-29')).toBe('2028-02-29')
  })

  test('with the number where the count leaves the calendar', () => {
    expect(errorOf(() => addCalendarDays('2199-12-31', 1)).code).toBe('date-out-of-range')
    expect(errorOf(() => addCalendarDays('1970-01-01', -1)).code).toBe('date-out-of-range')
    expect(errorOf(() => addCalendarMonths('2199-12-01', 1)).code).toBe('date-out-of-range')
  })

  test.for([0.5, Number.NaN, Number.POSITIVE_INFINITY])('with the count %s', (days) => {
    expect(errorOf(() => addCalendarDays('2026-11-25', days)).code).toBe('count-malformed')
  })
})
