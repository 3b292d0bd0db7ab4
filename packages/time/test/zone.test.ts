import { isZone, requireZone, toLocalIso, zoneDataVersion } from '@afterview/time'
import { describe, expect, test } from 'vitest'
import { errorOf } from './error-of.ts'

describe('ZONE-1 names of places are zones', () => {
  test.for([
    'UTC',
    'Europe/Amsterdam',
    'America/Argentina/Buenos_Aires',
    'America/Port-au-Prince',
    'Africa/Dar_es_Salaam',
    'Asia/Kolkata',
    'Asia/Calcutta',
    'US/Eastern',
    'Etc/GMT+5',
    'Etc/UTC',
    'Australia/Lord_Howe',
  ])('%s', (zone) => {
    expect(requireZone(zone)).toBe(zone)
    expect(isZone(zone)).toBe(true)
  })

  test('every one that the runtime lists', () => {
    const listed = Intl.supportedValuesOf('timeZone').filter((zone) => zone.includes('/'))
    expect(listed.length).toBeGreaterThan(400)
    expect(listed.filter((zone) => !isZone(zone))).toEqual([])
  })

  test('Etc/GMT+5 is five hours behind UTC', () => {
    expect(toLocalIso('2026-11-26T14:00:00Z', 'Etc/GMT+5')).toBe('2026-11-26T09:00:00-05:00')
  })
})

describe('ZONE-2 abbreviations are refused with the place that is meant', () => {
  test.for([
    ['BST', 'Europe/London'],
    ['IST', 'Asia/Kolkata'],
    ['CST', 'America/Chicago'],
    ['EST', 'America/New_York'],
    ['PST', 'America/Los_Angeles'],
    ['CET', 'Europe/Berlin'],
    ['MET', 'Europe/Berlin'],
    ['cest', 'Europe/Berlin'],
    ['GMT', 'UTC'],
    ['Z', 'UTC'],
    ['EST5EDT', 'Europe/Amsterdam'],
    ['ROK', 'Europe/Amsterdam'],
  ])('%s suggests %s', ([zone = '', place]) => {
    const error = errorOf(() => requireZone(zone))
    expect(error.code).toBe('zone-abbreviation')
    expect(error.fix).toContain(place)
    expect(isZone(zone)).toBe(false)
  })

  test('every suggestion is a zone', () => {
    for (const zone of ['ACST', 'AST', 'BST', 'CST', 'EET', 'GMT', 'IST', 'MST', 'NST', 'SST']) {
      const { suggestions } = errorOf(() => requireZone(zone)).details
      expect(suggestions).toSatisfy((places: readonly string[]) => places.every(isZone))
    }
  })
})

test.for(['+02:00', '-0500', '+1', 'UTC+2', 'GMT-3', 'UTC +05:30', 'Z+1'])(
  'ZONE-3 a fixed offset is refused: %s',
  (zone) => {
    expect(errorOf(() => requireZone(zone)).code).toBe('zone-fixed-offset')
  },
)

describe('ZONE-4 unknown names are refused with the nearest', () => {
  test.for([
    ['Europe/Amsterdm', 'Europe/Amsterdam'],
    ['europe/amsterdam', 'Europe/Amsterdam'],
    ['EUROPE/PARIS', 'Europe/Paris'],
    ['Amsterdam', 'Europe/Amsterdam'],
    ['New York', 'America/New_York'],
    ['Europe/New_York', 'America/New_York'],
    ['Utc', 'UTC'],
  ])('%s suggests %s', ([zone = '', place]) => {
    const error = errorOf(() => requireZone(zone))
    expect(error.code).toBe('zone-unknown')
    expect(error.details.suggestions).toContain(place)
  })

  test.for(['Mars/Olympus_Mons', '', 'Europe/', 'Sport~~blorp'])('%j has none near', (zone) => {
    const error = errorOf(() => requireZone(zone))
    expect(error.code).toBe('zone-unknown')
    expect(error.fix).toContain('Area/City')
  })
})

describe('ZONE-5 the age of the zone data', () => {
  test('is told as the newest release that is surely in it', () => {
    expect(zoneDataVersion()).toMatch(/^20\d\d[a-z]?$/)
  })

  test('is never newer than what Node says', () => {
    expect(zoneDataVersion() <= (process.versions.tz ?? '')).toBe(true)
  })
})
