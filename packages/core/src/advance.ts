import { isAfterviewError, parseInstant } from '@afterview/time'
import type { LifecycleEvent } from './event.ts'
import { placeName, placeOf } from './place.ts'
import { possibleTypes } from './possible.ts'
import { readEvent } from './read-event.ts'
import type { Accepted, Outcome, Refusal, Snapshot } from './snapshot.ts'
import { catchUp, contextOf, fireWhile, result, step, type Works } from './step.ts'

const KEYS_KEPT = 64

/** Takes an unknown value as an event: a new snapshot, or a reason and the events that are possible. */
export function advance(works: Works, snapshot: Snapshot, value: unknown, key?: string): Outcome {
  if (key !== undefined && snapshot.keys.includes(key)) return unchanged(snapshot, 'duplicate')
  const reading = readEvent(value, snapshot, contextOf(snapshot))
  if (!reading.ok) return refused(works, snapshot, reading.reason)
  try {
    return take(works, snapshot, reading.event, key)
  } catch (error) {
    if (!isAfterviewError(error)) throw error
    return refused(works, snapshot, outOfRange(reading.event, error))
  }
}

/**
 * Fires a timer, after those that are due before it. A wake-up that comes twice, or belongs to an
 * earlier visit of the state, changes nothing.
 */
export function wake(
  works: Works,
  snapshot: Snapshot,
  timerId: string,
  generation: number,
): Accepted {
  const timer = Object.hasOwn(snapshot.timers, timerId) ? snapshot.timers[timerId] : undefined
  if (timer?.generation !== generation) return unchanged(snapshot, 'stale')
  const isArmed = (current: Snapshot): boolean => current.timers[timerId]?.generation === generation
  return { accepted: true, ...fireWhile(works, snapshot, isArmed) }
}

function take(
  works: Works,
  snapshot: Snapshot,
  event: LifecycleEvent,
  key: string | undefined,
): Outcome {
  const caught = catchUp(works, snapshot, parseInstant(event.at))
  const next = step(works, caught.snapshot, event)
  if (next === undefined) {
    return refused(works, caught.snapshot, notPossible(caught.snapshot, event))
  }
  return {
    accepted: true,
    snapshot: withKey(next.snapshot, key),
    effects: [...caught.effects, ...next.effects],
    wakeAt: next.wakeAt,
  }
}

function withKey(snapshot: Snapshot, key: string | undefined): Snapshot {
  return key === undefined
    ? snapshot
    : { ...snapshot, keys: [...snapshot.keys, key].slice(-KEYS_KEPT) }
}

function refused(works: Works, snapshot: Snapshot, reason: Refusal): Outcome {
  return { accepted: false, reason, possible: possibleTypes(works, snapshot) }
}

function notPossible(snapshot: Snapshot, event: LifecycleEvent): Refusal {
  const place = placeName(placeOf(snapshot.machine.value))
  return {
    code: 'event-not-possible',
    message: `application ${snapshot.applicationId} is in ${place}, where ${event.type} cannot happen`,
    fix: 'record one of the possible events, or the event that is missing before this one',
    field: 'type',
    value: event.type,
  }
}

function outOfRange(event: LifecycleEvent, error: Error & { readonly fix: string }): Refusal {
  return {
    code: 'event-out-of-range',
    message: `no dates can be computed for ${event.type} at ${event.at}: ${error.message}`,
    fix: error.fix,
    field: 'at',
    value: event.at,
  }
}

function unchanged(snapshot: Snapshot, why: 'duplicate' | 'stale'): Accepted {
  return { accepted: true, unchanged: why, ...result(snapshot, []) }
}
