import { bootstrapFile } from './bootstrap-file.ts'
import { mainMissing } from './isolation-error.ts'
import { type PluginThread, startThread } from './plugin-thread.ts'
import { type IsolationLimits, type RemoteRuntime, createRemoteRuntime } from './remote-runtime.ts'
import type { IsolationAdapter, PluginDescription } from './runtime.ts'
import { threadPort } from './thread-port.ts'

/** Limits of the threads that plugins run in. */
export interface WorkerThreadOptions extends IsolationLimits {
  /** Most of the JavaScript heap that survives collection, in MiB. Buffers do not count. Default 128. */
  readonly heapMb?: number
  /** Stack in MiB. Default 4. */
  readonly stackMb?: number
  /** The first file of every thread. Default: the one of this package; needed when it was bundled. */
  readonly bootstrap?: URL
}

const HEAP_MB = 128
const STACK_MB = 4

/**
 * Runs each plugin in a worker thread of its own, with an empty environment.
 *
 * A plugin that throws, loops for ever, calls `process.exit` or fills its heap does not take the
 * application down. That is no security boundary: it can read files, use the network and fill
 * memory with buffers.
 *
 * Plugins of the same affinity group share a thread, its heap and its fate: when one of them has to
 * be ended, the others end with it, and the host starts them again.
 */
export function createWorkerThreadAdapter(options: WorkerThreadOptions = {}): IsolationAdapter {
  const threadFor = createThreads(options)
  let realms = 0
  return {
    kind: 'worker',
    async start(plugin, host, start) {
      if (plugin.main === undefined) throw mainMissing(plugin.id, 'worker')
      const thread = threadFor(plugin)
      // A thread keeps every module that it has loaded: a reloaded plugin must have a URL of its own.
      const main =
        plugin.affinity === undefined ? plugin.main : withQuery(plugin.main, (realms += 1))
      const port = threadPort(thread.openLine())
      const kill = (isLeft: boolean): void => thread.leave(runtime, isLeft)
      const place = { port, kill }
      const defer = setImmediate
      const parts = { kind: 'worker', plugin, main, host, start, place, defer } as const
      const runtime: RemoteRuntime = createRemoteRuntime({ ...parts, limits: options })
      thread.join(runtime)
      await runtime.open()
      return runtime
    },
  }
}

/** Gives each plugin a new thread, or that of its affinity group. */
function createThreads(options: WorkerThreadOptions): (plugin: PluginDescription) => PluginThread {
  const groups = new Map<string, PluginThread>()
  const startFor = (name: string): PluginThread =>
    startThread({
      name,
      bootstrap: options.bootstrap ?? bootstrapFile('worker-thread-bootstrap'),
      limits: {
        maxOldGenerationSizeMb: options.heapMb ?? HEAP_MB,
        stackSizeMb: options.stackMb ?? STACK_MB,
      },
    })
  return ({ id, affinity }) => {
    if (affinity === undefined) return startFor(id)
    const existing = groups.get(affinity)
    if (existing !== undefined && !existing.isOver) return existing
    const thread = startFor(affinity)
    groups.set(affinity, thread)
    return thread
  }
}

function withQuery(main: string, realm: number): string {
  return `${main}${main.includes('?') ? '&' : '?'}realm=${realm}`
}
