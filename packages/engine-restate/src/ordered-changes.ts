import type { Change, WrittenChange } from '@afterview/engine'

/**
 * Brings two streams of changes into one order for each application: those that this engine made,
 * which are known when its calls are answered, and timers, which may be told before such an answer.
 */
export interface OrderedChanges {
  /** Runs a call of this engine; `publish` what it changed, in the order of the calls. */
  during<Result>(applicationId: string, call: () => Promise<Result>): Promise<Result>
  /** A change of a call of this engine. */
  own(change: Change): void
  /** A timer has fired. */
  fired(change: Change): void
}

/** Publishes each change at its place. */
export function createOrderedChanges(publish: (change: Change) => void): OrderedChanges {
  const calls = new Map<string, number>()
  const held = new Map<string, WrittenChange[]>()

  function release(applicationId: string, until: number): void {
    const waiting = held.get(applicationId) ?? []
    const ready = waiting.filter((change) => revisionOf(change) <= until)
    const rest = waiting.filter((change) => revisionOf(change) > until)
    if (rest.length === 0) held.delete(applicationId)
    else held.set(applicationId, rest)
    ready.forEach(publish)
  }

  function count(applicationId: string, difference: number): number {
    const after = (calls.get(applicationId) ?? 0) + difference
    if (after === 0) calls.delete(applicationId)
    else calls.set(applicationId, after)
    return after
  }

  return {
    async during(applicationId, call) {
      count(applicationId, 1)
      try {
        return await call()
      } finally {
        if (count(applicationId, -1) === 0) release(applicationId, Number.POSITIVE_INFINITY)
      }
    },
    own(change) {
      const until = change.type === 'erased' ? Number.POSITIVE_INFINITY : revisionOf(change)
      release(change.applicationId, until)
      publish(change)
    },
    fired(change) {
      if (change.type === 'erased' || !calls.has(change.applicationId)) publish(change)
      else held.set(change.applicationId, [...(held.get(change.applicationId) ?? []), change])
    },
  }
}

function revisionOf({ snapshot }: WrittenChange): number {
  return snapshot.revision
}
