import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLifecycle } from '@afterview/core'
import type { Engine, HistoryEntry } from '@afterview/engine'
import { createManualClock } from '@afterview/engine/testing'
import { sqliteEngine } from '@afterview/engine-sqlite'
import { instantFromMs, instantMs } from '@afterview/time'
import { fastNow, type FastTime } from './fast-clock.ts'
import type { LogLine } from './load.ts'
import type { WorkerOrders } from './worker.ts'

/** What became of a file whose writers were killed. Everything below `acknowledged` should be 0. */
export interface KillReport {
  readonly kills: number
  readonly lifecycles: number
  /** Events that the engine had answered as accepted. */
  readonly acknowledged: number
  readonly timersFired: number
  readonly effectsPerformed: number
  readonly lost: number
  readonly doubled: number
  readonly refusedButStored: number
  readonly timersEarly: number
  readonly timersTwice: number
  readonly timersMissing: number
  readonly effectsMissing: number
  /** Lifecycles whose snapshot is not what the core makes of their history. */
  readonly inconsistent: number
  readonly damage: number
  readonly problems: number
  /** Effects that were performed more than once, as is allowed after a kill. */
  readonly effectsRepeated: number
}

/**
 * Starts a worker under load, every other time two of them on the same file, and kills them with
 * SIGKILL, again and again; then looks at the file.
 */
export async function killAgainAndAgain(kills: number, longestLife = 500): Promise<KillReport> {
  const folder = mkdtempSync(join(tmpdir(), 'afterview-kill-'))
  const file = join(folder, 'afterview.db')
  const log = join(folder, 'log')
  const time = { realStart: Date.now(), start: instantMs('2026-11-25T09:00:00Z'), speed: 20_000 }
  writeFileSync(log, '')
  try {
    for (let run = 0; run < kills;) {
      const place = { file, log, time, run }
      const orders = ordersOf(readLog(log), place)
      const second = { ...orders, run: run + 1, unanswered: [] }
      const workers = run % 3 === 1 && run + 1 < kills ? [orders, second] : [orders]
      await Promise.all(workers.map((one) => lifeAndDeath(folder, one, longestLife)))
      run += workers.length
    }
    return await inspect(file, log, time, kills)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

type Place = Pick<WorkerOrders, 'file' | 'log' | 'time' | 'run'>

function ordersOf(lines: readonly LogLine[], place: Place): WorkerOrders {
  const sent = lines.flatMap((line) => (line.type === 'sent' ? [line.sent] : []))
  const answered = new Set(lines.map((line) => (line.type === 'answered' ? line.key : '')))
  const unanswered = new Map(
    sent.filter(({ key }) => !answered.has(key)).map((one) => [one.key, one]),
  )
  const ids = [...new Set(sent.map(({ id }) => id))]
  return { ...place, ids, unanswered: [...unanswered.values()] }
}

async function lifeAndDeath(folder: string, orders: WorkerOrders, longest: number): Promise<void> {
  const ordersFile = join(folder, `orders-${orders.run}.json`)
  writeFileSync(ordersFile, JSON.stringify(orders))
  const script = join(import.meta.dirname, 'worker.ts')
  const worker = spawn(process.execPath, [script, ordersFile], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let complaint = ''
  worker.stderr.on('data', (chunk) => {
    complaint += String(chunk)
  })
  const ended = new Promise<string | null>((resolve) => {
    worker.on('exit', (_code, signal) => resolve(signal))
  })
  worker.stdout.once('data', () => {
    setTimeout(() => worker.kill('SIGKILL'), Math.random() * longest)
  })
  if ((await ended) !== 'SIGKILL') throw new Error(`the worker ended by itself: ${complaint}`)
}

/** The last line may have been cut off by the kill. */
function readLog(log: string): readonly LogLine[] {
  return readFileSync(log, 'utf8')
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as LogLine)
}

async function inspect(
  file: string,
  log: string,
  time: FastTime,
  kills: number,
): Promise<KillReport> {
  const drained: string[] = []
  const problems: Error[] = []
  const clock = createManualClock(instantFromMs(fastNow(time)))
  const report = (problem: Error): void => void problems.push(problem)
  const engine = await sqliteEngine({ file })({ lifecycle: createLifecycle(), clock, report })
  engine.handleEffects('log', ({ key }) => void drained.push(key))
  await engine.catchUp()
  // Claims of the last worker end after a minute.
  await clock.advance(2 * 60_000)
  const histories = await allHistories(engine)
  const damage = await engine.checkIntegrity()
  const [inconsistent, missing] = await compareWithCore(engine, histories, clock.now())
  await engine.dispose()
  const lines = readLog(log)
  const performed = [
    ...lines.flatMap((line) => (line.type === 'performed' ? [line.effect] : [])),
    ...drained,
  ]
  return {
    kills,
    lifecycles: histories.size,
    ...judgeEvents(lines, histories),
    ...judgeTimers([...histories.values()]),
    timersMissing: missing,
    effectsPerformed: performed.length,
    effectsMissing: countMissingEffects(histories, new Set(performed)),
    effectsRepeated: performed.length - new Set(performed).size,
    inconsistent,
    damage: damage.length,
    problems: problems.length + lines.filter(({ type }) => type === 'problem').length,
  }
}

type Histories = ReadonlyMap<string, readonly HistoryEntry[]>

async function allHistories(engine: Engine): Promise<Histories> {
  const histories = new Map<string, readonly HistoryEntry[]>()
  for await (const { applicationId, history } of engine.exportAll()) {
    histories.set(applicationId, history)
  }
  return histories
}

type EventCounts = Pick<KillReport, 'acknowledged' | 'lost' | 'doubled' | 'refusedButStored'>

function judgeEvents(lines: readonly LogLine[], histories: Histories): EventCounts {
  const stored = new Map<string, number>()
  for (const entry of [...histories.values()].flat()) {
    if (entry.type !== 'event') continue
    stored.set(entry.key ?? '', (stored.get(entry.key ?? '') ?? 0) + 1)
  }
  const answers = lines.flatMap((line) => (line.type === 'answered' ? [line] : []))
  const accepted = [...new Set(answers.flatMap(({ key, accepted: yes }) => (yes ? [key] : [])))]
  const refused = answers.flatMap(({ key, accepted: yes }) => (yes ? [] : [key]))
  return {
    acknowledged: accepted.length,
    lost: accepted.filter((key) => !stored.has(key)).length,
    doubled: [...stored.values()].filter((count) => count > 1).length,
    refusedButStored: refused.filter((key) => stored.has(key)).length,
  }
}

type TimerCounts = Pick<KillReport, 'timersFired' | 'timersEarly' | 'timersTwice'>

function judgeTimers(histories: readonly (readonly HistoryEntry[])[]): TimerCounts {
  const firings = histories.map((history) => history.filter((entry) => entry.type === 'timer'))
  const all = firings.flat()
  const different = firings.map(
    (one) => new Set(one.map((e) => `${e.timerId} ${e.generation}`)).size,
  )
  return {
    timersFired: all.length,
    timersEarly: all.filter(({ at, recordedAt }) => instantMs(recordedAt) < instantMs(at)).length,
    timersTwice: all.length - different.reduce((sum, count) => sum + count, 0),
  }
}

/** Lifecycles that differ from what the core makes of their history, and timers that are overdue. */
async function compareWithCore(
  engine: Engine,
  histories: Histories,
  now: string,
): Promise<readonly [number, number]> {
  let [inconsistent, missing] = [0, 0]
  for (const [id, history] of histories) {
    const snapshot = await engine.read(id)
    if (JSON.stringify(snapshot) !== JSON.stringify(replay(history).snapshot)) inconsistent += 1
    const timers = Object.values(snapshot?.timers ?? {})
    missing += timers.filter(({ dueAt }) => instantMs(dueAt) <= instantMs(now)).length
  }
  return [inconsistent, missing]
}

function countMissingEffects(histories: Histories, performed: ReadonlySet<string>): number {
  const expected = [...histories.values()].flatMap((history) => replay(history).effects)
  return expected.filter((key) => !performed.has(key)).length
}

/** The snapshot and the keys of the effects that the core alone makes of a history. */
function replay(history: readonly HistoryEntry[]): {
  readonly snapshot: unknown
  readonly effects: readonly string[]
} {
  const lifecycle = createLifecycle()
  const [first, ...rest] = history
  if (first?.type !== 'began') throw new Error('a history does not begin')
  const effects: string[] = []
  let { snapshot } = lifecycle.start(first.input)
  for (const entry of rest) {
    if (entry.type === 'began') throw new Error('a history begins twice')
    if (entry.type === 'renewed') {
      snapshot = lifecycle.restore(snapshot)
      continue
    }
    const outcome =
      entry.type === 'event'
        ? lifecycle.advance(snapshot, entry.event, entry.key)
        : lifecycle.wake(snapshot, entry.timerId, entry.generation)
    if (!outcome.accepted) throw new Error(outcome.reason.message)
    effects.push(...outcome.effects.map(({ key }) => key))
    snapshot = outcome.snapshot
  }
  return { snapshot, effects }
}

/** `node faults/kill.ts 300` prints the report. */
if (process.argv[1] === import.meta.filename) {
  const report = await killAgainAndAgain(Number(process.argv[2] ?? 20))
  for (const [name, value] of Object.entries(report)) process.stdout.write(`${name}: ${value}\n`)
}
