import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads'
import { protocolViolated } from '../channel/channel-error.ts'
import { bootstrapFile } from './bootstrap-file.ts'
import { mainMissing } from './isolation-error.ts'
import { type IsolationLimits, type RemoteRuntime, createRemoteRuntime } from './remote-runtime.ts'
import type { IsolationAdapter, LogLevel } from './runtime.ts'
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
 */
export function createWorkerThreadAdapter(options: WorkerThreadOptions = {}): IsolationAdapter {
  return {
    kind: 'worker',
    async start(plugin, host, start) {
      const { main } = plugin
      if (main === undefined) throw mainMissing(plugin.id, 'worker')
      const line = new MessageChannel()
      const worker = startThread(options, plugin.id, line.port2)
      const place = { port: threadPort(line.port1), kill: () => void worker.terminate() }
      const defer = setImmediate
      const parts = { kind: 'worker', plugin, main, host, start, place, defer } as const
      const runtime = createRemoteRuntime({ ...parts, limits: options })
      follow(worker, runtime)
      await runtime.open()
      return runtime
    },
  }
}

function startThread(options: WorkerThreadOptions, name: string, port: MessagePort): Worker {
  return new Worker(options.bootstrap ?? bootstrapFile('worker-thread-bootstrap'), {
    name,
    workerData: { port },
    transferList: [port],
    env: {},
    argv: [],
    execArgv: [],
    stdout: true,
    stderr: true,
    resourceLimits: {
      maxOldGenerationSizeMb: options.heapMb ?? HEAP_MB,
      stackSizeMb: options.stackMb ?? STACK_MB,
    },
  })
}

function follow(worker: Worker, runtime: RemoteRuntime): void {
  let error: unknown
  worker.on('error', (raised) => {
    error = raised
  })
  worker.on('exit', (code) => runtime.ended({ ...causeOf(error), code }))
  worker.on('message', () => {
    runtime.violated(protocolViolated('posted to the thread that started it'))
  })
  const pass = (level: LogLevel) => (chunk: Buffer) => runtime.wrote(level, chunk.toString())
  worker.stdout.on('data', pass('info'))
  worker.stderr.on('data', pass('warn'))
}

function causeOf(error: unknown): {
  cause: 'crash' | 'exit-called' | 'out-of-memory'
  error?: unknown
} {
  if (error === undefined) return { cause: 'exit-called' }
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return { cause: code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'out-of-memory' : 'crash', error }
}
