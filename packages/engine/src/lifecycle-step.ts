import type { Accepted, Effect, LifecycleEvent, Outcome, Snapshot, Timer } from '@afterview/core'
import { instantMs } from '@afterview/time'
import { engineError } from './error-table.ts'
import type { HistoryEntry } from './history-entry.ts'
import type { LifecyclePort } from './lifecycle-port.ts'

/** What a lifecycle went through in one go, with an entry for each revision that it added. */
export interface LifecycleStep {
  readonly snapshot: Snapshot
  readonly effects: readonly Effect[]
  readonly entries: readonly HistoryEntry[]
}

/** A timer with its id. */
export interface DueTimer extends Timer {
  readonly id: string
}

/** Timers that may fire in one go. A healthy lifecycle arms a handful. */
const MOST_FIRINGS = 200

/**
 * Fires the timers that are due at or before `until`, the earliest first, until none is. A fired
 * timer may cancel a later one or arm another.
 */
export function fireDue(
  lifecycle: LifecyclePort,
  snapshot: Snapshot,
  until: number,
  recordedAt: string,
): LifecycleStep {
  const effects: Effect[] = []
  const entries: HistoryEntry[] = []
  let current = snapshot
  for (;;) {
    const timer = earliestTimer(current)
    if (timer === undefined || instantMs(timer.dueAt) > until) break
    requireProgress(snapshot, entries.length)
    const fired = fire(lifecycle, current, timer)
    current = fired.snapshot
    effects.push(...fired.effects)
    entries.push(timerEntry(timer, current, recordedAt))
  }
  return { snapshot: current, effects, entries }
}

/** What became of an event: the outcome for the caller, and what to write, if it changed anything. */
export interface EventStep {
  readonly outcome: Outcome
  readonly step: LifecycleStep | null
}

/** Takes an event, with the timers that are due before it. Nothing is to be written for a refusal or a duplicate. */
export function takeEvent(
  lifecycle: LifecyclePort,
  snapshot: Snapshot,
  event: unknown,
  key: string | undefined,
  recordedAt: string,
): EventStep {
  const outcome = lifecycle.advance(snapshot, event, key)
  if (!outcome.accepted || outcome.unchanged !== undefined) return { outcome, step: null }
  const fact = event as LifecycleEvent
  if (outcome.snapshot.revision === snapshot.revision + 1) {
    const entries = [eventEntry(fact, key, outcome.snapshot, recordedAt)]
    return { outcome, step: { snapshot: outcome.snapshot, effects: outcome.effects, entries } }
  }
  return takeAfterTimers(lifecycle, snapshot, fact, key, recordedAt)
}

/** The earliest armed timer; of several with the same instant the one armed first, then by id. */
export function earliestTimer(snapshot: Snapshot): DueTimer | undefined {
  let earliest: DueTimer | undefined
  for (const [id, timer] of Object.entries(snapshot.timers)) {
    const candidate = { id, ...timer }
    if (earliest === undefined || isBefore(candidate, earliest)) earliest = candidate
  }
  return earliest
}

/** When a snapshot wants to be woken, or `null`. */
export function wakeAtOf(snapshot: Snapshot): string | null {
  return earliestTimer(snapshot)?.dueAt ?? null
}

/** The same event again, with the timers before it fired one by one, so that each leaves its entry. */
function takeAfterTimers(
  lifecycle: LifecyclePort,
  snapshot: Snapshot,
  event: LifecycleEvent,
  key: string | undefined,
  recordedAt: string,
): EventStep {
  const before = fireDue(lifecycle, snapshot, instantMs(event.at), recordedAt)
  const outcome = lifecycle.advance(before.snapshot, event, key)
  if (!outcome.accepted) return { outcome, step: null }
  const effects = [...before.effects, ...outcome.effects]
  const entries = [...before.entries, eventEntry(event, key, outcome.snapshot, recordedAt)]
  return {
    outcome: { ...outcome, effects },
    step: { snapshot: outcome.snapshot, effects, entries },
  }
}

function fire(lifecycle: LifecyclePort, snapshot: Snapshot, timer: DueTimer): Accepted {
  const fired = lifecycle.wake(snapshot, timer.id, timer.generation)
  if (fired.snapshot.timers[timer.id]?.generation === timer.generation) {
    const { id: timerId, generation } = timer
    throw engineError('timer-kept', {
      applicationId: snapshot.applicationId,
      timerId,
      generation,
    })
  }
  return fired
}

function requireProgress(snapshot: Snapshot, fired: number): void {
  if (fired < MOST_FIRINGS) return
  throw engineError('lifecycle-runaway', { applicationId: snapshot.applicationId, fired })
}

function timerEntry(timer: DueTimer, after: Snapshot, recordedAt: string): HistoryEntry {
  return {
    type: 'timer',
    revision: after.revision,
    at: timer.dueAt,
    recordedAt,
    timerId: timer.id,
    generation: timer.generation,
  }
}

function eventEntry(
  event: LifecycleEvent,
  key: string | undefined,
  after: Snapshot,
  recordedAt: string,
): HistoryEntry {
  const base = { type: 'event', revision: after.revision, at: event.at, recordedAt, event } as const
  return key === undefined ? base : { ...base, key }
}

function isBefore(a: DueTimer, b: DueTimer): boolean {
  const difference = instantMs(a.dueAt) - instantMs(b.dueAt) || a.generation - b.generation
  return difference < 0 || (difference === 0 && a.id < b.id)
}
