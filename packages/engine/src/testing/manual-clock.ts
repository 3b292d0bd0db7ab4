import { instantFromMs, instantMs } from '@afterview/time'
import type { EngineClock } from '../engine-clock.ts'

/** A clock that stands still until a test moves it. */
export interface ManualClock extends EngineClock {
  /**
   * Lets `ms` pass: timers run at their time, in order, and what each of them starts is finished
   * before time goes on. Whole ms.
   */
  advance(ms: number): Promise<void>
  /**
   * Sets the clock forward or back by `ms` while no time passes: someone corrected it, or the
   * machine slept. Timers wait as long as before.
   */
  step(ms: number): void
  /** Steps to a minute and a half before `instant`, then advances to it. */
  sleepTo(instant: string): Promise<void>
  /** How many timers are set. */
  readonly timers: number
}

interface Pending {
  readonly at: number
  readonly order: number
  readonly run: () => void | Promise<void>
}

/** Beyond this delay, `setTimeout` of browsers and Node fires after 1 ms; so does this clock. */
const longestDelay = 2 ** 31 - 1
const lastStretch = 90_000

/** A clock that shows `start`. */
export function createManualClock(start: string): ManualClock {
  const pending = new Set<Pending>()
  let shown = instantMs(start)
  let elapsed = 0
  let order = 0

  function passTo(moment: number): void {
    const ms = Math.max(moment - elapsed, 0)
    elapsed += ms
    shown += ms
  }

  async function advance(ms: number): Promise<void> {
    const until = elapsed + ms
    for (;;) {
      const next = firstOf(pending)
      if (next === undefined || next.at > until) break
      pending.delete(next)
      passTo(next.at)
      await next.run()
    }
    passTo(until)
  }

  return {
    now: () => instantFromMs(shown),
    setTimer(ms, run) {
      order += 1
      const delay = ms > longestDelay ? 1 : Math.max(0, ms)
      const timer = { at: elapsed + delay, order, run }
      pending.add(timer)
      return { dispose: () => void pending.delete(timer) }
    },
    advance,
    step(ms) {
      shown += ms
    },
    async sleepTo(instant) {
      const ahead = instantMs(instant) - shown
      shown += Math.max(0, ahead - lastStretch)
      await advance(Math.min(Math.max(ahead, 0), lastStretch))
    },
    get timers() {
      return pending.size
    },
  }
}

function firstOf(pending: ReadonlySet<Pending>): Pending | undefined {
  let first: Pending | undefined
  for (const timer of pending) {
    if (
      first === undefined ||
      timer.at < first.at ||
      (timer.at === first.at && timer.order < first.order)
    ) {
      first = timer
    }
  }
  return first
}
