import { instantMs } from '@afterview/time'
import type { Disposable } from './disposable.ts'
import type { EngineClock } from './engine-clock.ts'

/** What an alarm does and when. */
export interface AlarmOptions {
  readonly clock: EngineClock
  /** Does all that is due now. */
  readonly work: () => Promise<void>
  /** When there is something to do next, in ms since 1970, or `null`. */
  readonly next: () => Promise<number | null>
  /** Told when `work` or `next` failed at the alarm's own ringing. It rings again within a minute. */
  readonly report: (thrown: unknown) => void
}

/** Does work when it is due, never twice at the same time, asleep in between. */
export interface Alarm {
  /** Something is due at `at`, in ms since 1970: ring then, if not before. */
  setFor(at: number): void
  /** Does the work now; resolves after a run that began no earlier than this call. */
  ringNow(): Promise<void>
  /** Stops ringing and waits for work that has begun. */
  dispose(): Promise<void>
}

/**
 * The longest sleep, in ms. Clocks step and machines are suspended, and other processes write to
 * the same store: so an alarm looks at the time once a minute.
 */
const longestSleep = 60_000

/** An alarm that first rings at once. */
export function createAlarm(options: AlarmOptions): Alarm {
  const { clock, work, next, report } = options
  let timer: Disposable | null = null
  let ringsAt = Number.POSITIVE_INFINITY
  let running: Promise<void> | null = null
  let isWanted = false
  let isDisposed = false

  function setFor(at: number): void {
    const now = instantMs(clock.now())
    // An alarm that should have rung already may be asleep: the clock may have stepped forward.
    if (isDisposed || (at >= ringsAt && ringsAt > now)) return
    cancel()
    ringsAt = at
    if (running !== null) return
    timer = clock.setTimer(Math.min(Math.max(at - now, 0), longestSleep), ring)
  }

  function cancel(): void {
    timer?.dispose()
    timer = null
    ringsAt = Number.POSITIVE_INFINITY
  }

  function ring(): Promise<void> {
    return ringNow().catch(report)
  }

  function ringNow(): Promise<void> {
    isWanted = true
    running ??= run()
    return running
  }

  async function run(): Promise<void> {
    cancel()
    let wake: number | null = null
    try {
      do wake = await pass()
      while (isWanted)
    } finally {
      running = null
      sleepUntil(Math.min(ringsAt, wake ?? Number.POSITIVE_INFINITY))
    }
  }

  async function pass(): Promise<number | null> {
    isWanted = false
    if (isDisposed) return null
    await work()
    return next()
  }

  function sleepUntil(at: number): void {
    cancel()
    setFor(Math.min(at, instantMs(clock.now()) + longestSleep))
  }

  setFor(instantMs(clock.now()))
  return {
    setFor,
    ringNow,
    async dispose() {
      isDisposed = true
      cancel()
      await running?.catch(() => undefined)
    },
  }
}

/** An alarm that never rings by itself. */
export function createSilentAlarm(work: () => Promise<void>): Alarm {
  return { setFor: () => undefined, ringNow: work, dispose: () => Promise.resolve() }
}
