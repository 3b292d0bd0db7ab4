import type { Effect } from '@afterview/core'
import type { Disposable, EffectHandler, EngineClock } from '@afterview/engine'
import { engineError, messageOf, presentOf } from '@afterview/engine/host'

/** How one handler did; `error` is `null` when it performed the effect. */
export interface Attempt {
  readonly name: string
  readonly error: string | null
  /** When it ended, in ms since 1970. */
  readonly endedAt: number
}

/** The effect handlers of one process. */
export interface HandlerRegistry {
  /** Throws `handler-exists`. */
  add(name: string, handler: EffectHandler): Disposable
  names(): readonly string[]
  /** Lets one handler try. Rejects only when the process is about to end. */
  perform(name: string, effect: Effect, attempt: number): Promise<Attempt>
}

/** What a registry works with. */
export interface HandlerRegistryOptions {
  readonly clock: EngineClock
  /** A handler that takes longer, in ms, has failed this time. */
  readonly timeout: number
  /** Aborted when the process is about to end: other processes then take the effects over. */
  readonly signal: AbortSignal
}

/** A registry without handlers. */
export function createHandlerRegistry(options: HandlerRegistryOptions): HandlerRegistry {
  const { clock, timeout, signal: ending } = options
  const handlers = new Map<string, EffectHandler>()

  async function call(name: string, effect: Effect, attempt: number): Promise<void> {
    const handler = handlers.get(name)
    if (handler === undefined) throw new Error('the handler is gone')
    const late = new AbortController()
    const signal = AbortSignal.any([late.signal, ending])
    const timer = clock.setTimer(timeout, () => {
      late.abort(engineError('effect-timeout', { key: effect.key, handler: name, timeout }))
    })
    try {
      await Promise.race([handler(effect, { attempt, signal }), rejectOnAbort(signal)])
    } finally {
      timer.dispose()
    }
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
    names: () => [...handlers.keys()],
    async perform(name, effect, attempt) {
      let error: string | null = null
      try {
        await call(name, effect, attempt)
      } catch (thrown) {
        if (ending.aborted) throw thrown
        error = messageOf(thrown)
      }
      return { name, error, endedAt: presentOf(clock).ms }
    },
  }
}

function rejectOnAbort(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const fail = (): void => reject(signal.reason)
    if (signal.aborted) fail()
    else signal.addEventListener('abort', fail, { once: true })
  })
}
