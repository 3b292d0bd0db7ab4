import { type EngineClock, systemClock } from '@afterview/engine'
import { instantFromMs, instantMs } from '@afterview/time'

/** The clock of the machine, put ahead by a number of whole days that a person chooses. */
export interface ShiftedClock extends EngineClock {
  /** Days ahead of the real date, from 0. */
  readonly days: number
}

const DAY = 86_400_000

/** A clock that asks how far it is ahead each time that it is read, so that all tabs agree. */
export function shiftedClock(days: () => number): ShiftedClock {
  const real = systemClock()
  return {
    now: () => instantFromMs(instantMs(real.now()) + days() * DAY),
    setTimer: (ms, run) => real.setTimer(ms, run),
    get days() {
      return days()
    },
  }
}
