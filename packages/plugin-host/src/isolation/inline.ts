import { AfterviewError } from '@afterview/time'
import { cloneJson } from '../json-clone.ts'
import { createPluginRealm } from '../realm/plugin-realm.ts'
import type {
  HandlerCall,
  HostCalls,
  IsolationAdapter,
  PluginDescription,
  PluginRealm,
  PluginRuntime,
  StartOptions,
} from './runtime.ts'

/** How the inline adapter finds code. */
export interface InlineAdapterOptions {
  /** Loads the module at a plugin's `main`. Default: a dynamic `import`. */
  readonly importModule?: (url: string) => Promise<unknown>
}

/**
 * Runs plugins in the embedder's own thread and memory. It contains what a plugin throws and cleans
 * up after it, and nothing more: a plugin that loops for ever stops the whole thread.
 */
export function createInlineAdapter(options: InlineAdapterOptions = {}): IsolationAdapter {
  const importModule = options.importModule ?? importFrom
  return {
    kind: 'inline',
    async start(plugin, host, start) {
      const realm = createPluginRealm({
        load: () => loadModule(plugin, importModule),
        capabilities: plugin.capabilities,
        host: copyingCalls(host),
        clock: start.clock,
        report: start.onEvent,
      })
      return createInlineRuntime(plugin.id, realm, start)
    },
  }
}

function importFrom(url: string): Promise<unknown> {
  return import(url)
}

function loadModule(
  plugin: PluginDescription,
  importModule: (url: string) => Promise<unknown>,
): Promise<unknown> {
  if (plugin.load !== undefined) return plugin.load()
  if (plugin.main !== undefined) return importModule(plugin.main)
  throw new AfterviewError('plugin-without-code', {
    happened: `${plugin.id} was started but has no code`,
    fix: 'name its module under main or browser in its package.json',
    details: { pluginId: plugin.id },
  })
}

/** Answers are copied, so that a plugin never holds an object of the host's. */
function copyingCalls(host: HostCalls): HostCalls {
  return {
    async call(method, params, signal) {
      return cloneJson(await host.call(method, params, signal), `The answer to ${method}`)
    },
  }
}

/** Input is copied too: a plugin that writes to it writes to nothing of the host's. */
function copied(call: HandlerCall): HandlerCall {
  const { kind, id, input } = call
  if (typeof input !== 'object' || input === null) return call
  return { kind, id, input: cloneJson(input, () => `The input of ${kind} ${id}`), at: call.at }
}

function createInlineRuntime(
  pluginId: string,
  realm: PluginRealm,
  options: StartOptions,
): PluginRuntime {
  const gone = new AbortController()
  let isGone = false
  const whileHere = guard(pluginId, gone.signal)
  return {
    activate: (request, signal) =>
      whileHere(() => realm.activate(request, AbortSignal.any([signal, gone.signal]))),
    invoke(call, signal) {
      if (isGone) throw terminated(pluginId)
      const answer = realm.invoke(copied(call), signal)
      return answer instanceof Promise ? whileHere(() => answer) : answer
    },
    notify: (notice) => {
      if (!gone.signal.aborted) realm.notify(notice)
    },
    deactivate: (signal) => whileHere(() => realm.deactivate(signal)),
    async terminate() {
      if (gone.signal.aborted) return
      isGone = true
      gone.abort(terminated(pluginId))
      await realm.deactivate(gone.signal)
      options.onEvent({ type: 'exit', isExpected: true, cause: 'terminated' })
    },
  }
}

type Guard = <Value>(run: () => Promise<Value>) => Promise<Value>

/** Rejects what is under way as soon as the runtime is terminated. */
function guard(pluginId: string, gone: AbortSignal): Guard {
  const waiting = new Set<(error: unknown) => void>()
  gone.addEventListener('abort', () => {
    for (const reject of waiting) reject(gone.reason)
    waiting.clear()
  })
  return (run) =>
    new Promise((resolve, reject) => {
      if (gone.aborted) {
        reject(terminated(pluginId))
        return
      }
      waiting.add(reject)
      void follow(run, resolve, reject, () => waiting.delete(reject))
    })
}

async function follow<Value>(
  run: () => Promise<Value>,
  resolve: (value: Value) => void,
  reject: (error: unknown) => void,
  over: () => void,
): Promise<void> {
  try {
    resolve(await run())
  } catch (error) {
    reject(error)
  } finally {
    over()
  }
}

function terminated(pluginId: string): AfterviewError {
  return new AfterviewError('plugin-terminated', {
    happened: `The runtime of ${pluginId} was terminated`,
    fix: 'activate the plugin again',
    details: { pluginId },
  })
}
