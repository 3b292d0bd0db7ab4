import type { Snapshot } from '@afterview/core'
import type { PageRequest } from './page.ts'

/** Which applications are wanted. Everything that is given must hold. */
export interface ListQuery extends PageRequest {
  /** A top-level state, such as `waiting`, or a full path, such as `waiting.quiet`. */
  readonly state?: string
  /** A state that is not wanted, read like `state`; `closed` leaves the open applications. */
  readonly exceptState?: string
  /** Instant (ISO): written at or after it. */
  readonly changedSince?: string
}

/** An application in a listing. Listings are in the order of the ids, by code unit. */
export interface Listed {
  readonly applicationId: string
  readonly revision: number
  /** Path of the present state, such as `waiting.quiet`. */
  readonly state: string
  /** When it began, by the engine's clock. ISO, UTC. */
  readonly beganAt: string
  /** When it was last written. */
  readonly changedAt: string
  /** The next wake-up, or `null`. */
  readonly wakeAt: string | null
  /** `null` when the stored snapshot cannot be read. */
  readonly snapshot: Snapshot | null
}
