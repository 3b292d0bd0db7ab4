import type { Disposable } from './disposable.ts'

/** The only way in which the host and its adapters learn the time or wait. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00:00Z; may have a fraction. */
  now(): number
  /**
   * The same as the wall clock says, for instants that are told. A computer that slept, or whose
   * clock was set, shows it here at once, while `now` may go on evenly. Default: `now`.
   */
  wall?(): number
  /** Calls `run` once, `delayMs` from now. Disposing the result before that cancels it. */
  after(delayMs: number, run: () => void): Disposable
}
