import type { EngineClock } from '@afterview/engine'
import { compareInstants } from '@afterview/time'

/** A clock that stands still until it is moved. Nothing fires by itself; the run wakes what is due. */
export interface ManualClock extends EngineClock {
  /** Moves the clock forward to an instant; an earlier one leaves it where it is. */
  moveTo(instant: string): void
}

/** Makes a clock that stands at an instant. */
export function createManualClock(start: string): ManualClock {
  let present = start
  return {
    now: () => present,
    setTimer: () => ({ dispose: () => undefined }),
    moveTo: (instant) => {
      if (compareInstants(instant, present) > 0) present = instant
    },
  }
}
