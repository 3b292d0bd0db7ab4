import { readFileSync } from 'node:fs'
import * as time from '@afterview/time'
import { DateTime, Settings } from 'luxon'
import { afterEach, describe, expect, test, vi } from 'vitest'

interface Hazard {
  readonly id: string
  readonly title: string
  readonly op: string
  readonly input: { readonly zone: string }
  readonly expected: string
  readonly expectedLocal: string
  readonly tzdataMin?: string
}

type Time = typeof time

const { cases } = JSON.parse(
  readFileSync(new URL('fixtures/time-hazards.json', import.meta.url), 'utf8'),
) as { cases: readonly Hazard[] }

/** British Columbia's change is in release 2026b; the case names the year only. */
function neededRelease({ id, tzdataMin = '' }: Hazard): string {
  return id === 'T33' ? '2026b' : tzdataMin
}

function isStaleFor(hazard: Hazard): boolean {
  return time.zoneDataVersion() < neededRelease(hazard)
}

function answer(library: Time, { op, input }: Hazard): string {
  const operation = library[op as 'toInstant'] as (input: unknown) => unknown
  const result = operation(input)
  return typeof result === 'string' ? result : instantOf(result as time.SendWindow)
}

function instantOf(window: time.SendWindow): string {
  return window.kind === 'instant' ? window.instant : 'none'
}

test.for(cases)('$id $op: $title', (hazard, { skip }) => {
  skip(
    isStaleFor(hazard),
    `needs zone data ${neededRelease(hazard)}, this runtime has ${time.zoneDataVersion()}`,
  )
  expect(answer(time, hazard)).toBe(hazard.expected)
  expect(time.toLocalIso(hazard.expected, hazard.input.zone)).toBe(hazard.expectedLocal)
})

test('the cases cover every operation', () => {
  expect(cases).toHaveLength(16)
  expect(new Set(cases.map((hazard) => hazard.op)).size).toBe(9)
})

const processZones = [
  ['UTC', 0],
  ['America/New_York', 300],
  ['Asia/Kolkata', -330],
  ['Australia/Lord_Howe', -660],
  ['Pacific/Kiritimati', -840],
] as const

const presents = ['2026-01-15T12:00:00Z', '2026-07-15T12:00:00Z'] as const

/** A process that has just started in this zone at this time: nothing is remembered from before. */
async function startAt(processZone: string, now: string): Promise<Time> {
  vi.stubEnv('TZ', processZone)
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(now) })
  Settings.resetCaches()
  vi.resetModules()
  return import('@afterview/time')
}

afterEach(() => {
  vi.unstubAllEnvs()
  vi.useRealTimers()
  Settings.resetCaches()
})

describe('WALL-4 the answers depend neither on the process zone nor on today', () => {
  test.for(processZones.flatMap(([zone]) => presents.map((now) => [zone, now] as const)))(
    'in %s at %s',
    async ([zone, now]) => {
      const library = await startAt(zone, now)
      const fresh = cases.filter((hazard) => !isStaleFor(hazard))
      expect(fresh.map((hazard) => answer(library, hazard))).toEqual(
        fresh.map((hazard) => hazard.expected),
      )
    },
  )

  test.for(presents)('for a time that happens twice, at %s', async (now) => {
    const { toInstant } = await startAt('UTC', now)
    const local = '2026-10-25T02:30'
    expect(toInstant({ local, zone: 'Europe/Amsterdam' })).toBe('2026-10-25T00:30:00Z')
  })

  test.for(processZones)('where the process really is in %s', async ([zone, minutesBehind]) => {
    await startAt(zone, presents[0])
    expect(new Date(2026, 0, 15, 12).getTimezoneOffset()).toBe(minutesBehind)
  })

  test('where a plain luxon answers by the season, and by the process zone', async () => {
    const overlap = (): number =>
      DateTime.fromISO('2026-10-25T02:30', { zone: 'Europe/Amsterdam' }).offset
    await startAt('UTC', presents[0])
    expect(overlap()).toBe(60)
    await startAt('UTC', presents[1])
    expect(overlap()).toBe(120)
    await startAt('Asia/Kolkata', presents[1])
    expect(DateTime.fromISO('2026-10-25T02:30').offset).toBe(330)
  })
})
