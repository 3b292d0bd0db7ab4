import type { Change } from './change.ts'
import type { Disposable } from './disposable.ts'

/**
 * The other connections to the same data, such as those of other tabs, for a store that can reach
 * them. What is told may be lost, and may come late: the data is in the store, and an alarm looks at
 * it once a minute.
 */
export interface StoreCompany {
  /**
   * Resolves when it is this connection that wakes lifecycles; until then its engine fires nothing
   * by itself. Never resolves once `signal` is aborted, which gives the turn to another.
   */
  turn(signal: AbortSignal): Promise<void>
  /** Tells the others of a change that was made here. */
  tellChange(change: Change): void
  /** Tells whoever has the turn that something is due at `at`, in ms since 1970. */
  tellWake(at: number): void
  /** Hears each change that another connection made and that is durable. */
  onChange(listener: (change: Change) => void): Disposable
  /** Hears each wake-up, in ms since 1970, that another connection knows of. */
  onWake(listener: (at: number) => void): Disposable
}
