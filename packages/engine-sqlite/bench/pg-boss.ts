import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLifecycle } from '@afterview/core'
import { createStoreEngine, type Engine } from '@afterview/engine'
import { createManualClock } from '@afterview/engine/testing'
import { openSqliteStore } from '@afterview/engine-sqlite'
import { PgBoss } from 'pg-boss'
import { startPostgres } from './postgres.ts'
import { idOf, seed, seededAt } from './seed.ts'

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

/** Timers that are parked. `AFTERVIEW_BENCH_PARKED=1000000` asks for another number. */
const parked = Number(process.env['AFTERVIEW_BENCH_PARKED'] ?? 20_000)
const rounds = 5
const eventsInRound = 150
const title = `SQLite engine beside pg-boss, ${parked} timers parked`

/**
 * The same work beside a queue on Postgres: something durable is written down for later, and
 * somebody looks whether anything is due. pg-boss has no state to load, no machine to ask and no
 * history to write; an event of ours has all three.
 */
export async function bench(): Promise<BenchTable> {
  const postgres = startPostgres()
  if (postgres === undefined) {
    const note = 'left out: there is no Postgres here (Debian: apt-get install postgresql)'
    return { title, rows: [{ name: 'pg-boss', value: 0, unit: 'jobs/s', note }] }
  }
  const folder = await mkdtemp(join(tmpdir(), 'afterview-bench-'))
  try {
    const boss = await openBoss(postgres.host, postgres.user)
    const engine = await openEngine(join(folder, 'afterview.db'))
    const rows = await measure(boss, engine)
    await engine.dispose()
    await boss.stop({ graceful: false })
    return { title, rows }
  } finally {
    postgres.stop()
    await rm(folder, { recursive: true })
  }
}

const queue = 'timers'

async function openBoss(host: string, user: string): Promise<PgBoss> {
  const boss = new PgBoss({ host, user, database: 'postgres', supervise: false, schedule: false })
  await boss.start()
  await boss.createQueue(queue)
  const startAfter = new Date(Date.now() + 30 * 86_400_000)
  for (let from = 0; from < parked; from += 1000) {
    const count = Math.min(1000, parked - from)
    const jobs = Array.from({ length: count }, (_, index) => ({
      data: { applicationId: idOf(from + index) },
      startAfter,
    }))
    await boss.insert(queue, jobs)
  }
  return boss
}

async function openEngine(file: string): Promise<Engine> {
  const store = openSqliteStore({ file })
  await seed(store, parked)
  const report = (problem: Error): never => {
    throw problem
  }
  const host = { lifecycle: createLifecycle(), clock: createManualClock(seededAt), report }
  return createStoreEngine(store, host, { poll: false })
}

async function measure(boss: PgBoss, engine: Engine): Promise<readonly BenchRow[]> {
  const event = { type: 'timeframe.asked', at: seededAt }
  const startAfter = new Date(Date.now() + 30 * 86_400_000)
  const times: Record<'event' | 'send' | 'tick' | 'fetch', number[]> = {
    event: [],
    send: [],
    tick: [],
    fetch: [],
  }
  for (let round = 0; round < rounds; round += 1) {
    times.send.push(
      ...(await timed((number) =>
        boss.send(queue, { applicationId: idOf(number) }, { startAfter }),
      )),
    )
    times.event.push(
      ...(await timed(async (number) => {
        const outcome = await engine.record(idOf(number % parked), event)
        if (!outcome.accepted) throw new Error(outcome.reason.message)
      })),
    )
    times.fetch.push(...(await timed(() => boss.fetch(queue))))
    times.tick.push(...(await timed(() => engine.catchUp())))
  }
  const [event_, send] = [perSecond(times.event), perSecond(times.send)]
  const [tick, fetch] = [quantile(times.tick, 0.5), quantile(times.fetch, 0.5)]
  return [
    { name: 'event, load to disk', value: event_, unit: 'events/s', ratio: event_ / send },
    { name: 'pg-boss, a job for later', value: send, unit: 'jobs/s' },
    { name: 'a look at what is due, p50', value: tick, unit: 'ms', ratio: fetch / tick },
    { name: 'pg-boss, fetch with nothing due, p50', value: fetch, unit: 'ms' },
  ]
}

/** Durations in ms of one round. */
async function timed(work: (number: number) => Promise<unknown>): Promise<readonly number[]> {
  const times: number[] = []
  for (let index = 0; index < eventsInRound; index += 1) {
    const number = Math.floor(Math.random() * parked)
    const start = performance.now()
    await work(number)
    times.push(performance.now() - start)
  }
  return times
}

function perSecond(times: readonly number[]): number {
  return (1000 * times.length) / times.reduce((sum, time) => sum + time, 0)
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((left, right) => left - right)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

if (import.meta.main) console.table((await bench()).rows)
