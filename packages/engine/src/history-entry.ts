import type { LifecycleEvent, StartInput } from '@afterview/core'

interface EntryBase {
  /** The snapshot's revision after it. */
  readonly revision: number
  /** When it took effect in the lifecycle: the event's own instant, or the timer's due instant. */
  readonly at: string
  /** When the engine wrote it, by its clock. ISO, UTC. */
  readonly recordedAt: string
}

/** The lifecycle began. Always the first entry, at revision 0. */
export interface BeganEntry extends EntryBase {
  readonly type: 'began'
  /** As given, so that the history can be replayed on a newer machine. */
  readonly input: StartInput
}

/** An event from outside was accepted. */
export interface EventEntry extends EntryBase {
  readonly type: 'event'
  readonly event: LifecycleEvent
  /** The idempotency key that came with it. */
  readonly key?: string
}

/** A timer fired. */
export interface TimerEntry extends EntryBase {
  readonly type: 'timer'
  readonly timerId: string
  readonly generation: number
}

/**
 * The dates were computed anew, since the schema, the policy, the holidays or the zone data had
 * changed when the snapshot was read.
 */
export interface RenewedEntry extends EntryBase {
  readonly type: 'renewed'
}

/** One thing that happened to a lifecycle: one for each revision. Refused events leave none. */
export type HistoryEntry = BeganEntry | EventEntry | TimerEntry | RenewedEntry
