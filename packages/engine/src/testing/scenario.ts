import { createLifecycle, type Snapshot, type StartInput } from '@afterview/core'
import { instantFromMs, instantMs } from '@afterview/time'
import type { Engine } from '../engine.ts'
import type { HistoryEntry } from '../history-entry.ts'
import { earliestTimer, fireDue } from '../lifecycle-step.ts'
import { check, checkFound } from './check.ts'
import type { ManualClock } from './manual-clock.ts'

/** When the clock of a case starts: an hour and a half before the interview ends. */
export const morning = '2026-11-25T13:00:00Z'
/** When the interview ends by plan, which is also when the first timer is due. */
export const interviewEnd = '2026-11-25T14:30:00Z'

/** An interview with two people in Amsterdam. */
export function applicationInput(applicationId: string): StartInput {
  return {
    applicationId,
    candidate: { name: 'Alex Kim', email: 'alex@mail.example', zone: 'Europe/Amsterdam' },
    company: { name: 'Acme', zone: 'Europe/Amsterdam', country: 'NL' },
    role: 'Platform Engineer',
    round: {
      number: 1,
      medium: 'video',
      startsAt: '2026-11-25T13:30:00Z',
      endsAt: interviewEnd,
      interviewers: [
        { id: 'sam', name: 'Sam Rivera', email: 'sam@acme.example' },
        { id: 'jo', name: 'Jo de Vries', email: 'jo@acme.example' },
      ],
    },
  }
}

/** An event as a caller would send it. */
export interface Fact {
  readonly type: string
  readonly at: string
}

/** Makes an event. */
export function fact(type: string, at: string, fields: object = {}): Fact {
  return { type, at, ...fields }
}

/** The instant some ms after another. */
export function after(instant: string, ms: number): string {
  return instantFromMs(instantMs(instant) + ms)
}

export const second = 1000
export const minute = 60_000
export const hour = 3_600_000
export const day = 86_400_000

/** Records events that must all be accepted. */
export async function tell(
  engine: Engine,
  applicationId: string,
  ...events: object[]
): Promise<void> {
  for (const event of events) {
    const outcome = await engine.record(applicationId, event)
    check(outcome.accepted, `${JSON.stringify(event)} being accepted`)
  }
}

/** Records events, each when its instant has come. */
export async function live(
  engine: Engine,
  clock: ManualClock,
  applicationId: string,
  ...events: readonly Fact[]
): Promise<void> {
  for (const event of events) {
    await clock.sleepTo(event.at)
    await tell(engine, applicationId, event)
  }
}

/** The events that end the interview and thank everybody: afterwards the employer holds the move. */
export const untilWaiting: readonly Fact[] = [
  fact('interview.ended', interviewEnd),
  fact('thankYou.sent', after(interviewEnd, hour), { interviewerId: 'sam' }),
  fact('thankYou.sent', after(interviewEnd, hour), { interviewerId: 'jo' }),
]

/** The present snapshot, which must be there. */
export async function readNow(engine: Engine, applicationId: string): Promise<Snapshot> {
  return checkFound(await engine.read(applicationId), `the snapshot of ${applicationId}`)
}

/** When the earliest timer of an application is due. */
export async function nextDue(engine: Engine, applicationId: string): Promise<string> {
  const timer = earliestTimer(await readNow(engine, applicationId))
  return checkFound(timer, `a timer of ${applicationId}`).dueAt
}

/** The instants of the timers that have fired, in the order of the history; none of them early. */
export async function firings(engine: Engine, applicationId: string): Promise<readonly string[]> {
  const entries = await engine.history(applicationId)
  const timers = entries.filter(({ type }) => type === 'timer')
  for (const { at, recordedAt } of timers) {
    check(
      instantMs(recordedAt) >= instantMs(at),
      `the firing of ${at}, at ${recordedAt}, being due`,
    )
  }
  return timers.map(({ at }) => at)
}

/** The instants at which the core alone fires the timers of a snapshot, up to an instant. */
export function firingsOfCore(snapshot: Snapshot, until: string): readonly string[] {
  const { entries } = fireDue(createLifecycle(), snapshot, instantMs(until), until)
  return entries.map(({ at }) => at)
}

/** What the core alone makes of a history. */
export function replay(entries: readonly HistoryEntry[]): Snapshot {
  const lifecycle = createLifecycle()
  const [first, ...rest] = entries
  if (first?.type !== 'began') throw new TypeError('the history does not start with a beginning')
  return rest.reduce((snapshot, entry) => {
    const outcome =
      entry.type === 'event'
        ? lifecycle.advance(snapshot, entry.event, entry.key)
        : entry.type === 'timer'
          ? lifecycle.wake(snapshot, entry.timerId, entry.generation)
          : { snapshot }
    return 'snapshot' in outcome ? outcome.snapshot : snapshot
  }, lifecycle.start(first.input).snapshot)
}
