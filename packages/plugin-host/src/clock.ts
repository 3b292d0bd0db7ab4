import type { Disposable } from './disposable.ts'

/** The only way in which the host and its adapters learn the time or wait. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00:00Z; may have a fraction. */
  now(): number
  /** Calls `run` once, `delayMs` from now. Disposing the result before that cancels it. */
  after(delayMs: number, run: () => void): Disposable
}
