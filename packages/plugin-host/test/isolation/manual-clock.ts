import type { Clock } from '@afterview/plugin-host'

/** A clock that stands still until a test moves it. */
export interface ManualClock extends Clock {
  /** Moves on, running what falls due in order, each at its own time. */
  advance(ms: number): void
  /** How many timers wait. */
  readonly waiting: number
}

interface Timer {
  readonly due: number
  readonly run: () => void
}

/** Makes a clock at 0. */
export function createManualClock(): ManualClock {
  let now = 0
  const timers = new Set<Timer>()
  const nextUntil = (end: number): Timer | undefined =>
    [...timers].filter(({ due }) => due <= end).toSorted((a, b) => a.due - b.due)[0]
  return {
    now: () => now,
    get waiting() {
      return timers.size
    },
    after(delayMs, run) {
      const timer = { due: now + delayMs, run }
      timers.add(timer)
      return { dispose: () => void timers.delete(timer) }
    },
    advance(ms) {
      const end = now + ms
      for (let timer = nextUntil(end); timer !== undefined; timer = nextUntil(end)) {
        timers.delete(timer)
        now = timer.due
        timer.run()
      }
      now = end
    },
  }
}
