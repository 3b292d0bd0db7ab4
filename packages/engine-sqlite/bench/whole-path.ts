import { mkdtemp, open, rm } from 'node:fs/promises'
import { statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { createLifecycle } from '@afterview/core'
import { createStoreEngine, type Engine } from '@afterview/engine'
import { createManualClock, type ManualClock } from '@afterview/engine/testing'
import { openSqliteStore } from '@afterview/engine-sqlite'
import { type BareLoop, openBareLoop } from './bare-loop.ts'
import { answerBy, answerDays, idOf, seed, seededAt } from './seed.ts'

interface BenchRow {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly ratio?: number
  readonly note?: string
}

interface BenchTable {
  readonly title: string
  readonly rows: readonly BenchRow[]
}

/** Lifecycles in the file. `AFTERVIEW_BENCH_SIZES=10000,100000,1000000` asks for others. */
const sizes = (process.env['AFTERVIEW_BENCH_SIZES'] ?? '10000').split(',').map(Number)
const rounds = 9
const eventsInRound = 300
/** Events before the first that is measured: a server has been running for a while. */
const warmUp = 4000
const sameMorning = 3000
/** Events that are under way at the same time, as on a server. */
const lanes = 16
const minute = 60_000

/**
 * An event from the store through the core to the disk, on random lifecycles of many, beside a bare
 * loop that writes as many bytes; then what a poller costs.
 */
export async function bench(): Promise<BenchTable> {
  const rows: BenchRow[] = []
  for (const size of sizes) rows.push(...(await benchSize(size)))
  rows.push(...(await spreadRows()))
  return { title: 'SQLite engine: the whole path of an event', rows }
}

async function benchSize(size: number): Promise<readonly BenchRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'afterview-bench-'))
  const file = join(folder, 'afterview.db')
  const bare = openBareLoop(join(folder, 'bare.db'))
  try {
    const store = openSqliteStore({ file })
    await seed(store, size)
    bare.seed(size, idOf, snapshotIn(file))
    for (const database of [file, join(folder, 'bare.db')]) await flush(database)
    const clock = createManualClock(seededAt)
    const engine = createStoreEngine(store, hostOf(clock), { poll: false })
    const rows = [
      ...(await eventRows(engine, bare, size)),
      await idleRow(engine, size),
      ...(await burstRows(engine, clock, size)),
      ...(await fileRows(engine, file, size)),
    ]
    await engine.dispose()
    return [...rows, await reopenRow(file, clock, size)]
  } finally {
    bare.close()
    await rm(folder, { recursive: true })
  }
}

/** What the system still has to write of the seeding would slow down the first syncs. */
async function flush(database: string): Promise<void> {
  const handle = await open(database)
  await handle.sync()
  await handle.close()
}

function hostOf(clock: ManualClock): Parameters<typeof createStoreEngine>[1] {
  const report = (problem: Error): never => {
    throw problem
  }
  return { lifecycle: createLifecycle(), clock, report }
}

async function eventRows(
  engine: Engine,
  bare: BareLoop,
  size: number,
): Promise<readonly BenchRow[]> {
  const ours: number[][] = []
  const theirs: number[][] = []
  const event = { type: 'timeframe.asked', at: seededAt }
  const entry = JSON.stringify({
    type: 'event',
    revision: 9,
    at: seededAt,
    recordedAt: seededAt,
    event,
  })
  const together: number[] = []
  const moving: number[] = []
  const take = async (number: number, taken: unknown): Promise<void> => {
    const outcome = await engine.record(idOf(number % size), taken)
    if (!outcome.accepted) throw new Error(outcome.reason.message)
  }
  const record = (number: number): Promise<void> => take(number, event)
  const move = (number: number): Promise<void> =>
    take(number, { ...answerBy(number % answerDays), at: seededAt })
  for (let count = 0; count < warmUp; count += 1) await record(Math.floor(Math.random() * size))
  let cpu = 0
  for (let round = 0; round < rounds; round += 1) {
    theirs.push(await timed((number) => bare.write(idOf(number % size), entry)))
    const start = process.cpuUsage()
    ours.push(await timed(record))
    cpu += cpuSince(start)
    together.push(await rateOfLanes(record, size))
    moving.push(await rateOfLanes(move, size))
  }
  const [rate, bareRate] = [median(ours.map(perSecond)), median(theirs.map(perSecond))]
  const atOnce = median(together)
  return [
    row(size, 'events, load to disk', rate, 'events/s'),
    row(size, 'bare node:sqlite loop, same bytes', bareRate, 'events/s', {
      ratio: rate / bareRate,
    }),
    row(size, `events, ${lanes} under way at once`, atOnce, 'events/s', {
      ratio: atOnce / bareRate,
      note: 'ratio: against the bare loop',
    }),
    row(
      size,
      `events that move the wake-up, ${lanes} under way at once`,
      median(moving),
      'events/s',
    ),
    row(size, 'event p50', roundsQuantile(ours, 0.5), 'ms'),
    row(size, 'event p99', roundsQuantile(ours, 0.99), 'ms'),
    row(size, 'bare node:sqlite loop, p99', roundsQuantile(theirs, 0.99), 'ms'),
    row(size, 'processor time of an event', cpu / (rounds * eventsInRound), 'ms'),
  ]
}

/** Each lane sends its next event when the last is answered; what is under way shares a commit. */
async function rateOfLanes(
  record: (number: number) => Promise<void>,
  size: number,
): Promise<number> {
  const eventsInLane = Math.ceil(eventsInRound / lanes)
  const start = performance.now()
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      for (let count = 0; count < eventsInLane; count += 1) {
        await record(Math.floor(Math.random() * size))
      }
    }),
  )
  return (1000 * lanes * eventsInLane) / (performance.now() - start)
}

/** The bytes that a snapshot takes in the file. */
function snapshotIn(file: string): Uint8Array {
  const reader = new DatabaseSync(file)
  const packed = reader.prepare('SELECT packed FROM lifecycle LIMIT 1').get()?.['packed']
  reader.close()
  if (!(packed instanceof Uint8Array)) throw new Error('the snapshot is not packed')
  return packed
}

async function idleRow(engine: Engine, size: number): Promise<BenchRow> {
  const ticks = await timed(() => engine.catchUp())
  return row(size, 'tick with nothing due, p99', quantile(ticks, 0.99), 'ms')
}

/** All that is due at the first nine o'clock, in one go. */
async function burstRows(
  engine: Engine,
  clock: ManualClock,
  size: number,
): Promise<readonly BenchRow[]> {
  const { nextWakeAt } = await engine.diagnostics()
  clock.step(Date.parse(nextWakeAt ?? '') - Date.parse(clock.now()))
  const due = (await engine.diagnostics()).overdue
  const start = performance.now()
  const startCpu = process.cpuUsage()
  await engine.catchUp()
  const seconds = (performance.now() - start) / 1000
  const note = `${due} due at once`
  return [
    row(size, 'catch-up', due / seconds, 'timers/s', { note }),
    row(size, 'catch-up, all of it', seconds, 's', { note }),
    row(size, 'catch-up, processor time of a timer', cpuSince(startCpu) / due, 'ms'),
  ]
}

/** How many of those that are due at the same nine o'clock are woken in the busiest minute. */
async function spreadRows(): Promise<readonly BenchRow[]> {
  const rows: BenchRow[] = []
  for (const spread of [0, 10 * minute, 60 * minute]) {
    const folder = await mkdtemp(join(tmpdir(), 'afterview-bench-'))
    const store = openSqliteStore({ file: join(folder, 'afterview.db') })
    await seed(store, sameMorning, 1)
    const host = hostOf(createManualClock(seededAt))
    const engine = createStoreEngine(store, host, { poll: false, spread })
    await engine.renew()
    const name = `woken in the busiest minute, spread over ${spread / minute} min`
    rows.push(row(sameMorning, name, await busiestMinute(engine), 'lifecycles'))
    await engine.dispose()
    await rm(folder, { recursive: true })
  }
  return rows
}

async function busiestMinute(engine: Engine): Promise<number> {
  const minutes = new Map<number, number>()
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: Awaited<ReturnType<Engine['list']>> = await engine.list({ cursor, limit: 1000 })
    for (const { wakeAt } of page.items) {
      const woken = Math.floor(Date.parse(wakeAt ?? '') / minute)
      minutes.set(woken, (minutes.get(woken) ?? 0) + 1)
    }
    cursor = page.cursor
  }
  return Math.max(...minutes.values())
}

async function fileRows(engine: Engine, file: string, size: number): Promise<readonly BenchRow[]> {
  await engine.diagnostics()
  return [
    row(size, 'file', statSync(file).size / 2 ** 20, 'MiB'),
    row(size, 'file, for each lifecycle', statSync(file).size / size, 'bytes'),
    row(size, 'memory of the process (RSS)', process.memoryUsage().rss / 2 ** 20, 'MiB'),
  ]
}

async function reopenRow(file: string, clock: ManualClock, size: number): Promise<BenchRow> {
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now()
    const engine = createStoreEngine(openSqliteStore({ file }), hostOf(clock), { poll: false })
    await engine.read(idOf(round))
    times.push(performance.now() - start)
    await engine.dispose()
  }
  return row(size, 'open the file and read one', median(times), 'ms')
}

function cpuSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}

async function timed(run: (number: number) => unknown): Promise<number[]> {
  const times: number[] = []
  for (let index = 0; index < eventsInRound; index += 1) {
    const number = Math.floor(Math.random() * 2 ** 30)
    const start = performance.now()
    await run(number)
    times.push(performance.now() - start)
  }
  return times
}

function perSecond(times: readonly number[]): number {
  return (1000 * times.length) / times.reduce((sum, time) => sum + time, 0)
}

function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

/** Of each round, then the middle one: a neighbour who is busy for a second spoils only some rounds. */
function roundsQuantile(times: readonly (readonly number[])[], share: number): number {
  return median(times.map((round) => quantile(round, share)))
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

function row(
  size: number,
  name: string,
  value: number,
  unit: string,
  rest: Partial<BenchRow> = {},
): BenchRow {
  return { name: `${size.toLocaleString('en')}: ${name}`, value, unit, ...rest }
}

if (process.argv[1] === import.meta.filename) console.table((await bench()).rows)
