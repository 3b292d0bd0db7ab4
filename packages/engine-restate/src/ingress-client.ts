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

/** A client of the ingress at an address. Throws `address-malformed`. */
export function createIngressClient(
  address: string,
  names: ServiceNames,
  options: HttpOptions,
): IngressClient {
  const base = requireAddress('ingress', address)

  async function post(
    service: string,
    key: string,
    handler: string,
    body: unknown,
  ): Promise<unknown> {
    const url = `${base}/${service}/${encodeURIComponent(key)}/${handler}`
    const answer = await callHttp({ method: 'POST', url, body }, options)
    if (answer.status === 404) throw restateError('service-missing', { service })
    return jsonOf(url, answer)
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
