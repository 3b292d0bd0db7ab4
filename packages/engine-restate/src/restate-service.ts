import {
  type ChangeListener,
  defaultDelivery,
  type DeliveryPolicy,
  type Disposable,
  type EffectHandler,
  type EngineHost,
} from '@afterview/engine'
import { createChangeFeed, messageOf, requireWholeNumber } from '@afterview/engine/host'
import type { LoggerTransport, VirtualObjectDefinition } from '@restatedev/restate-sdk'
import { applicationObject } from './application-object.ts'
import { deliveryObject } from './delivery-object.ts'
import { restateError } from './error-table.ts'
import { createHandlerRegistry } from './handler-registry.ts'
import { defaultNamespace, serviceNames } from './service-names.ts'

/** How the service works. */
export interface RestateServiceOptions {
  /** Keeps several installations on one Restate apart. Default `afterview`. */
  readonly namespace?: string
  /**
   * Wake lifecycles up to this many ms after their timers, each by the same share of it, so that
   * what is due at nine comes spread over a time. A timer's `at` stays its due instant. Default 0.
   */
  readonly spread?: number
  /** How effects are delivered. `concurrency` is Restate's own matter. */
  readonly delivery?: Partial<Omit<DeliveryPolicy, 'concurrency'>>
}

/** The service side: the core in virtual objects, with the effect handlers of this process. */
export interface RestateService {
  /** For an endpoint of the Restate SDK, of whatever kind; one deployment address for each release. */
  readonly definitions: readonly VirtualObjectDefinition<string, unknown>[]
  /** See `Engine.handleEffects`. All processes that serve a release register the same handlers. */
  handleEffects(name: string, handler: EffectHandler): Disposable
  /** Hears of the timers that have fired in this process. */
  subscribe(listener: ChangeListener): Disposable
  /** Reports invocations that failed and will be tried again; for the SDK's endpoints. */
  readonly logger: LoggerTransport
  /** Tells handlers to stop: Restate lets others take over what they have not done. */
  dispose(): void
}

/** Makes the service of one process. Throws `namespace-malformed` or `number-out-of-range`. */
export function restateService(
  host: EngineHost,
  options: RestateServiceOptions = {},
): RestateService {
  const { namespace = defaultNamespace, spread = 0 } = options
  requireWholeNumber('spread', spread, 0, 86_400_000)
  const delivery = resolveDelivery(options.delivery)
  const names = serviceNames(namespace)
  const ending = new AbortController()
  const { clock } = host
  const { signal } = ending
  const registry = createHandlerRegistry({ clock, timeout: delivery.timeout, signal })
  const feed = createChangeFeed(host.report)
  const tell: ChangeListener = (change) => feed.publish(change)
  return {
    definitions: [
      applicationObject({ ...host, names, spread, delivery, tell }),
      deliveryObject({ ...host, names, policy: delivery, registry }),
    ],
    handleEffects: (name, handler) => registry.add(name, handler),
    subscribe: (listener) => feed.subscribe(listener),
    logger: createLogger(host, ending.signal),
    dispose: () => ending.abort(new Error('the process is about to end')),
  }
}

const troubles: ReadonlySet<string> = new Set(['warn', 'error'])

/** What is about no invocation is about the start of the endpoint, and is in the guide. */
function createLogger({ report }: EngineHost, ending: AbortSignal): LoggerTransport {
  return ({ level, context }, message: unknown, ...rest: readonly unknown[]) => {
    if (!troubles.has(level) || context === undefined || ending.aborted) return
    const text = [message, ...rest].filter((part) => part !== undefined).map(messageOf)
    const { invocationId, invocationTarget } = context
    const facts = { invocationId, target: invocationTarget, message: text.join(' ') }
    report(restateError('invocation-failed', facts))
  }
}

function resolveDelivery(given: RestateServiceOptions['delivery']): DeliveryPolicy {
  const delivery = { ...defaultDelivery, ...given }
  requireWholeNumber('delivery.attempts', delivery.attempts, 1, 1000)
  requireWholeNumber('delivery.firstDelay', delivery.firstDelay, 1, 86_400_000)
  requireWholeNumber('delivery.longestDelay', delivery.longestDelay, 1, 2_592_000_000)
  requireWholeNumber('delivery.timeout', delivery.timeout, 1, 3_600_000)
  return delivery
}
