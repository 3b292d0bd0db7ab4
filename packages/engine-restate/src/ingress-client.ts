import { setTimeout as sleep } from 'node:timers/promises'
import type { ApplicationHandlers } from './application-messages.ts'
import { type Answer, valueOf } from './answer.ts'
import type { DeliveryOrder } from './delivery-object.ts'
import { restateError } from './error-table.ts'
import { callHttp, type HttpOptions, jsonOf, requireAddress } from './http-call.ts'
import type { ServiceNames } from './service-names.ts'

/** Calls the handlers of a namespace through Restate's ingress. */
export interface IngressClient {
  /** Rejects with the error that the handler answered with. */
  call<Name extends keyof ApplicationHandlers>(
    applicationId: string,
    handler: Name,
    message: Parameters<ApplicationHandlers[Name]>[0],
  ): Promise<ReturnType<ApplicationHandlers[Name]>>
  /** Lets the effect be tried now, and waits for the attempt. */
  deliver(effectKey: string, order: DeliveryOrder): Promise<void>
}

/** How calls reach the ingress. */
export interface IngressOptions extends HttpOptions {
  /** Whether a service is registered, though the node that was called does not know it yet. */
  readonly isRegistered: (service: string) => Promise<boolean>
}

/** A client of the ingress at an address. Throws `address-malformed`. */
export function createIngressClient(
  address: string,
  names: ServiceNames,
  options: IngressOptions,
): IngressClient {
  const base = requireAddress('ingress', address)

  async function post(
    service: string,
    key: string,
    handler: string,
    body: unknown,
  ): Promise<unknown> {
    const url = `${base}/${service}/${encodeURIComponent(key)}/${handler}`
    const late = performance.now() + newsTimeout
    let unknown = 0
    for (let wait = firstWait; ; wait = Math.min(2 * wait, longestWait)) {
      const answer = await callHttp({ method: 'POST', url, body }, options)
      if (answer.status !== 404) return jsonOf(url, answer)
      unknown = (await options.isRegistered(service)) ? 0 : unknown + 1
      if (unknown > mostUnknown || performance.now() + wait > late) {
        throw restateError('service-missing', { service })
      }
      await sleep(wait)
    }
  }

  return {
    async call<Name extends keyof ApplicationHandlers>(
      applicationId: string,
      handler: Name,
      message: Parameters<ApplicationHandlers[Name]>[0],
    ) {
      const answer = await post(names.application, applicationId, handler, message)
      return valueOf(answer as Answer<ReturnType<ApplicationHandlers[Name]>>)
    },
    async deliver(effectKey, order) {
      await post(names.delivery, effectKey, 'attempt', order)
    },
  }
}

/**
 * How long a node may not know a registered service, in ms: those of a cluster hear of it one after
 * the other, and ask for news every ten seconds.
 */
const newsTimeout = 15_000

/** How often nobody may know it: behind a load balancer, each question may reach another node. */
const mostUnknown = 4

/** Between two attempts at a node that does not know the service, in ms. */
const firstWait = 20
const longestWait = 500
