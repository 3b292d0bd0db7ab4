import { type IsolationAdapter } from '@afterview/plugin-host'
import { createChildProcessAdapter, createWorkerThreadAdapter } from '@afterview/plugin-host/node'
import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { bundleBootstraps } from './bundled-bootstraps.ts'
import { type FaultCase, type Tier, cellOf, faultCases } from './fault-cases.ts'
import { type BadPlace, contradiction, startBadPlace } from './fault-proof.ts'
import { badPlugin } from './plugin-files.ts'

const bootstraps = await bundleBootstraps()

/** Short limits for the faults that end with them; everything else has the usual ones. */
const impatient = { unresponsiveMs: 400, killMs: 1200, pingMs: 200 }

type Create = (liveness?: typeof impatient) => IsolationAdapter

const tiers: readonly { readonly tier: Tier; readonly create: Create }[] = [
  {
    tier: 'worker',
    create: (liveness) =>
      createWorkerThreadAdapter({
        bootstrap: bootstraps.thread,
        heapMb: 64,
        ...optional(liveness),
      }),
  },
  {
    tier: 'child',
    create: (liveness) =>
      createChildProcessAdapter({
        bootstrap: bootstraps.process,
        heapMb: 64,
        ...optional(liveness),
      }),
  },
]

function optional(liveness: typeof impatient | undefined) {
  return liveness === undefined ? {} : { liveness }
}

/** Real threads and processes on a busy machine take their time. */
const timeout = 30_000

/** What a plugin could do harm to in this application. */
const hostData = { owner: { name: 'Ada' }, notes: ['one', 'two'] }
const before = stateOfApplication()

function stateOfApplication() {
  return {
    hostData: JSON.stringify(hostData),
    environment: JSON.stringify(process.env),
    folder: process.cwd(),
    polluted: Object({}).polluted,
  }
}

describe.each(tiers)('in the tier $tier a plugin that', { timeout }, ({ tier, create }) => {
  const shared = createShared(() => startBadPlace(create(), badPlugin, setImmediate))
  const neighbour = createShared(() => startBadPlace(create(), badPlugin, setImmediate))
  afterAll(async () => {
    await shared.end()
    await neighbour.end()
  })

  const rows = faultCases.filter(({ outcomes }) => outcomes[tier] !== undefined)
  const hangs = rows.filter((row) => isHang(row, tier))
  const floods = rows.filter((row) => row.outcomes[tier]?.is === 'limited')
  const others = rows.filter((row) => !hangs.includes(row) && !floods.includes(row))

  test.each(others)('$fault does no harm to the application', async (row) => {
    const place = await shared.get()
    const proof = contradiction(place, row, tier)
    const answer = (await neighbour.get()).run('echo', hostData)
    await expect(answer).resolves.toEqual(hostData)
    await expect(proof).resolves.toBeUndefined()
    expect(stateOfApplication()).toEqual(before)
    expect(place.mostQuestionsInOneTurn).toBeLessThanOrEqual(256)
  })

  test.concurrent.each(hangs)('$fault is reported, then ended', async (row) => {
    const place = await startBadPlace(create(impatient), badPlugin, setImmediate)
    const proof = contradiction(place, row, tier)
    await place.event((event) => event.type === 'unresponsive')
    await expect((await neighbour.get()).run('echo', hostData)).resolves.toEqual(hostData)
    expect(place.events.some((event) => event.type === 'exit')).toBe(false)
    await expect(proof).resolves.toBeUndefined()
    expect(stateOfApplication()).toEqual(before)
  })

  test.concurrent.each(floods)('$fault is cut short', async (row) => {
    const place = await startBadPlace(create(), badPlugin, setImmediate)
    await expect(contradiction(place, row, tier)).resolves.toBeUndefined()
    await place.terminate()
  })

  test('prints one endless line has it cut after 10,000 characters', async () => {
    const place = await shared.get()
    await place.run('logLongLine', { length: 50_000 })
    const line = await place.event((event) => event.type === 'log' && event.text.startsWith('xxx'))
    const text: string = Object(line).text
    expect([text.indexOf('…'), text.slice(10_000)]).toEqual([10_000, '… (40000 more characters)'])
  })
})

function isHang(row: FaultCase, tier: Tier): boolean {
  const outcome = row.outcomes[tier]
  return outcome?.is === 'ended' && outcome.cause === 'unresponsive'
}

/** One place for many faults: a new one only after the last has ended. */
function createShared(start: () => Promise<BadPlace>) {
  let current: Promise<BadPlace> | undefined
  return {
    async get(): Promise<BadPlace> {
      const place = await current
      if (place === undefined || place.events.some((event) => event.type === 'exit')) {
        current = start()
      }
      return current ?? start()
    },
    async end(): Promise<void> {
      await (await current)?.terminate()
    },
  }
}

test('docs/faults.md says of every tier what is proved of it', () => {
  const text = readFileSync(new URL('../../docs/faults.md', import.meta.url), 'utf8')
  const rows = text
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map(cellsOf)
  const start = rows.findIndex(([first]) => first === 'A plugin that …')
  const end = rows.findIndex(([first]) => first === 'limit')
  const columns = ['inline', 'worker', 'child', 'webworker'] as const
  expect(rows.slice(start + 2, end)).toEqual(
    faultCases.map((row) => [row.fault, ...columns.map((tier) => cellOf(row, tier))]),
  )
})

function cellsOf(line: string): readonly string[] {
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim())
}
