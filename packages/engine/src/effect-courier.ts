import type { Effect } from '@afterview/core'
import type { AfterviewError } from '@afterview/time'
import { backoffDelay } from './backoff.ts'
import type { Disposable } from './disposable.ts'
import type { DeliveryPolicy, EffectHandler } from './effect-handler.ts'
import { type EngineClock, presentOf } from './engine-clock.ts'
import type { DeliveryResult, EngineStore, OutboxRow } from './engine-store.ts'
import { engineError, messageOf } from './error-table.ts'

/** What a courier works with. */
export interface EffectCourierOptions {
  readonly store: EngineStore
  readonly clock: EngineClock
  readonly policy: DeliveryPolicy
  /** Aborted when the engine is disposed: deliveries under way then fail, and no others begin. */
  readonly signal: AbortSignal
  readonly report: (problem: AfterviewError) => void
}

/** Brings effects from the outbox to their handlers. */
export interface EffectCourier {
  /** Throws `handler-exists`. */
  add(name: string, handler: EffectHandler): Disposable
  /** Tries each effect that is due once. */
  deliverAllDue(): Promise<void>
  /** When the next effect is due, in ms since 1970; `null` also while there is no handler. */
  nextDelivery(): Promise<number | null>
}

/**
 * How much longer than a handler may take a claim lasts, in ms: after a crash the effect is due
 * again then.
 */
const claimMargin = 30_000

/** A courier without handlers. */
export function createEffectCourier(options: EffectCourierOptions): EffectCourier {
  const { store, clock, policy, report } = options
  const handlers = new Map<string, EffectHandler>()

  async function deliverAllDue(): Promise<void> {
    const started = presentOf(clock).ms
    for (;;) {
      if (handlers.size === 0 || options.signal.aborted) return
      const until = presentOf(clock).ms + policy.timeout + claimMargin
      const rows = await store.claim(started, until, policy.concurrency)
      if (rows.length === 0) return
      await settle(await Promise.all(rows.map(deliver)))
    }
  }

  async function settle(results: readonly DeliveryResult[]): Promise<void> {
    await store.settle(results)
    for (const result of results) {
      if (result.type !== 'died') continue
      const { key, attempts, error } = result
      report(engineError('effect-dead', { key, attempts, message: error }))
    }
  }

  async function deliver(row: OutboxRow): Promise<DeliveryResult> {
    const missing = [...handlers].filter(([name]) => !row.performedBy.includes(name))
    const tries = await Promise.all(missing.map(([name, handler]) => attempt(row, name, handler)))
    const performedBy = [...row.performedBy, ...tries.filter(isPerformed).map(({ name }) => name)]
    const failure = tries.find((one) => !isPerformed(one))
    if (failure === undefined && performedBy.length > 0) {
      return { type: 'delivered', key: row.effect.key }
    }
    return giveUpOrPostpone(row, performedBy, failure?.error ?? 'no handler was left')
  }

  async function attempt(row: OutboxRow, name: string, handler: EffectHandler): Promise<Attempt> {
    if (row.attempts > policy.attempts) {
      return { name, error: 'each attempt ended with the process' }
    }
    try {
      await withTimeout(row.effect, row.attempts, name, handler)
      return { name, error: null }
    } catch (thrown) {
      return { name, error: messageOf(thrown) }
    }
  }

  async function withTimeout(
    effect: Effect,
    attempt: number,
    name: string,
    handler: EffectHandler,
  ): Promise<void> {
    const { timeout } = policy
    const late = new AbortController()
    const signal = AbortSignal.any([late.signal, options.signal])
    const timer = clock.setTimer(timeout, () => {
      late.abort(engineError('effect-timeout', { key: effect.key, handler: name, timeout }))
    })
    try {
      await Promise.race([handler(effect, { attempt, signal }), rejectOnAbort(signal)])
    } finally {
      timer.dispose()
    }
  }

  function giveUpOrPostpone(
    row: OutboxRow,
    performedBy: readonly string[],
    error: string,
  ): DeliveryResult {
    const { attempts } = row
    const { key } = row.effect
    const now = presentOf(clock).ms
    if (attempts >= policy.attempts) {
      return { type: 'died', key, attempts, performedBy, at: now, error }
    }
    const at = now + backoffDelay(policy, attempts)
    return { type: 'postponed', key, attempts, performedBy, at, error }
  }

  return {
    add(name, handler) {
      if (handlers.has(name)) throw engineError('handler-exists', { name })
      handlers.set(name, handler)
      return {
        dispose: () => {
          if (handlers.get(name) === handler) handlers.delete(name)
        },
      }
    },
    deliverAllDue,
    nextDelivery: async () => (handlers.size === 0 ? null : store.nextDelivery()),
  }
}

/** How one handler did; `error` is `null` when it performed the effect. */
interface Attempt {
  readonly name: string
  readonly error: string | null
}

function isPerformed(attempt: Attempt): boolean {
  return attempt.error === null
}

function rejectOnAbort(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const fail = (): void => reject(signal.reason)
    if (signal.aborted) fail()
    else signal.addEventListener('abort', fail, { once: true })
  })
}
