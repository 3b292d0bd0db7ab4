import type { Effect } from '@afterview/core'

/** What a handler is told beside the effect. */
export interface DeliveryContext {
  /** From 1. */
  readonly attempt: number
  /** Aborted when the delivery has timed out or the engine is disposed. */
  readonly signal: AbortSignal
}

/**
 * Performs an effect. It may be called more than once with the same `effect.key`: after a failure,
 * a timeout or a crash. Throwing, or rejecting, asks for another try later.
 */
export type EffectHandler = (effect: Effect, context: DeliveryContext) => void | Promise<void>

/** An effect that was given up after its last attempt. */
export interface DeadLetter {
  readonly effect: Effect
  readonly attempts: number
  /** Instant (ISO, UTC) of the last attempt. */
  readonly diedAt: string
  /** The message of the last error. */
  readonly error: string
}

/** How effects are delivered and tried again. */
export interface DeliveryPolicy {
  /** Tries before an effect becomes a dead letter. Default 20, which takes about a day and a half. */
  readonly attempts: number
  /** Wait after the first failure, in ms; each further one doubles it. Default 1,000. */
  readonly firstDelay: number
  /** The longest wait, in ms. Default 6 hours. */
  readonly longestDelay: number
  /** A handler that takes longer, in ms, has failed this time. Default 30,000. */
  readonly timeout: number
  /** Effects that are delivered at the same time. Default 8. */
  readonly concurrency: number
}

/** The defaults of {@link DeliveryPolicy}. */
export const defaultDelivery: DeliveryPolicy = {
  attempts: 20,
  firstDelay: 1000,
  longestDelay: 21_600_000,
  timeout: 30_000,
  concurrency: 8,
}
