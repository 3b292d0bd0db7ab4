import { type DeliveryPolicy, defaultDelivery } from './effect-handler.ts'
import { engineError } from './error-table.ts'

/** What every engine that stands on a store can be told. */
export interface StoreEngineOptions {
  /**
   * Wake lifecycles up to this many ms after their timers, each by the same share of it, so that
   * what is due at nine comes spread over a time. A timer's `at` stays its due instant. Default 0.
   */
  readonly spread?: number
  /** `false`: fire nothing by itself; another process does, or `catchUp()`. Default `true`. */
  readonly poll?: boolean
  /** Lifecycles that the poller writes in one transaction. Default 100. */
  readonly batch?: number
  /** How effects are delivered; see {@link DeliveryPolicy} for the defaults. */
  readonly delivery?: Partial<DeliveryPolicy>
}

/** Options with their defaults filled in. */
export interface ResolvedOptions extends Required<StoreEngineOptions> {
  readonly delivery: DeliveryPolicy
}

/** Fills in the defaults. Throws `number-out-of-range`. */
export function resolveOptions(options: StoreEngineOptions): ResolvedOptions {
  const { spread = 0, poll = true, batch = 100 } = options
  const delivery = { ...defaultDelivery, ...options.delivery }
  requireWholeNumber('spread', spread, 0, 86_400_000)
  requireWholeNumber('batch', batch, 1, 10_000)
  requireWholeNumber('delivery.attempts', delivery.attempts, 1, 1000)
  requireWholeNumber('delivery.firstDelay', delivery.firstDelay, 1, 86_400_000)
  requireWholeNumber('delivery.longestDelay', delivery.longestDelay, 1, 2_592_000_000)
  requireWholeNumber('delivery.timeout', delivery.timeout, 1, 3_600_000)
  requireWholeNumber('delivery.concurrency', delivery.concurrency, 1, 1000)
  return { spread, poll, batch, delivery }
}

/** Throws `number-out-of-range` unless `value` is a whole number within the bounds. */
export function requireWholeNumber(name: string, value: number, from: number, to: number): void {
  if (Number.isSafeInteger(value) && value >= from && value <= to) return
  throw engineError('number-out-of-range', { name, value, from, to })
}
