import type { Clock } from './clock.ts'

/** The longest wait that a timer of the platform can hold; longer ones would fire at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1

/** The platform's own clock and timers, right also beyond 24.8 days. */
export function createSystemClock(): Clock {
  const origin = performance.timeOrigin
  return {
    now: () => origin + performance.now(),
    wall: () => Date.now(),
    after(delayMs, run) {
      let timer: ReturnType<typeof setTimeout> | undefined
      const arm = (leftMs: number): void => {
        const stepMs = Math.min(leftMs, LONGEST_TIMER_MS)
        timer = setTimeout(() => (stepMs === leftMs ? run() : arm(leftMs - stepMs)), stepMs)
      }
      arm(Math.max(0, delayMs))
      return { dispose: () => clearTimeout(timer) }
    },
  }
}
