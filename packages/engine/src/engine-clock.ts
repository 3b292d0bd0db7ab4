import { instantFromMs, instantMs } from '@afterview/time'
import type { Disposable } from './disposable.ts'

/** The only way in which an engine learns the time or waits. */
export interface EngineClock {
  /** The present instant, ISO 8601 in UTC. It may step in either direction between two calls. */
  now(): string
  /**
   * Calls `run` once, `ms` milliseconds from now; disposing the result before that cancels it.
   * It may come late or early: engines look at `now()` again, and never ask for more than a minute.
   * A clock made for tests may await what `run` returns.
   */
  setTimer(ms: number, run: () => void | Promise<void>): Disposable
}

/** The longest delay that `setTimeout` keeps: 2³¹−1 ms. Beyond it, it fires after 1 ms. */
const LONGEST_DELAY = 2_147_483_647

/** The clock of the machine: `Date` and `setTimeout`. */
export function systemClock(): EngineClock {
  return {
    now: () => instantFromMs(Date.now()),
    setTimer(ms, run) {
      const handle = setTimeout(() => void run(), Math.min(ms, LONGEST_DELAY))
      return { dispose: () => clearTimeout(handle) }
    },
  }
}

/** The present, read once, in both of its forms. */
export interface Present {
  /** Milliseconds since 1970. */
  readonly ms: number
  /** ISO, UTC. */
  readonly iso: string
}

/** Reads a clock. */
export function presentOf(clock: EngineClock): Present {
  const ms = instantMs(clock.now())
  return { ms, iso: instantFromMs(ms) }
}
