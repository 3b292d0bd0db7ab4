import type { EventType, Outcome, Snapshot, StartInput, Started } from '@afterview/core'
import type { AfterviewError } from '@afterview/time'
import type { ChangeListener } from './change.ts'
import type { Diagnostics } from './diagnostics.ts'
import type { Disposable } from './disposable.ts'
import type { DeadLetter, EffectHandler } from './effect-handler.ts'
import type { EngineClock } from './engine-clock.ts'
import type { ExportedApplication } from './exported-application.ts'
import type { Failure } from './failure.ts'
import type { HistoryEntry } from './history-entry.ts'
import type { LifecyclePort } from './lifecycle-port.ts'
import type { Listed, ListQuery } from './listing.ts'
import type { Page, PageRequest } from './page.ts'

/** What the embedding program lends to an engine. */
export interface EngineHost {
  readonly lifecycle: LifecyclePort
  readonly clock: EngineClock
  /**
   * Told of each problem that has no caller to throw to: a lifecycle set aside, an effect given up,
   * a listener that threw, a store that cannot be reached. It must not throw.
   */
  readonly report: (problem: AfterviewError) => void
}

/** Makes an engine. What an engine package exports is a function from options to such a value. */
export type EngineFactory<Kind extends Engine = Engine> = (host: EngineHost) => Promise<Kind>

/** The result of {@link Engine.begin}. */
export interface Begun extends Started {
  /** `false`: it had begun before, with the same input. The snapshot is the present one. */
  readonly created: boolean
}

/** How {@link Engine.record} takes an event. */
export interface RecordOptions {
  /** Idempotency key, 1–200 characters: an event with a key among the last 64 seen changes nothing. */
  readonly key?: string
  /** Refuse the event unless the stored snapshot has this revision. A duplicate stays a duplicate. */
  readonly expectedRevision?: number
}

/** The stored snapshot was not at the expected revision; nothing changed. */
export interface Conflict {
  readonly accepted: false
  readonly reason: {
    readonly code: 'revision-conflict'
    readonly message: string
    readonly fix: string
  }
  /** The events that the present state accepts. */
  readonly possible: readonly EventType[]
  /** The stored revision. */
  readonly revision: number
}

/** What {@link Engine.renew} did. */
export interface Renewal {
  /** Lifecycles that were written. */
  readonly renewed: number
  /** Lifecycles that could not be read, now among the failures. */
  readonly failed: number
}

/** What {@link Engine.record} answers. */
export type RecordOutcome = Outcome | Conflict

/**
 * Keeps lifecycles beyond the life of a process: events, snapshots, wake-ups and effects. What a
 * method has answered is durable, as far as the engine's store is. Every method rejects with
 * `engine-disposed` after {@link Engine.dispose}.
 */
export interface Engine {
  /**
   * Begins a lifecycle under `input.applicationId`. The same input again answers with what is
   * stored; another input under the same id rejects with `application-exists`.
   */
  begin(input: StartInput): Promise<Begun>
  /**
   * Takes an event, one at a time for each application. A refusal is an answer, and leaves no
   * trace. Rejects with `application-unknown`, and with `lifecycle-failed` when the core throws.
   */
  record(applicationId: string, event: unknown, options?: RecordOptions): Promise<RecordOutcome>
  /** The present snapshot; `undefined` for an unknown id. Rejects when it cannot be read. */
  read(applicationId: string): Promise<Snapshot | undefined>
  /** Applications in the order of their ids, a page at a time. */
  list(query?: ListQuery): Promise<Page<Listed>>
  /** What happened, oldest first: the begin, the accepted events and the timers that fired. */
  history(applicationId: string): Promise<readonly HistoryEntry[]>
  /**
   * Hears each change made through this engine, in order for each application, once it is durable.
   * Some stores also tell of what others do at the same data, as best they can.
   */
  subscribe(listener: ChangeListener): Disposable
  /**
   * Registers a handler of effects under a name of its own; delivery begins with the first one.
   * Each effect goes to every handler that is registered when it is delivered, and a retry only
   * to those that have not performed it. Effects wait while there is no handler. Several are
   * delivered at a time, in no promised order.
   */
  handleEffects(name: string, handler: EffectHandler): Disposable
  /** Effects that were given up, in the order of their keys. */
  deadLetters(request?: PageRequest): Promise<Page<DeadLetter>>
  /** Tries a dead letter again, with all its attempts; `false` when there is none with this key. */
  redeliver(key: string): Promise<boolean>
  /** Lifecycles that could not be carried on, in the order of their ids. */
  failures(request?: PageRequest): Promise<Page<Failure>>
  /** Lets the poller try a failed lifecycle again at once; `false` when it has not failed. */
  retry(applicationId: string): Promise<boolean>
  /** Fires all that is due now and tries each effect that is due once, without waiting for a timer. */
  catchUp(): Promise<void>
  /**
   * Reads every lifecycle under the present rules and writes those down whose dates have changed,
   * since otherwise each keeps its old wake-up until it is read for another reason. For after an
   * update of the package, the policy, the holidays or the zone data. It also finds the lifecycles
   * that can no longer be read.
   */
  renew(): Promise<Renewal>
  /**
   * Deletes everything about an application for good. `false` when there is none. Give its id to
   * no other application: effects of both would have the same keys.
   */
  erase(applicationId: string): Promise<boolean>
  /** Everything stored about one application. Rejects with `application-unknown`. */
  export(applicationId: string): Promise<ExportedApplication>
  /** Everything stored, one application after the other, in the order of their ids. */
  exportAll(): AsyncIterable<ExportedApplication>
  /** How the engine is doing. */
  diagnostics(): Promise<Diagnostics>
  /** Finishes what has begun, stops waiting and closes the store. Disposing twice does nothing. */
  dispose(): Promise<void>
}
