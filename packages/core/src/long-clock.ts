/** The clock and timers of the platform: `{ now: Date.now, setTimeout, clearTimeout }`. */
export interface Timeouts {
  /** Milliseconds since 1970. */
  now(): number
  setTimeout(callback: () => void, ms: number): unknown
  clearTimeout(handle: unknown): void
}

const LONGEST = 2 ** 31 - 1

/**
 * A clock for live XState actors whose timers are right beyond 2³¹−1 ms (24.8 days), where the
 * platform's own would fire at once, and after the machine has slept. An infinite delay never fires.
 */
export function createLongClock(timeouts: Timeouts): Omit<Timeouts, 'now'> {
  const handles = new Map<number, unknown>()
  let last = 0
  const arm = (id: number, callback: () => void, deadline: number): void => {
    const left = deadline - timeouts.now()
    const next = (): void =>
      timeouts.now() < deadline ? arm(id, callback, deadline) : done(id, callback)
    handles.set(id, timeouts.setTimeout(next, Math.min(Math.max(0, left), LONGEST)))
  }
  const done = (id: number, callback: () => void): void => {
    handles.delete(id)
    callback()
  }
  return {
    setTimeout: (callback, ms) => {
      last += 1
      if (Number.isFinite(ms)) arm(last, callback, timeouts.now() + ms)
      return last
    },
    clearTimeout: (handle) => {
      if (typeof handle !== 'number' || !handles.has(handle)) return
      timeouts.clearTimeout(handles.get(handle))
      handles.delete(handle)
    },
  }
}
