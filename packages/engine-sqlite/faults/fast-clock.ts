import type { EngineClock } from '@afterview/engine'
import { instantFromMs } from '@afterview/time'

/** Where a fast clock started, the same for every process that shares it. */
export interface FastTime {
  /** What the machine's clock showed, in ms since 1970. */
  readonly realStart: number
  /** What the fast clock showed then. */
  readonly start: number
  /** How many times faster it runs. */
  readonly speed: number
}

/** What a fast clock shows now, in ms since 1970. */
export function fastNow({ realStart, start, speed }: FastTime): number {
  return Math.floor(start + (Date.now() - realStart) * speed)
}

/** A clock on which weeks pass in seconds. */
export function fastClock(time: FastTime): EngineClock {
  return {
    now: () => instantFromMs(fastNow(time)),
    setTimer(ms, run) {
      const handle = setTimeout(() => void run(), Math.ceil(ms / time.speed))
      return { dispose: () => clearTimeout(handle) }
    },
  }
}
