import { createLifecycle } from '@afterview/core'
import type { Engine, HistoryEntry } from '@afterview/engine'
import { instantMs } from '@afterview/time'
import type { LogLine } from './load.ts'

/** What is stored, held against what the workers were told. All from `lost` to `failures` should be 0. */
export interface Judgement {
  readonly lifecycles: number
  /** Events that the engine had answered as accepted. */
  readonly acknowledged: number
  readonly timersFired: number
  readonly effectsPerformed: number
  readonly lost: number
  readonly doubled: number
  readonly refusedButStored: number
  readonly beginningsLost: number
  readonly timersEarly: number
  readonly timersTwice: number
  readonly timersMissing: number
  readonly effectsMissing: number
  /** Lifecycles whose snapshot is not what the core makes of their history. */
  readonly inconsistent: number
  readonly failures: number
  /** The most that a timer was late, in ms: the time that it took to come back. */
  readonly latestTimer: number
  /** Effects that were performed more than once, as is allowed after a kill. */
  readonly effectsRepeated: number
}

/** Looks at everything that an engine holds. `drained` are effects that were performed at the end. */
export async function judge(
  engine: Engine,
  lines: readonly LogLine[],
  drained: readonly string[],
): Promise<Judgement> {
  const histories = new Map<string, readonly HistoryEntry[]>()
  for await (const { applicationId, history } of engine.exportAll()) {
    histories.set(applicationId, history)
  }
  const performed = [
    ...lines.flatMap((line) => (line.type === 'performed' ? [line.effect] : [])),
    ...drained,
  ]
  const began = lines.flatMap((line) => (line.type === 'began' ? [line.id] : []))
  return {
    lifecycles: histories.size,
    ...judgeEvents(lines, histories),
    beginningsLost: began.filter((id) => !histories.has(id)).length,
    ...judgeTimers([...histories.values()]),
    ...(await compareWithCore(engine, histories, new Set(performed))),
    effectsPerformed: performed.length,
    effectsRepeated: performed.length - new Set(performed).size,
    failures: (await engine.failures()).items.length + (await engine.deadLetters()).items.length,
  }
}

type Histories = ReadonlyMap<string, readonly HistoryEntry[]>
type EventCounts = Pick<Judgement, 'acknowledged' | 'lost' | 'doubled' | 'refusedButStored'>

function judgeEvents(lines: readonly LogLine[], histories: Histories): EventCounts {
  const stored = new Map<string, number>()
  for (const entry of [...histories.values()].flat()) {
    if (entry.type !== 'event') continue
    stored.set(entry.key ?? '', (stored.get(entry.key ?? '') ?? 0) + 1)
  }
  const answers = lines.flatMap((line) => (line.type === 'answered' ? [line] : []))
  const accepted = new Set(answers.flatMap(({ key, accepted: yes }) => (yes ? [key] : [])))
  const refused = answers.flatMap(({ key, accepted: yes }) => (yes ? [] : [key]))
  return {
    acknowledged: accepted.size,
    lost: [...accepted].filter((key) => !stored.has(key)).length,
    doubled: [...stored.values()].filter((count) => count > 1).length,
    refusedButStored: refused.filter((key) => stored.has(key)).length,
  }
}

type TimerCounts = Pick<Judgement, 'timersFired' | 'timersEarly' | 'timersTwice' | 'latestTimer'>

function judgeTimers(histories: readonly (readonly HistoryEntry[])[]): TimerCounts {
  const firings = histories.map((history) => history.filter((entry) => entry.type === 'timer'))
  const waits = firings.flat().map(({ at, recordedAt }) => instantMs(recordedAt) - instantMs(at))
  const different = firings.map(
    (one) => new Set(one.map((entry) => `${entry.timerId} ${entry.generation}`)).size,
  )
  return {
    timersFired: waits.length,
    timersEarly: waits.filter((wait) => wait < 0).length,
    timersTwice: waits.length - different.reduce((sum, count) => sum + count, 0),
    latestTimer: Math.max(0, ...waits),
  }
}

type CoreCounts = Pick<Judgement, 'inconsistent' | 'timersMissing' | 'effectsMissing'>

async function compareWithCore(
  engine: Engine,
  histories: Histories,
  performed: ReadonlySet<string>,
): Promise<CoreCounts> {
  let [inconsistent, timersMissing, effectsMissing] = [0, 0, 0]
  for (const [id, history] of histories) {
    const [snapshot, expected] = [await engine.read(id), replay(history)]
    if (JSON.stringify(snapshot) !== JSON.stringify(expected.snapshot)) inconsistent += 1
    const timers = Object.values(snapshot?.timers ?? {})
    timersMissing += timers.filter(({ dueAt }) => instantMs(dueAt) <= Date.now()).length
    effectsMissing += expected.effects.filter((key) => !performed.has(key)).length
  }
  return { inconsistent, timersMissing, effectsMissing }
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
