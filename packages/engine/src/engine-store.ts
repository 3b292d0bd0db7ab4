import type { Effect, Snapshot } from '@afterview/core'
import type { DeadLetter } from './effect-handler.ts'
import type { Failure } from './failure.ts'
import type { HistoryEntry } from './history-entry.ts'
import type { StoreCompany } from './store-company.ts'

/** A lifecycle as a store keeps it. Instants are milliseconds since 1970. */
export interface StoredLifecycle {
  readonly applicationId: string
  /** Given by the store when it begins, and never again: not even to the same id after an erase. */
  readonly incarnation: number
  readonly revision: number
  /** As JSON data; nobody has checked it since it was written. */
  readonly snapshot: unknown
  readonly state: string
  readonly beganAt: number
  readonly changedAt: number
  readonly wakeAt: number | null
}

/** One atomic write: all of it is durable when `commit` resolves, or none of it ever. */
export interface StoreWrite {
  readonly applicationId: string
  /** What the writer has read; `null` to begin, which conflicts with an id that is taken. */
  readonly fence: { readonly incarnation: number; readonly revision: number } | null
  readonly snapshot: Snapshot
  /** Of the snapshot. */
  readonly revision: number
  /** Path of the state, such as `waiting.quiet`. */
  readonly state: string
  /** The present, by the engine's clock: the change's instant, and when the effects are due. */
  readonly at: number
  readonly wakeAt: number | null
  readonly entries: readonly HistoryEntry[]
  readonly effects: readonly Effect[]
}

/** `conflict`: another writer was faster, or the lifecycle is gone; nothing was written. */
export type WriteResult = 'written' | 'conflict'

/** Which lifecycles are wanted, in the order of their ids by code unit. */
export interface StoreQuery {
  /** Ids after this one; `null` from the start. */
  readonly after: string | null
  readonly limit: number
  /** A top-level state, or a whole path. */
  readonly state: string | null
  /** One that is not wanted. */
  readonly exceptState: string | null
  readonly changedSince: number | null
}

/** An effect that waits. */
export interface OutboxRow {
  readonly applicationId: string
  readonly effect: Effect
  /** Claims so far, this one included: an attempt counts even when the process dies in it. */
  readonly attempts: number
  /** Names of the handlers that have performed it. */
  readonly performedBy: readonly string[]
}

/** What became of a claimed effect. */
export type DeliveryResult =
  | { readonly type: 'delivered'; readonly key: string }
  | {
      readonly type: 'postponed' | 'died'
      readonly key: string
      readonly attempts: number
      readonly performedBy: readonly string[]
      /** When it is due again, or when it died. */
      readonly at: number
      readonly error: string
    }

/** A dead letter or a waiting effect of one application. */
export interface StoredEffect {
  readonly effect: Effect
  readonly status: 'waiting' | 'dead'
  readonly attempts: number
}

/** How much a store holds. */
export interface StoreCounts {
  readonly lifecycles: number
  readonly overdue: number
  readonly undelivered: number
  readonly deadLetters: number
  readonly failures: number
  readonly facts: Readonly<Record<string, string | number | boolean | null>>
}

/**
 * Where a store engine keeps things: give one to {@link createStoreEngine} for an engine. A store
 * knows nothing of lifecycles or time, and each method is atomic for itself. Several engines may
 * work on one store, also from several processes: the fence of {@link StoreWrite} and the claim of
 * effects keep them apart. Instants are milliseconds since 1970.
 */
export interface EngineStore {
  /** For diagnostics, such as `sqlite`. */
  readonly name: string
  /** The other connections to the same data, where the store can reach them. */
  readonly company?: StoreCompany
  load(applicationId: string): Promise<StoredLifecycle | undefined>
  /**
   * Writes each of `writes` whose fence still holds, all in one transaction; each is of another
   * lifecycle, and removes its failure. When it rejects, nothing at all was written: with
   * `write-refused` (see {@link writeRefused}) since one of them can never be stored, with any other
   * error since the store is in trouble, and all of it may be tried again.
   */
  commit(writes: readonly StoreWrite[]): Promise<readonly WriteResult[]>
  /** Lifecycles with `wakeAt` at or before `now`, earliest first, then by id. */
  due(now: number, limit: number): Promise<readonly StoredLifecycle[]>
  /** The earliest `wakeAt` of all, or `null`. */
  nextWake(): Promise<number | null>
  list(query: StoreQuery): Promise<readonly StoredLifecycle[]>
  /** In the order of the revisions; empty for an unknown id. */
  history(applicationId: string): Promise<readonly HistoryEntry[]>
  /**
   * Takes up to `limit` effects that are due, in the order of their due instants and then of their
   * writing. It counts one more attempt for each, and makes them due again at `until`.
   */
  claim(now: number, until: number, limit: number): Promise<readonly OutboxRow[]>
  /** Writes down what became of claimed effects; those erased meanwhile are passed over. */
  settle(results: readonly DeliveryResult[]): Promise<void>
  /** When the next effect is due, or `null`. */
  nextDelivery(): Promise<number | null>
  /** Effects of one application that have not been delivered, in the order of their writing. */
  effects(applicationId: string): Promise<readonly StoredEffect[]>
  /** Dead letters with a key after `after`, by code unit. */
  deadLetters(after: string | null, limit: number): Promise<readonly DeadLetter[]>
  /** Makes a dead letter an effect without attempts, due at `at`. */
  revive(key: string, at: number): Promise<boolean>
  /** Notes a failure in place of an earlier one; `wakeAt` of the lifecycle becomes its `retryAt`. */
  fail(failure: Failure): Promise<void>
  failure(applicationId: string): Promise<Failure | undefined>
  /** Failures with an id after `after`, by code unit. */
  failures(after: string | null, limit: number): Promise<readonly Failure[]>
  /** Makes a failed lifecycle due at `at`. */
  reawaken(applicationId: string, at: number): Promise<boolean>
  erase(applicationId: string): Promise<boolean>
  /** Counts; `now` says what is overdue. */
  count(now: number): Promise<StoreCounts>
  close(): Promise<void>
}

/** What taking events and firing timers needs of a store: the part that knows single lifecycles. */
export type LifecycleStore = Pick<EngineStore, 'load' | 'commit' | 'history' | 'failure' | 'fail'>
