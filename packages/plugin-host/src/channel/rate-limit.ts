/** Lets a limited number of things through per second and counts the others. */
export interface RateLimit {
  /** Whether one more may pass now. */
  admit(): boolean
  /** How many were refused since the last question. */
  takeRefused(): number
}

const SECOND = 1000

/** Makes a limit that starts full and refills evenly; `now` is in milliseconds. */
export function createRateLimit(perSecond: number, now: () => number): RateLimit {
  let tokens = perSecond
  let refilledAt = now()
  let refused = 0
  const refill = (): void => {
    const at = now()
    tokens = Math.min(perSecond, tokens + (Math.max(0, at - refilledAt) / SECOND) * perSecond)
    refilledAt = at
  }
  return {
    admit() {
      refill()
      if (tokens < 1) {
        refused += 1
        return false
      }
      tokens -= 1
      return true
    },
    takeRefused() {
      const count = refused
      refused = 0
      return count
    },
  }
}

/** Cuts a log line that is too long, and says how much is missing. */
export function cutLine(text: string, length: number): string {
  if (text.length <= length) return text
  return `${text.slice(0, length)}… (${text.length - length} more characters)`
}
