import type { Clock } from '../clock.ts'

/** A clock that stands still until a test moves it. */
export interface ManualClock extends Clock {
  /**
   * Moves on, running what falls due in order, each at its own time, and lets promises settle
   * before and after each.
   */
  advance(ms: number): Promise<void>
  /** How many timers wait. */
  readonly waiting: number
}

interface Timer {
  readonly due: number
  readonly run: () => void
}

/** Makes a clock that stands at an instant. Default `2026-11-23T09:00:00Z`. */
export function createManualClock(start = '2026-11-23T09:00:00Z'): ManualClock {
  let now = Date.parse(start)
  const timers = new Set<Timer>()
  const nextUntil = (end: number): Timer | undefined =>
    [...timers].filter(({ due }) => due <= end).toSorted((a, b) => a.due - b.due)[0]
  return {
    now: () => now,
    get waiting() {
      return timers.size
    },
    after(delayMs, run) {
      const timer = { due: now + Math.max(0, delayMs), run }
      timers.add(timer)
      return { dispose: () => void timers.delete(timer) }
    },
    async advance(ms) {
      await settle()
      const end = now + ms
      for (let timer = nextUntil(end); timer !== undefined; timer = nextUntil(end)) {
        timers.delete(timer)
        now = timer.due
        timer.run()
        await settle()
      }
      now = end
    },
  }
}

/** Lets everything run that waits for nothing but other promises. */
export function settle(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0)
  })
}
