import type { AgendaItem } from './agenda-item.ts'
import type { Effect } from './effect.ts'
import type { EventType } from './event.ts'

/** A wake-up that the lifecycle waits for. Engines hold the same as a row or a delayed message. */
export interface Timer {
  /** One per arming: a wake-up of an earlier visit to the same state carries another and does nothing. */
  readonly generation: number
  /** Instant (ISO, UTC). Also the `at` of the firing, however late it comes. */
  readonly dueAt: string
  /** The machine's own event. */
  readonly event: { readonly type: string }
}

/** What a snapshot remembers of an agenda item, so that calendars see changes in order. */
export type AgendaRecord = Omit<AgendaItem, 'status'> & {
  readonly state: 'open' | 'done' | 'skipped' | 'cancelled'
}

/** Everything there is to know about one application, as plain JSON. */
export interface Snapshot {
  /** Version of this shape; see {@link Lifecycle.restore}. */
  readonly schemaVersion: number
  readonly applicationId: string
  /** Counts accepted events and fired timers; 0 after `start`. */
  readonly revision: number
  /** The machine's persisted snapshot: `value` and `context` are of interest to readers. */
  readonly machine: MachineSnapshot
  /** Agenda items by id, closed ones included. */
  readonly agenda: Readonly<Record<string, AgendaRecord>>
  /** Rules of obligations that applied when the agenda was made: any other has come late. Absent: none. */
  readonly rules?: readonly string[]
  /** The last 64 idempotency keys, oldest first. */
  readonly keys: readonly string[]
  /** Armed timers by id. */
  readonly timers: Readonly<Record<string, Timer>>
}

/** An XState v5 persisted snapshot, narrowed to what this package writes. */
export interface MachineSnapshot {
  readonly status: 'active' | 'done'
  readonly value: string | Readonly<Record<string, unknown>>
  readonly context: Readonly<Record<string, unknown>>
  readonly [extra: string]: unknown
}

/** The result of `start`. */
export interface Started {
  readonly snapshot: Snapshot
  readonly effects: readonly Effect[]
  /** Earliest `dueAt` of the armed timers, or `null`. */
  readonly wakeAt: string | null
}

/** An event or a wake-up was taken. */
export interface Accepted extends Started {
  readonly accepted: true
  /** Nothing changed: the key was seen before, or the wake-up was stale. The snapshot is the one given. */
  readonly unchanged?: 'duplicate' | 'stale'
}

/** An event was refused; nothing changed. */
export interface Refused {
  readonly accepted: false
  readonly reason: Refusal
  /** The events that the present state accepts. */
  readonly possible: readonly EventType[]
}

/** Why an event was refused. */
export interface Refusal {
  readonly code:
    | 'event-malformed'
    | 'event-unknown'
    | 'event-reserved'
    | 'event-not-possible'
    | 'event-out-of-order'
    | 'event-out-of-range'
  /** What happened, with ids and values. */
  readonly message: string
  readonly fix: string
  /** Path of the faulty field, such as `round.endsAt`. */
  readonly field?: string
  readonly value?: unknown
}

/** What `advance` answers. */
export type Outcome = Accepted | Refused
