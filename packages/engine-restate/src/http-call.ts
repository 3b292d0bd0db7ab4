import { messageOf } from '@afterview/engine/host'
import { restateError } from './error-table.ts'

/** How requests are made. */
export interface HttpOptions {
  /** In place of the global `fetch`, for proxies and client certificates. */
  readonly fetch?: typeof globalThis.fetch
  /** Sent with every request, such as `authorization`. */
  readonly headers?: Readonly<Record<string, string>>
  /** How long to wait for an answer, in ms. Default 30,000. */
  readonly answerTimeout?: number
}

/** A request of the ingress or of the admin API. */
export interface HttpCall {
  readonly method: 'GET' | 'POST' | 'PATCH'
  readonly url: string
  /** Sent as JSON; none when `undefined`. */
  readonly body?: unknown
}

/** What came back. */
export interface HttpAnswer {
  readonly status: number
  readonly text: string
}

/** The default of {@link HttpOptions.answerTimeout}. */
export const defaultAnswerTimeout = 30_000

/** Makes a request. Rejects with `restate-unreachable`, or with `restate-late` when no answer comes. */
export async function callHttp(call: HttpCall, options: HttpOptions): Promise<HttpAnswer> {
  const { fetch = globalThis.fetch, headers, answerTimeout = defaultAnswerTimeout } = options
  const { method, url, body } = call
  const signal = AbortSignal.timeout(answerTimeout)
  try {
    const response = await fetch(url, {
      method,
      headers: { ...headers, accept: 'application/json', ...(body === undefined ? {} : json) },
      body: body === undefined ? null : JSON.stringify(body),
      signal,
    })
    return { status: response.status, text: await response.text() }
  } catch (thrown) {
    if (signal.aborted) throw restateError('restate-late', { url, timeout: answerTimeout }, thrown)
    throw restateError('restate-unreachable', { url, message: reasonOf(thrown) }, thrown)
  }
}

/** The value of a successful answer. Throws `restate-refused` or `answer-foreign`. */
export function jsonOf(url: string, { status, text }: HttpAnswer): unknown {
  if (status >= 400)
    throw restateError('restate-refused', { url, status, message: messageIn(text) })
  try {
    return JSON.parse(text)
  } catch (thrown) {
    throw restateError('answer-foreign', { url, text: text.slice(0, 200) }, thrown)
  }
}

/** An address without a slash at its end. Throws `address-malformed`. */
export function requireAddress(name: string, value: string): string {
  if (URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)) {
    return value.replace(/\/+$/, '')
  }
  throw restateError('address-malformed', { name, value })
}

const json = { 'content-type': 'application/json' }

/** `fetch` hides the reason in the cause. */
function reasonOf(thrown: unknown): string {
  const isWrapped = thrown instanceof Error && thrown.cause !== undefined
  return isWrapped ? messageOf(thrown.cause) : messageOf(thrown)
}

function messageIn(text: string): string {
  try {
    const { message } = JSON.parse(text) as { readonly message?: unknown }
    return typeof message === 'string' ? message : text
  } catch {
    return text
  }
}
