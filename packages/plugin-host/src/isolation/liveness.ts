import type { Clock } from '../clock.ts'
import type { Disposable } from '../disposable.ts'

/** When a place counts as dead. Milliseconds. */
export interface LivenessLimits {
  /** Without an acknowledgement for that long it is reported. */
  readonly unresponsiveMs: number
  /** Without an acknowledgement for that long it is killed. */
  readonly killMs: number
  /** How often it is asked for a sign of life when nothing else happens. */
  readonly pingMs: number
}

/** The limits when nothing else is said. */
export const livenessLimits: LivenessLimits = {
  unresponsiveMs: 3000,
  killMs: 10_000,
  pingMs: 5000,
}

/** Watches one place for signs of life. */
export interface Liveness {
  /** Something was sent whose receipt must be acknowledged. The result is called when it was. */
  expect(): () => void
  /** Starts to ask for signs of life every `pingMs`. */
  start(): void
  /** Ends every timer; nothing is reported any more. */
  stop(): void
}

/** What liveness is made from. */
export interface LivenessOptions {
  readonly clock: Clock
  readonly limits: LivenessLimits
  /** Asks for a sign of life; resolves when it comes. */
  readonly ping: () => Promise<void>
  readonly onUnresponsive: (silentMs: number) => void
  readonly onResponsive: () => void
  /** Called once: the silence lasted `killMs`. */
  readonly onDead: (silentMs: number) => void
}

const TICKS_BEFORE_REPORT = 6

/**
 * Makes a watch. Silence begins with the oldest unacknowledged message, and anew with every
 * acknowledgement: a long queue that moves is no silence.
 *
 * Silence is counted in ticks, and a tick that comes late counts as one tick. So a host that was
 * itself stalled, or a computer that slept, does not take that time for the plugin's.
 */
export function createLiveness(options: LivenessOptions): Liveness {
  return new SilenceCounter(options)
}

class SilenceCounter implements Liveness {
  readonly #options: LivenessOptions
  readonly #tickMs: number
  #expected = 0
  #silentMs = 0
  #isReported = false
  #isStopped = false
  #isPinged = false
  #tick: Disposable | undefined
  #nextPing: Disposable | undefined

  constructor(options: LivenessOptions) {
    this.#options = options
    const { unresponsiveMs, killMs } = options.limits
    this.#tickMs = Math.max(1, Math.min(unresponsiveMs, killMs) / TICKS_BEFORE_REPORT)
  }

  start(): void {
    if (this.#isStopped) return
    this.#nextPing = this.#options.clock.after(this.#options.limits.pingMs, () => this.#pulse())
  }

  expect(): () => void {
    this.#expected += 1
    this.#arm()
    let isOpen = true
    return () => {
      if (isOpen) this.#heard()
      isOpen = false
    }
  }

  stop(): void {
    this.#isStopped = true
    this.#tick?.dispose()
    this.#nextPing?.dispose()
  }

  #pulse(): void {
    if (!this.#isPinged) void this.#ping()
    this.start()
  }

  async #ping(): Promise<void> {
    this.#isPinged = true
    const acknowledge = this.expect()
    await this.#options.ping()
    this.#isPinged = false
    acknowledge()
  }

  #heard(): void {
    this.#expected -= 1
    this.#silentMs = 0
    this.#tick?.dispose()
    this.#tick = undefined
    if (this.#expected > 0) this.#arm()
    if (!this.#isReported || this.#isStopped) return
    this.#isReported = false
    this.#options.onResponsive()
  }

  #arm(): void {
    if (this.#isStopped || this.#tick !== undefined) return
    this.#tick = this.#options.clock.after(this.#tickMs, () => this.#count())
  }

  #count(): void {
    this.#tick = undefined
    this.#silentMs += this.#tickMs
    const { unresponsiveMs, killMs } = this.#options.limits
    if (!this.#isReported && this.#silentMs >= unresponsiveMs) {
      this.#isReported = true
      this.#options.onUnresponsive(this.#silentMs)
    }
    if (this.#silentMs < killMs) return this.#arm()
    this.stop()
    this.#options.onDead(this.#silentMs)
  }
}
