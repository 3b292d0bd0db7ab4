import { AfterviewError } from '@afterview/time'
import type { PluginWorker } from './web-worker.ts'

/** Where a framed worker lives. */
export interface FramedWorkerOptions {
  /**
   * A page of another origin whose only script is this package's `frame-bootstrap`, with
   * `web-worker-bootstrap.js` beside it. What its plugins may load and reach is for the
   * `content-security-policy` of that page and of that file: `script-src` for their code,
   * `connect-src` for the network, `frame-ancestors` for who may embed it.
   */
  readonly page: string | URL
  /** Where the hidden frame is put. Default: the body of the document. */
  readonly container?: Element
}

/** What the frame tells when its worker fails. */
type FrameReport = { readonly workerError: string }

/**
 * Makes a worker inside a hidden, sandboxed frame of another origin: it has neither the cookies nor
 * the databases of this page, and the network that its own policy gives it.
 * @throws {AfterviewError} `frame-same-origin` when the page would be no boundary.
 */
export function createFramedWorker(options: FramedWorkerOptions): PluginWorker {
  const page = new URL(options.page, location.href)
  if (page.origin === location.origin) throw sameOrigin(page)
  const frame = document.createElement('iframe')
  frame.hidden = true
  // Its own origin stays another one than ours: that is what allows it to start a worker at all.
  frame.sandbox.add('allow-scripts', 'allow-same-origin')
  frame.src = page.href
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }))
  const end = new AbortController()
  ;(options.container ?? document.body).append(frame)
  return {
    postMessage(message, transfer) {
      void loaded.then(() => frame.contentWindow?.postMessage(message, page.origin, transfer))
    },
    addEventListener(type: 'message' | 'error', listener: (event: ErrorEvent) => void) {
      if (type === 'error') listenForErrors(frame, page.origin, listener, end.signal)
    },
    terminate() {
      end.abort()
      frame.remove()
    },
  }
}

function listenForErrors(
  frame: HTMLIFrameElement,
  origin: string,
  listener: (event: ErrorEvent) => void,
  signal: AbortSignal,
): void {
  const receive = (event: MessageEvent<unknown>): void => {
    if (event.source !== frame.contentWindow || event.origin !== origin) return
    if (isReport(event.data)) listener(new ErrorEvent('error', { message: event.data.workerError }))
  }
  addEventListener('message', receive, { signal })
}

function isReport(data: unknown): data is FrameReport {
  return (
    typeof data === 'object' &&
    data !== null &&
    'workerError' in data &&
    typeof data.workerError === 'string'
  )
}

function sameOrigin(page: URL): AfterviewError {
  return new AfterviewError('frame-same-origin', {
    happened: `The page ${page.href} has the origin of this one, so its frame would be no boundary`,
    fix: 'serve it from another origin, or use a plain Web Worker',
    details: { page: page.href },
  })
}
