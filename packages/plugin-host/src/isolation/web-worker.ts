import { protocolViolated } from '../channel/channel-error.ts'
import { mainMissing } from './isolation-error.ts'
import { type IsolationLimits, type RemoteRuntime, createRemoteRuntime } from './remote-runtime.ts'
import type { IsolationAdapter, PluginDescription } from './runtime.ts'
import { createTurns, webPort } from './web-port.ts'

/** What the adapter uses of a worker: a browser's own, or one of {@link createFramedWorker}. */
export interface PluginWorker {
  postMessage(message: unknown, transfer: Transferable[]): void
  addEventListener(type: 'message', listener: () => void): void
  addEventListener(type: 'error', listener: (event: ErrorEvent) => void): void
  terminate(): void
}

/** How the workers are made that plugins run in. */
export interface WebWorkerOptions extends IsolationLimits {
  /**
   * Makes a worker that runs this package's `web-worker-bootstrap` as a module, such as
   * `() => new Worker('/afterview/web-worker-bootstrap.js', { type: 'module' })`. The file is whole
   * in itself: it can be served as it is.
   */
  readonly createWorker: (plugin: PluginDescription) => PluginWorker
}

/**
 * Runs each plugin in a Web Worker of its own.
 *
 * A plugin that throws or loops for ever does not stop the page, and it has no DOM. A worker of the
 * page's own origin is no security boundary: it keeps `fetch` with cookies and IndexedDB; see
 * {@link createFramedWorker}. The browser gives no limit for memory.
 */
export function createWebWorkerAdapter(options: WebWorkerOptions): IsolationAdapter {
  const defer = createTurns()
  return {
    kind: 'webworker',
    async start(plugin, host, start) {
      const { main } = plugin
      if (main === undefined) throw mainMissing(plugin.id, 'webworker')
      const worker = options.createWorker(plugin)
      const line = new MessageChannel()
      const kill = (): void => {
        worker.terminate()
        runtime.ended({ cause: 'crash' })
      }
      const place = { port: webPort(line.port1), kill }
      const parts = { kind: 'webworker', plugin, main, host, start, place, defer } as const
      const runtime: RemoteRuntime = createRemoteRuntime({ ...parts, limits: options })
      follow(worker, runtime)
      worker.postMessage(null, [line.port2])
      await runtime.open()
      return runtime
    },
  }
}

/** A browser does not tell when a worker ends by itself; silence does. */
function follow(worker: PluginWorker, runtime: RemoteRuntime): void {
  worker.addEventListener('error', (event) => {
    event.preventDefault()
    runtime.raised(
      new Error(event.message === undefined ? 'It could not be loaded' : event.message),
    )
  })
  worker.addEventListener('message', () => {
    runtime.violated(protocolViolated('posted to the page that started it'))
  })
}
