import { AfterviewError, isAfterviewError } from '@afterview/time'
import { type ChildProcess, fork } from 'node:child_process'
import { realpathSync } from 'node:fs'
import { sep } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Clock } from '../clock.ts'
import type { RawPort } from '../channel/raw-port.ts'
import { bootstrapFile, bootstrapReads, packageFolder } from './bootstrap-file.ts'
import { mainMissing, placeNotStarted } from './isolation-error.ts'
import {
  type IsolationLimits,
  type PlaceEnd,
  type RemoteRuntime,
  createRemoteRuntime,
} from './remote-runtime.ts'
import type { IsolationAdapter } from './runtime.ts'

/** Limits of the processes that plugins run in. */
export interface ChildProcessOptions extends IsolationLimits {
  /** Most of the JavaScript heap that survives collection, in MiB. Buffers do not count. Default 128. */
  readonly heapMb?: number
  /** Further folders that every plugin may read, as absolute paths. Default: none but its own. */
  readonly readableFolders?: readonly string[]
  /** The first file of every process. Default: the one of this package; needed when it was bundled. */
  readonly bootstrap?: URL
}

const HEAP_MB = 128
/** Newer than the oldest Node that has permission flags. */
const NO_SIGUSR1 = '--disable-sigusr1'
/** Enough for the last words of a dying engine. */
const LAST_WORDS = 4096
/** How long the output of a process that ended may still arrive. */
const DRAIN_MS = 200

/**
 * Runs each plugin in a process of its own, with an empty environment, no terminal and Node's
 * permission flags: it reads its own folder and writes nothing, and starts neither threads nor
 * processes.
 *
 * That keeps accidents away, not malice: the network is open, and Node says itself that the flags
 * do not stop malicious code.
 */
export function createChildProcessAdapter(options: ChildProcessOptions = {}): IsolationAdapter {
  return {
    kind: 'child',
    async start(plugin, host, start) {
      if (plugin.main === undefined) throw mainMissing(plugin.id, 'child')
      const { child, main } = startConfined(options, plugin.id, plugin.main)
      const place = { port: processPort(child), kill: () => void child.kill('SIGKILL') }
      const defer = setImmediate
      const parts = { kind: 'child', plugin, main, host, start, place, defer } as const
      const runtime = createRemoteRuntime({ ...parts, limits: options })
      follow(child, runtime, start.clock)
      await runtime.open()
      return runtime
    },
  }
}

function startConfined(
  options: ChildProcessOptions,
  pluginId: string,
  main: string,
): { readonly child: ChildProcess; readonly main: string } {
  try {
    const file = confinable(pluginId, main)
    const child = startProcess(options, packageFolder(file))
    return { child, main: pathToFileURL(file).href }
  } catch (error) {
    throw isAfterviewError(error) ? error : placeNotStarted(pluginId, 'child', error)
  }
}

function startProcess(options: ChildProcessOptions, folder: string): ChildProcess {
  const bootstrap = options.bootstrap ?? bootstrapFile('child-process-bootstrap')
  const reads = [folder + sep, ...bootstrapReads(bootstrap), ...(options.readableFolders ?? [])]
  return fork(bootstrap, [], {
    cwd: folder,
    env: {},
    execArgv: [
      '--permission',
      ...reads.map((path) => `--allow-fs-read=${path}`),
      `--max-old-space-size=${options.heapMb ?? HEAP_MB}`,
      '--no-warnings',
      ...(process.allowedNodeEnvironmentFlags.has(NO_SIGUSR1) ? [NO_SIGUSR1] : []),
    ],
    serialization: 'json',
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
}

/** The plugin's file without symbolic links, which the permission flags do not follow. */
function confinable(pluginId: string, main: string): string {
  const file = main.startsWith('file:') ? realpathSync(fileURLToPath(main)) : undefined
  if (file !== undefined && !file.includes('*')) return file
  throw new AfterviewError('plugin-folder-unsafe', {
    // A packed plugin is its own address.
    happened: `${pluginId} cannot be confined to the folder of ${main.slice(0, 100)}`,
    fix: 'install it as files, in a folder whose path has no asterisk',
    details: { pluginId, main: main.slice(0, 100) },
  })
}

function processPort(child: ChildProcess): RawPort {
  let listener: ((message: unknown) => void) | undefined
  return {
    // The callback takes the error of a process that is gone already: its end is told by `exit`.
    post: (message) => void child.send(message as object, () => undefined),
    on(next) {
      const isFirst = listener === undefined
      listener = next
      if (isFirst) child.on('message', (message) => listener?.(message))
    },
    // A process is always killed after its line: disconnecting here would swallow its `close` event.
    close: () => {
      listener = undefined
    },
  }
}

function follow(child: ChildProcess, runtime: RemoteRuntime, clock: Clock): void {
  let lastWords = ''
  let failure: unknown
  child.stdout?.setEncoding('utf8').on('data', (text: string) => runtime.wrote('info', text))
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    lastWords = (lastWords + text).slice(-LAST_WORDS)
    runtime.wrote('warn', text)
  })
  child.on('error', (error) => {
    failure = error
    if (child.pid === undefined) runtime.ended({ cause: 'crash', error })
  })
  child.on('exit', (code, signal) => {
    const end = (): void => runtime.ended(endOf(code, signal, lastWords, failure))
    child.once('close', end)
    clock.after(DRAIN_MS, end)
  })
}

function endOf(
  code: number | null,
  signal: NodeJS.Signals | null,
  lastWords: string,
  failure: unknown,
): PlaceEnd {
  const exit = code === null ? {} : { code }
  if (lastWords.includes('heap out of memory')) {
    return { ...exit, cause: 'out-of-memory', error: processEnded(code, signal, lastWords) }
  }
  if (failure === undefined && code !== null) return { code, cause: 'exit-called' }
  return { ...exit, cause: 'crash', error: failure ?? processEnded(code, signal, lastWords) }
}

function processEnded(
  code: number | null,
  signal: NodeJS.Signals | null,
  lastWords: string,
): AfterviewError {
  return new AfterviewError('process-ended', {
    happened: `The process ended with ${signal ?? `code ${String(code)}`}`,
    fix: 'see its last words in the details',
    details: { code, signal, lastWords },
  })
}
