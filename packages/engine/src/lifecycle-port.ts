import type { Accepted, EventType, Outcome, Snapshot, StartInput, Started } from '@afterview/core'

/**
 * What an engine needs of the core, and all that it knows of it. `createLifecycle()` of
 * `@afterview/core` satisfies it. Every function is pure and synchronous.
 */
export interface LifecyclePort {
  /** Begins a lifecycle; throws on input that makes no sense. */
  start(input: StartInput): Started
  /** Takes an event; fires the timers due at or before the event's `at` first. */
  advance(snapshot: Snapshot, event: unknown, key?: string): Outcome
  /** Fires one timer; a generation that is no longer armed changes nothing. */
  wake(snapshot: Snapshot, timerId: string, generation: number): Accepted
  /** The events that the present state accepts. */
  possibleEvents(snapshot: Snapshot): readonly EventType[]
  /** Reads a stored value, migrating older schema versions; throws when it cannot. */
  restore(value: unknown): Snapshot
}
