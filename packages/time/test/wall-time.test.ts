import {
  addDays,
  addHours,
  addMonths,
  type Disambiguation,
  endOfDayExclusive,
  instantMs,
  localDate,
  localDateTime,
  localTime,
  startOfDay,
  toInstant,
  toLocalIso,
  tomorrowAt,
} from '@afterview/time'
import { describe, expect, test } from 'vitest'
import { errorOf } from './error-of.ts'

const amsterdam = 'Europe/Amsterdam'

type Policies = Readonly<Record<Exclude<Disambiguation, 'reject'>, string>>

describe('WALL-1 a wall time in a gap', () => {
  const gaps: readonly (readonly [string, string, Policies])[] = [
    ['2026-03-29T02:30', amsterdam, { compatible: '03:30', earlier: '01:30', later: '03:30' }],
    [
      '2026-10-04T02:15',
      'Australia/Lord_Howe',
      { compatible: '02:45', earlier: '01:45', later: '02:45' },
    ],
    ['2026-04-24T00:00', 'Africa/Cairo', { compatible: '01:00', earlier: '23:00', later: '01:00' }],
    ['2011-12-30T09:00', 'Pacific/Apia', { compatible: '09:00', earlier: '09:00', later: '09:00' }],
  ]
  test.for(gaps)('%s %s moves by the length of the gap', ([local, zone, policies]) => {
    for (const [disambiguation, time] of Object.entries(policies)) {
      const instant = toInstant({ local, zone, disambiguation: disambiguation as Disambiguation })
      expect(localTime(instant, zone)).toBe(time)
    }
  })

  test('of a whole day lands on the day before or after', () => {
    const at = (disambiguation: Disambiguation) =>
      toInstant({ local: '2011-12-30T09:00', zone: 'Pacific/Apia', disambiguation })
    expect(localDate(at('earlier'), 'Pacific/Apia')).toBe('2011-12-29')
    expect(localDate(at('later'), 'Pacific/Apia')).toBe('2011-12-31')
  })
})

describe('WALL-2 a wall time in an overlap', () => {
  test.for([
    ['2026-10-25T02:30', amsterdam, '2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z'],
    ['2026-04-05T01:45', 'Australia/Lord_Howe', '2026-04-04T14:45:00Z', '2026-04-04T15:15:00Z'],
    ['2026-11-01T01:00', 'America/New_York', '2026-11-01T05:00:00Z', '2026-11-01T06:00:00Z'],
  ])('%s %s is one of two', ([local = '', zone = '', first, second]) => {
    expect(toInstant({ local, zone })).toBe(first)
    expect(toInstant({ local, zone, disambiguation: 'compatible' })).toBe(first)
    expect(toInstant({ local, zone, disambiguation: 'earlier' })).toBe(first)
    expect(toInstant({ local, zone, disambiguation: 'later' })).toBe(second)
  })

  test('begins with its first and ends before its last minute', () => {
    const offsets = ['01:59', '02:00', '02:59', '03:00'].map((time) => {
      const local = `2026-10-25T${time}`
      const first = instantMs(toInstant({ local, zone: amsterdam, disambiguation: 'earlier' }))
      return (
        (instantMs(toInstant({ local, zone: amsterdam, disambiguation: 'later' })) - first) / 60_000
      )
    })
    expect(offsets).toEqual([0, 60, 60, 0])
  })
})

describe('WALL-3 under reject', () => {
  test('a missing time is an error with two times to choose from', () => {
    const error = errorOf(() =>
      toInstant({ local: '2026-03-29T02:30', zone: amsterdam, disambiguation: 'reject' }),
    )
    expect(error.code).toBe('wall-time-missing')
    expect(error.details).toEqual({
      local: '2026-03-29T02:30',
      zone: amsterdam,
      suggestions: ['2026-03-29T03:30', '2026-03-29T01:30'],
    })
    expect(error.fix).toBe('choose 2026-03-29T03:30 or 2026-03-29T01:30')
  })

  test('a time that happens twice is an error with both', () => {
    const error = errorOf(() =>
      toInstant({ local: '2026-10-25T02:30', zone: amsterdam, disambiguation: 'reject' }),
    )
    expect(error.code).toBe('wall-time-ambiguous')
    expect(error.details.choices).toEqual([
      '2026-10-25T02:30:00+02:00',
      '2026-10-25T02:30:00+01:00',
    ])
  })

  test('an ordinary time is fine', () => {
    expect(
      toInstant({ local: '2026-10-25T03:00', zone: amsterdam, disambiguation: 'reject' }),
    ).toBe('2026-10-25T02:00:00Z')
  })
})

describe('WALL-5 an instant read on the clocks of a zone', () => {
  test('has a date, a time and an offset', () => {
    const instant = '2026-11-25T14:30:59.250Z'
    expect(localDate(instant, 'Pacific/Kiritimati')).toBe('2026-11-26')
    expect(localTime(instant, 'Asia/Kathmandu')).toBe('20:15')
    expect(localDateTime(instant, amsterdam)).toBe('2026-11-25T15:30')
    expect(toLocalIso(instant, amsterdam)).toBe('2026-11-25T15:30:59.250+01:00')
    expect(toLocalIso('2026-11-25T14:30:00Z', 'UTC')).toBe('2026-11-25T14:30:00+00:00')
  })

  test('tells the two halves of an overlap apart', () => {
    expect(toLocalIso('2026-10-25T00:30:00Z', amsterdam)).toBe('2026-10-25T02:30:00+02:00')
    expect(toLocalIso('2026-10-25T01:30:00Z', amsterdam)).toBe('2026-10-25T02:30:00+01:00')
  })

  test('keeps the seconds that Monrovia had until 1972', () => {
    expect(toLocalIso('1971-06-01T12:00:00Z', 'Africa/Monrovia')).toBe(
      '1971-06-01T11:15:30-00:44:30',
    )
  })
})

describe('WALL-6 what is no wall time is refused', () => {
  test.for([
    '2026-11-25T15:30Z',
    '2026-11-25T15:30+01:00',
    '2026-11-25 15:30',
    '2026-11-25',
    '2026-11-25T24:00',
    '2026-11-25T15:60',
    '2026-11-25T1530',
  ])('%s', (local) => {
    expect(errorOf(() => toInstant({ local, zone: amsterdam })).code).toBe('local-malformed')
  })

  test('as is a day that no calendar has', () => {
    expect(errorOf(() => toInstant({ local: '2026-02-30T09:00', zone: amsterdam })).code).toBe(
      'date-malformed',
    )
  })

  test('as is a policy that is none, at any time of the year', () => {
    const disambiguation = 'whatever' as Disambiguation
    const error = errorOf(() =>
      toInstant({ local: '2026-07-01T09:00', zone: amsterdam, disambiguation }),
    )
    expect(error.code).toBe('disambiguation-unknown')
  })

  test('while seconds are taken', () => {
    expect(toInstant({ local: '2026-11-25T15:30:45', zone: amsterdam })).toBe(
      '2026-11-25T14:30:45Z',
    )
  })
})

describe('DAY-1 a day starts at its first instant', () => {
  test.for([
    ['2026-11-25', amsterdam, '2026-11-25T00:00:00+01:00'],
    ['2026-04-24', 'Africa/Cairo', '2026-04-24T01:00:00+03:00'],
    ['2026-11-01', 'America/Havana', '2026-11-01T00:00:00-04:00'],
    ['2018-11-04', 'America/Sao_Paulo', '2018-11-04T01:00:00-02:00'],
    ['1994-12-31', 'Pacific/Kiritimati', '1995-01-01T00:00:00+14:00'],
    ['1976-04-01', 'Asia/Amman', '1976-04-01T00:00:00+02:00'],
    ['2010-03-30', 'Antarctica/Casey', '2010-03-30T00:00:00+08:00'],
    ['1981-04-01', 'Asia/Riyadh', '1981-04-01T00:00:00+03:00'],
  ])('%s in %s at %s', ([date = '', zone = '', start]) => {
    expect(toLocalIso(startOfDay({ date, zone }), zone)).toBe(start)
  })
})

describe('DAY-2 a day ends where the next one starts', () => {
  test.for([
    ['2026-03-29', amsterdam, 23],
    ['2026-10-25', amsterdam, 25],
    ['2026-11-25', amsterdam, 24],
    ['2026-04-05', 'Australia/Lord_Howe', 24.5],
    ['2026-10-04', 'Australia/Lord_Howe', 23.5],
    ['2011-12-30', 'Pacific/Apia', 0],
  ] as const)('%s in %s lasts %d hours', ([date, zone, hours]) => {
    const [start, end] = [startOfDay({ date, zone }), endOfDayExclusive({ date, zone })]
    expect((instantMs(end) - instantMs(start)) / 3_600_000).toBe(hours)
  })
})

describe('STEP-1 hours are elapsed time', () => {
  test('over a clock change they are another time of day', () => {
    const start = { local: '2026-03-28T15:30', zone: amsterdam }
    expect(localDateTime(addHours({ ...start, hours: 24 }), amsterdam)).toBe('2026-03-29T16:30')
    expect(localDateTime(addHours({ ...start, hours: -0.5 }), amsterdam)).toBe('2026-03-28T15:00')
  })

  test('that must be numbers', () => {
    const wrong = () => addHours({ local: '2026-03-28T15:30', zone: amsterdam, hours: Number.NaN })
    expect(errorOf(wrong).code).toBe('count-malformed')
  })
})

describe('STEP-2 days keep the wall time', () => {
  const local = '2026-03-27T02:30'

  test('and pass a gap without a trace', () => {
    const after = (days: number) =>
      localDateTime(addDays({ local, zone: amsterdam, days }), amsterdam)
    expect([1, 2, 3].map(after)).toEqual([
      '2026-03-28T02:30',
      '2026-03-29T03:30',
      '2026-03-30T02:30',
    ])
  })

  test('under the policy that is asked for', () => {
    expect(
      addDays({ local: '2026-10-24T02:30', zone: amsterdam, days: 1, disambiguation: 'later' }),
    ).toBe('2026-10-25T01:30:00Z')
    expect(
      errorOf(() => addDays({ local, zone: amsterdam, days: 2, disambiguation: 'reject' })).code,
    ).toBe('wall-time-missing')
  })
})

test('STEP-3 months are counted from the anchor and clamp to the last day', () => {
  const after = (months: number) =>
    localDateTime(addMonths({ local: '2027-01-31T09:00', zone: amsterdam, months }), amsterdam)
  expect([1, 2, 3, 13].map(after)).toEqual([
    '2027-02-28T09:00',
    '2027-03-31T09:00',
    '2027-04-30T09:00',
    '2028-02-29T09:00',
  ])
})

describe('STEP-4 tomorrow', () => {
  test('is the day after the one that the zone has', () => {
    const instant = '2026-11-25T14:30:00Z'
    expect(tomorrowAt({ instant, zone: 'America/New_York', at: '17:00' })).toBe(
      '2026-11-26T22:00:00Z',
    )
    expect(tomorrowAt({ instant, zone: 'Pacific/Kiritimati', at: '17:00' })).toBe(
      '2026-11-27T03:00:00Z',
    )
  })

  test.for(['9:00', '24:00', '17:60', '1700', '17:00:00'])('is no time at %s', (at) => {
    const wrong = () => tomorrowAt({ instant: '2026-11-25T14:30:00Z', zone: amsterdam, at })
    expect(errorOf(wrong).code).toBe('time-malformed')
  })
})
