import {
  addDays,
  addMonths,
  type Disambiguation,
  endOfDayExclusive,
  instantMs,
  localDateTime,
  startOfDay,
  toInstant,
  toLocalIso,
} from '@afterview/time'
import * as fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { errorOf } from './error-of.ts'
import { checkProperty, dates } from './property.ts'

const zones = Intl.supportedValuesOf('timeZone').filter((zone) => zone.includes('/'))
const anyZone = fc.constantFrom(...zones)

/** Zones whose clocks change or have changed, so that most draws are near a change. */
const lively = [
  'Africa/Cairo',
  'Africa/Casablanca',
  'America/Havana',
  'America/New_York',
  'America/Santiago',
  'America/Sao_Paulo',
  'America/St_Johns',
  'America/Vancouver',
  'Antarctica/Troll',
  'Asia/Gaza',
  'Asia/Kathmandu',
  'Asia/Tehran',
  'Atlantic/Azores',
  'Australia/Lord_Howe',
  'Europe/Amsterdam',
  'Europe/Dublin',
  'Europe/Moscow',
  'Pacific/Apia',
  'Pacific/Chatham',
  'Pacific/Kwajalein',
]

interface Place {
  readonly local: string
  readonly zone: string
}

const anyTime = fc
  .tuple(dates(1973), fc.integer({ min: 0, max: 1439 }), anyZone)
  .map(([date, minute, zone]): Place => ({ local: `${date}T${clock(minute)}`, zone }))

/** Wall times within two hours of a clock change. */
const nearChange = fc
  .tuple(dates(1973), fc.integer({ min: -120, max: 120 }), fc.constantFrom(...lively))
  .map(([date, minutes, zone]): Place => {
    const start = Temporal.PlainDate.from(date).toZonedDateTime(zone)
    const change = start.getTimeZoneTransition('next') ?? start
    const local = change.toPlainDateTime().add({ minutes })
    return { local: local.toString({ smallestUnit: 'minute' }), zone }
  })
  .filter(({ local }) => local < '2199')

const anyPlace = fc.oneof(anyTime, nearChange)
const policies = fc.constantFrom('compatible', 'earlier', 'later')

function clock(minute: number): string {
  const [hours, minutes] = [Math.floor(minute / 60), minute % 60]
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
}

function temporalMs(place: Place, disambiguation: Disambiguation): number {
  const local = Temporal.PlainDateTime.from(place.local)
  return local.toZonedDateTime(place.zone, { disambiguation }).epochMilliseconds
}

describe('WALL-7 wall times agree with Temporal, an independent resolver', () => {
  test('under every policy, far from and near to clock changes', () => {
    checkProperty(
      fc.property(anyPlace, policies, (place, disambiguation) => {
        const instant = toInstant({ ...place, disambiguation })
        expect(instantMs(instant)).toBe(temporalMs(place, disambiguation))
      }),
      400,
    )
  })

  test('and are rejected where Temporal rejects them', () => {
    checkProperty(
      fc.property(nearChange, (place) => {
        const input = { ...place, disambiguation: 'reject' } as const
        if (isRefusedByTemporal(place)) {
          expect(errorOf(() => toInstant(input)).code).toMatch(/^wall-time-/)
        } else {
          expect(instantMs(toInstant(input))).toBe(temporalMs(place, 'reject'))
        }
      }),
    )
  })

  test('with the same offset', () => {
    checkProperty(
      fc.property(anyPlace, (place) => {
        const instant = toInstant(place)
        const zoned = Temporal.Instant.from(instant).toZonedDateTimeISO(place.zone)
        expect(toLocalIso(instant, place.zone)).toBe(zoned.toString({ timeZoneName: 'never' }))
      }),
    )
  })
})

function isRefusedByTemporal(place: Place): boolean {
  try {
    temporalMs(place, 'reject')
    return false
  } catch (error) {
    if (error instanceof RangeError) return true
    throw error
  }
}

describe('WALL-8 there and back', () => {
  test('a wall time that exists is shown again at its instant', () => {
    checkProperty(
      fc.property(anyPlace, policies, (place, disambiguation) => {
        fc.pre(!isRefusedByTemporal(place))
        const instant = toInstant({ ...place, disambiguation })
        expect(localDateTime(instant, place.zone)).toBe(place.local)
      }),
    )
  })

  test('earlier is never after later', () => {
    checkProperty(
      fc.property(anyPlace, (place) => {
        const [first, last] = (['earlier', 'later'] as const).map((disambiguation) =>
          instantMs(toInstant({ ...place, disambiguation })),
        )
        expect(first).toBeLessThanOrEqual(last ?? 0)
      }),
    )
  })
})

describe('DAY-3 days agree with Temporal', () => {
  test('where they start and end', () => {
    checkProperty(
      fc.property(anyPlace, ({ local, zone }) => {
        const date = local.slice(0, 10)
        const day = Temporal.PlainDate.from(date)
        const startMs = (each: Temporal.PlainDate) => each.toZonedDateTime(zone).epochMilliseconds
        expect(instantMs(startOfDay({ date, zone }))).toBe(startMs(day))
        expect(instantMs(endOfDayExclusive({ date, zone }))).toBe(startMs(day.add({ days: 1 })))
      }),
    )
  })
})

describe('STEP-5 steps agree with Temporal', () => {
  const count = fc.integer({ min: -400, max: 400 })

  test('in days and in months', () => {
    checkProperty(
      fc.property(anyPlace, count, ({ local, zone }, n) => {
        const from = Temporal.PlainDateTime.from(local)
        const days = from.add({ days: n })
        const months = from.add({ months: Math.trunc(n / 20) })
        fc.pre(days.year > 1972 && days.year < 2199 && months.year > 1972 && months.year < 2199)
        expect(instantMs(addDays({ local, zone, days: n }))).toBe(
          days.toZonedDateTime(zone).epochMilliseconds,
        )
        expect(instantMs(addMonths({ local, zone, months: Math.trunc(n / 20) }))).toBe(
          months.toZonedDateTime(zone).epochMilliseconds,
        )
      }),
    )
  })

  test('and days there and back keep a wall time that exists', () => {
    checkProperty(
      fc.property(anyPlace, count, ({ local, zone }, days) => {
        fc.pre(local > '1975' && local < '2197' && !isRefusedByTemporal({ local, zone }))
        const there = localDateTime(addDays({ local, zone, days }), zone)
        fc.pre(there === Temporal.PlainDateTime.from(local).add({ days }).toString().slice(0, 16))
        expect(localDateTime(addDays({ local: there, zone, days: -days }), zone)).toBe(local)
      }),
    )
  })
})
