import { AfterviewError } from '@afterview/time'
import { MessageChannel, type MessagePort, type ResourceLimits, Worker } from 'node:worker_threads'
import { protocolViolated } from '../channel/channel-error.ts'
import type { PlaceEnd, RemoteRuntime } from './remote-runtime.ts'
import type { LogLevel } from './runtime.ts'

/** A worker thread in which one plugin lives, or those of one affinity group. */
export interface PluginThread {
  readonly isOver: boolean
  /** The host's end of a line for one more plugin. */
  openLine(): MessagePort
  /** The runtime at that line shares the fate of the thread from now on. */
  join(runtime: RemoteRuntime): void
  /**
   * The runtime goes. The thread ends with it, unless others are in it and the plugin `isLeft`
   * behind clean.
   */
  leave(runtime: RemoteRuntime, isLeft: boolean): void
}

/** Starts a thread. It has an empty environment and none of the application's arguments. */
export function startThread(options: {
  readonly name: string
  readonly bootstrap: URL
  readonly limits: ResourceLimits
}): PluginThread {
  const control = new MessageChannel()
  const worker = new Worker(options.bootstrap, {
    name: options.name,
    workerData: { control: control.port2 },
    transferList: [control.port2],
    env: {},
    argv: [],
    execArgv: [],
    stdout: true,
    stderr: true,
    resourceLimits: options.limits,
  })
  const members = new Set<RemoteRuntime>()
  let isOver = false
  follow(worker, members, () => {
    isOver = true
    control.port1.close()
  })
  return {
    get isOver() {
      return isOver
    },
    openLine() {
      const { port1, port2 } = new MessageChannel()
      control.port1.postMessage({ port: port2 }, [port2])
      return port1
    },
    join: (runtime) => void members.add(runtime),
    leave(runtime, isLeft) {
      if (isLeft && members.size > 1) {
        members.delete(runtime)
        runtime.ended({ cause: 'crash' })
      } else {
        isOver = true
        for (const other of members) if (other !== runtime) other.ended(sharedEnd(options.name))
        void worker.terminate()
      }
    },
  }
}

function follow(worker: Worker, members: ReadonlySet<RemoteRuntime>, onEnd: () => void): void {
  let error: unknown
  worker.on('error', (raised) => {
    error = raised
  })
  worker.on('exit', (code) => {
    onEnd()
    for (const member of members) member.ended({ ...causeOf(error), code })
  })
  worker.on('message', () => {
    for (const member of members) member.violated(protocolViolated('posted to its parent'))
  })
  const pass = (level: LogLevel) => (chunk: Buffer) => {
    for (const member of members) member.wrote(level, chunk.toString())
  }
  worker.stdout.on('data', pass('info'))
  worker.stderr.on('data', pass('warn'))
}

/** How the others in a thread end when one of them had to be ended by force. */
function sharedEnd(group: string): PlaceEnd {
  return {
    cause: 'crash',
    error: new AfterviewError('affinity-shared-end', {
      happened: `Another plugin of the affinity group ${group} had to be ended by force`,
      fix: 'give the plugins no common affinity in their isolation settings',
      details: { group },
    }),
  }
}

function causeOf(error: unknown): PlaceEnd {
  if (error === undefined) return { cause: 'exit-called' }
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return { cause: code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'out-of-memory' : 'crash', error }
}
