/** The timers of the platform: in browsers and Node, `globalThis` itself will do. */
export interface Timeouts {
  setTimeout(callback: () => void, ms: number): unknown
  clearTimeout(handle: unknown): void
}

const LONGEST = 2 ** 31 - 1

/**
 * A clock for live XState actors whose timers are right beyond 2³¹−1 ms (24.8 days), where the
 * platform's own would fire at once. An infinite delay never fires.
 */
export function createLongClock(timeouts: Timeouts): Timeouts {
  const handles = new Map<number, unknown>()
  let last = 0
  const arm = (id: number, callback: () => void, ms: number): void => {
    const part = Math.min(ms, LONGEST)
    const next = (): void => (ms > part ? arm(id, callback, ms - part) : done(id, callback))
    handles.set(id, timeouts.setTimeout(next, part))
  }
  const done = (id: number, callback: () => void): void => {
    handles.delete(id)
    callback()
  }
  return {
    setTimeout: (callback, ms) => {
      last += 1
      if (Number.isFinite(ms)) arm(last, callback, Math.max(0, ms))
      return last
    },
    clearTimeout: (handle) => {
      if (typeof handle !== 'number' || !handles.has(handle)) return
      timeouts.clearTimeout(handles.get(handle))
      handles.delete(handle)
    },
  }
}
