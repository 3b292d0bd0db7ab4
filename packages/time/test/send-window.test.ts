import {
  addHours,
  compareInstants,
  instantMs,
  isoWeekday,
  localDate,
  localTime,
  nextWorkingMorning,
  sendWindow,
  type SendWindowInput,
  toLocalIso,
} from '@afterview/time'
import { holidayCalendar } from '@afterview/time/holidays'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { errorOf } from './error-of.ts'
import { checkProperty, dates } from './property.ts'

const zone = 'Europe/Amsterdam'
const thankYou = { zone, minDelayHours: 0, maxDelayHours: 24, from: '08:00', to: '20:00' }
const checkIn = {
  zone,
  minDelayHours: 0,
  maxDelayHours: 120,
  from: '08:30',
  to: '17:00',
  weekend: [6, 7],
}

/** The answer as people in the zone read it. */
function localWindow(input: SendWindowInput): object {
  const window = sendWindow(input)
  const read = (instant: string | null) => instant && toLocalIso(instant, input.zone).slice(0, 16)
  return window.kind === 'instant'
    ? { at: read(window.instant), until: read(window.until) }
    : { before: read(window.before), after: read(window.after) }
}

describe('SEND-1 the answer is the first allowed instant after the delay', () => {
  test('at once where it is allowed already', () => {
    expect(localWindow({ ...thankYou, local: '2026-11-25T15:30' })).toEqual({
      at: '2026-11-25T15:30',
      until: '2026-11-25T20:00',
    })
  })

  test('never at three in the morning', () => {
    expect(localWindow({ ...thankYou, local: '2026-11-25T03:10', minDelayHours: 2 })).toEqual({
      at: '2026-11-25T08:00',
      until: '2026-11-25T20:00',
    })
  })

  test('on the next morning where the evening is over', () => {
    expect(localWindow({ ...thankYou, local: '2026-11-25T19:30', minDelayHours: 2 })).toEqual({
      at: '2026-11-26T08:00',
      until: '2026-11-26T19:30',
    })
  })

  test('whose end is included, as is that of the delay', () => {
    expect(localWindow({ ...thankYou, local: '2026-11-25T20:00' })).toEqual({
      at: '2026-11-25T20:00',
      until: '2026-11-25T20:00',
    })
    expect(
      localWindow({ ...thankYou, local: '2026-11-25T20:00', minDelayHours: 1, maxDelayHours: 12 }),
    ).toEqual({ at: '2026-11-26T08:00', until: '2026-11-26T08:00' })
  })
})

describe('SEND-2 working days are kept where they are asked for', () => {
  test('a check-in of Saturday goes out on Monday', () => {
    expect(localWindow({ ...checkIn, local: '2026-11-28T10:00' })).toEqual({
      at: '2026-11-30T08:30',
      until: '2026-11-30T17:00',
    })
  })

  test('a thank-you of Saturday goes out on Saturday', () => {
    expect(localWindow({ ...thankYou, local: '2026-11-28T10:00' })).toMatchObject({
      at: '2026-11-28T10:00',
    })
  })

  test('holidays come as a list or as a calendar', () => {
    const local = '2026-12-24T17:30'
    expect(localWindow({ ...checkIn, local, holidays: ['2026-12-25'] })).toMatchObject({
      at: '2026-12-28T08:30',
    })
    expect(
      localWindow({ ...checkIn, weekend: [7], local, holidays: holidayCalendar('NL') }),
    ).toMatchObject({ at: '2026-12-28T08:30' })
  })
})

describe('SEND-3 an empty window is said, with the nearest choices', () => {
  test('of which the earlier breaks the minimum, the later the maximum', () => {
    expect(
      localWindow({ ...checkIn, local: '2026-11-27T16:00', minDelayHours: 2, maxDelayHours: 24 }),
    ).toEqual({ before: '2026-11-27T17:00', after: '2026-11-30T08:30' })
  })

  test('of which none is earlier than the anchor', () => {
    expect(
      localWindow({ ...thankYou, local: '2026-11-25T21:00', minDelayHours: 2, maxDelayHours: 6 }),
    ).toEqual({ before: null, after: '2026-11-26T08:00' })
  })

  test('over days of rest', () => {
    expect(
      localWindow({ ...checkIn, local: '2026-11-27T12:00', minDelayHours: 20, maxDelayHours: 30 }),
    ).toEqual({ before: '2026-11-27T17:00', after: '2026-11-30T08:30' })
  })
})

describe('SEND-4 delays are elapsed hours, hours of day are wall time', () => {
  test('over the spring change', () => {
    const night = { local: '2026-03-28T20:00', minDelayHours: 12, maxDelayHours: 24 }
    expect(localWindow({ ...thankYou, ...night })).toEqual({
      at: '2026-03-29T09:00',
      until: '2026-03-29T20:00',
    })
  })

  test('where the first allowed time does not exist that day', () => {
    expect(
      localWindow({ ...thankYou, from: '02:30', local: '2026-03-29T01:00', maxDelayHours: 3 }),
    ).toMatchObject({ at: '2026-03-29T03:30' })
  })

  test('and a day that a zone leaves out has no hours', () => {
    const apia = { ...checkIn, zone: 'Pacific/Apia', local: '2011-12-29T18:00', maxDelayHours: 240 }
    expect(localWindow(apia)).toMatchObject({ at: '2012-01-02T08:30' })
  })
})

describe('SEND-5 the anchor is a wall time or an instant', () => {
  test('which are the same', () => {
    const byInstant = sendWindow({ ...thankYou, instant: '2026-11-25T02:10:00Z' })
    expect(byInstant).toEqual(sendWindow({ ...thankYou, local: '2026-11-25T03:10' }))
  })

  test('but for the hour that clocks show twice', () => {
    const night = { ...thankYou, from: '00:00', to: '23:59' }
    expect(sendWindow({ ...night, instant: '2026-10-25T01:30:00Z' })).toMatchObject({
      instant: '2026-10-25T01:30:00Z',
    })
    expect(sendWindow({ ...night, local: '2026-10-25T02:30' })).toMatchObject({
      instant: '2026-10-25T00:30:00Z',
    })
  })
})

describe('SEND-6 what is no window is refused', () => {
  const local = '2026-11-25T15:30'
  test.for([
    { from: '20:00', to: '08:00' },
    { minDelayHours: 25 },
    { minDelayHours: -1 },
    { maxDelayHours: Number.POSITIVE_INFINITY },
    { minDelayHours: Number.NaN },
    { from: '8:00' },
    { to: '24:00' },
    { weekend: [1, 2, 3, 4, 5, 6, 7] },
    { zone: 'CET' },
    {
      holidays: { region: 'XX', range: ['2020', '2025'] as const, isHoliday: () => false as const },
    },
  ])('%j', (part) => {
    expect(errorOf(() => sendWindow({ ...thankYou, local, ...part })).code).toMatch(
      /^(send|time|weekend|zone|holiday)-/,
    )
  })
})

describe('SEND-7 every answer', () => {
  const inputs = fc
    .record({
      date: dates(2020, 2035),
      hour: fc.integer({ min: 0, max: 23 }),
      zone: fc.constantFrom(zone, 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu'),
      min: fc.integer({ min: 0, max: 48 }),
      span: fc.integer({ min: 0, max: 72 }),
      from: fc.integer({ min: 0, max: 11 }),
      to: fc.integer({ min: 12, max: 23 }),
      weekend: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 3 }),
    })
    .map(({ date, hour, min, span, from, to, ...rest }) => ({
      ...rest,
      local: `${date}T${String(hour).padStart(2, '0')}:00`,
      minDelayHours: min,
      maxDelayHours: min + span,
      from: `${String(from).padStart(2, '0')}:00`,
      to: `${to}:00`,
    }))

  test('keeps the delay, the hours and the days', () => {
    checkProperty(
      fc.property(inputs, (input) => {
        const window = sendWindow(input)
        fc.pre(window.kind === 'instant')
        for (const instant of window.kind === 'instant' ? [window.instant, window.until] : []) {
          expect(isAllowed(instant, input)).toBe(true)
          expect(isWithinDelay(instant, input)).toBe(true)
        }
      }),
    )
  })

  test('is the first: no whole hour before it would do', () => {
    checkProperty(
      fc.property(inputs, (input) => {
        const window = sendWindow(input)
        const found = window.kind === 'instant' ? window.instant : window.after
        for (let hours = input.minDelayHours; hours <= input.maxDelayHours; hours++) {
          const instant = addHours({ ...input, hours })
          if (compareInstants(instant, found) >= 0) break
          expect(isAllowed(instant, input)).toBe(false)
        }
      }),
    )
  })

  test('that is none names allowed instants outside the delay', () => {
    checkProperty(
      fc.property(inputs, (input) => {
        const window = sendWindow({ ...input, maxDelayHours: input.minDelayHours })
        fc.pre(window.kind === 'none')
        if (window.kind === 'none') {
          expect(isAllowed(window.after, input)).toBe(true)
          expect(window.before === null || isAllowed(window.before, input)).toBe(true)
          const end = instantMs(addHours({ ...input, hours: input.minDelayHours }))
          expect(instantMs(window.after)).toBeGreaterThan(end)
          expect(window.before === null || instantMs(window.before) < end).toBe(true)
        }
      }),
    )
  })
})

function isAllowed(
  instant: string,
  input: { zone: string; from: string; to: string; weekend: readonly number[] },
): boolean {
  const time = localTime(instant, input.zone)
  const weekday = isoWeekday(localDate(instant, input.zone))
  return time >= input.from && time <= input.to && !input.weekend.includes(weekday)
}

function isWithinDelay(
  instant: string,
  input: { local: string; zone: string; minDelayHours: number; maxDelayHours: number },
): boolean {
  const [first, last] = [input.minDelayHours, input.maxDelayHours].map((hours) =>
    instantMs(addHours({ local: input.local, zone: input.zone, hours })),
  )
  const ms = instantMs(instant)
  return ms >= (first ?? 0) && ms <= (last ?? 0)
}

describe('MORN-1 the next working morning', () => {
  const morning = { zone, at: '09:00', weekend: [6, 7], holidays: [] }

  test.for([
    ['2026-11-26T07:15', '2026-11-26T08:00:00Z'],
    ['2026-11-26T09:00', '2026-11-26T08:00:00Z'],
    ['2026-11-26T09:01', '2026-11-27T08:00:00Z'],
    ['2026-11-27T18:00', '2026-11-30T08:00:00Z'],
  ])('from %s is %s', ([local = '', expected]) => {
    expect(nextWorkingMorning({ ...morning, local })).toBe(expected)
  })

  test('skips holidays, given as a list or a calendar', () => {
    const local = '2026-12-24T10:00'
    expect(nextWorkingMorning({ ...morning, local, holidays: ['2026-12-25'] })).toBe(
      '2026-12-28T08:00:00Z',
    )
    expect(nextWorkingMorning({ ...morning, local, holidays: holidayCalendar('GB-ENG') })).toBe(
      '2026-12-29T08:00:00Z',
    )
  })

  test('can be asked from an instant', () => {
    expect(nextWorkingMorning({ ...morning, instant: '2026-11-27T17:00:00Z' })).toBe(
      '2026-11-30T08:00:00Z',
    )
  })

  test('never falls on a day that the zone left out', () => {
    const apia = { ...morning, zone: 'Pacific/Apia', local: '2011-12-29T18:00' }
    expect(toLocalIso(nextWorkingMorning(apia), 'Pacific/Apia')).toBe('2012-01-02T09:00:00+14:00')
  })
})
