import { AfterviewError } from '@afterview/time'
import type { Clock } from '../clock.ts'
import { toErrorData } from '../error-data.ts'
import type {
  ActivateRequest,
  ActivateResult,
  DeactivateResult,
  DeclaredCapabilities,
  HandlerCall,
  HostCalls,
  PluginRealm,
  RealmReport,
} from '../isolation/runtime.ts'
import { type Plugin, pluginOf } from './define-plugin.ts'
import { createPluginApi } from './realm-api.ts'
import { type RealmState, applyNotice, createRealmState } from './realm-state.ts'
import { untilAborted } from './subscriptions.ts'

/** What a realm is made from. */
export interface PluginRealmOptions {
  /** Loads the plugin's module; called once, by `activate`. */
  readonly load: () => Promise<unknown>
  readonly capabilities: DeclaredCapabilities
  readonly host: HostCalls
  /** For the times of the activation. */
  readonly clock: Pick<Clock, 'now'>
  /** Hears of errors outside any call, and of log lines. */
  readonly report: (report: RealmReport) => void
}

/** A plugin that is running in its realm. */
interface Running {
  readonly plugin: Plugin
  readonly state: RealmState
}

/** Makes the plugin's side of the boundary. The same in every isolation tier. */
export function createPluginRealm(options: PluginRealmOptions): PluginRealm {
  let isUsed = false
  let isOver = false
  let running: Running | undefined
  let state: RealmState | undefined
  return {
    async activate(request, signal) {
      if (isUsed) throw activatedTwice(request.pluginId)
      isUsed = true
      state = createRealmState(request, options.host, options.report)
      const started = await activateIn(state, options, signal)
      running = { plugin: started.plugin, state }
      return started.result
    },
    invoke(call, signal) {
      if (state === undefined || isOver) throw notActive(call)
      return state.handlers.invoke(call, signal)
    },
    notify(notice) {
      if (state !== undefined) applyNotice(state, notice)
    },
    async deactivate(signal) {
      const ending = running
      running = undefined
      isOver = true
      return ending === undefined ? nothingToDo : deactivateIn(ending, signal)
    },
  }
}

const nothingToDo: DeactivateResult = { errors: [], forgotten: [], isCut: false }

async function activateIn(
  state: RealmState,
  options: PluginRealmOptions,
  signal: AbortSignal,
): Promise<{ plugin: Plugin; result: ActivateResult }> {
  const started = options.clock.now()
  try {
    const module = await orAbort(options.load(), signal, state.request)
    const plugin = pluginOf(module, state.request.pluginId)
    const loaded = options.clock.now()
    const pending = plugin.activate(createPluginApi(state, options.capabilities))
    const called = options.clock.now()
    await orAbort(finishing(pending, plugin, state, signal), signal, state.request)
    state.isActivated = true
    const times = { loadMs: loaded - started, callMs: called - loaded }
    const awaitMs = options.clock.now() - called
    return { plugin, result: { ...times, awaitMs, handlers: state.handlers.keys() } }
  } catch (error) {
    await rollBack(state, signal)
    throw error
  }
}

/** When the plugin is ready only after nobody waits any more, it is told to stop again. */
async function finishing(
  pending: void | Promise<void>,
  plugin: Plugin,
  state: RealmState,
  signal: AbortSignal,
): Promise<void> {
  await pending
  if (!signal.aborted) return
  try {
    await plugin.deactivate?.()
  } catch (error) {
    state.reportError(error)
  }
}

async function rollBack(state: RealmState, signal: AbortSignal): Promise<void> {
  for (const error of await state.subscriptions.dispose(signal)) state.reportError(error)
  state.handlers.clear()
  state.watches.clear()
}

async function deactivateIn(running: Running, signal: AbortSignal): Promise<DeactivateResult> {
  const { plugin, state } = running
  const errors: unknown[] = []
  try {
    await untilAborted(callDeactivate(plugin), signal, state.reportError)
  } catch (error) {
    errors.push(error)
  }
  errors.push(...(await state.subscriptions.dispose(signal)))
  const forgotten = [...state.handlers.clear(), ...forgottenWatches(state)]
  return { errors: errors.map(toErrorData), forgotten, isCut: signal.aborted }
}

async function callDeactivate(plugin: Plugin): Promise<void> {
  await plugin.deactivate?.()
}

function forgottenWatches(state: RealmState): readonly string[] {
  const left = [...state.watches].map((watch) => `context:${watch.keys.join(',')}`)
  state.watches.clear()
  const listeners = { service: state.serviceChanged, configuration: state.configurationChanged }
  for (const [name, emitter] of Object.entries(listeners)) {
    for (let at = 0; at < emitter.size; at += 1) left.push(`${name}:onDidChange`)
  }
  return left
}

/** The value, or a rejection as soon as `signal` is aborted. */
function orAbort<Value>(
  pending: Promise<Value>,
  signal: AbortSignal,
  request: ActivateRequest,
): Promise<Value> {
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(aborted(request.pluginId, signal.reason))
    if (signal.aborted) abort()
    signal.addEventListener('abort', abort, { once: true })
    const settled = (): void => signal.removeEventListener('abort', abort)
    pending.then(resolve, reject).finally(settled)
  })
}

function aborted(pluginId: string, reason: unknown): AfterviewError {
  return new AfterviewError('activation-aborted', {
    happened: `The activation of ${pluginId} was given up before it was finished`,
    fix: 'retry the plugin, or make its activate function quicker',
    details: { pluginId },
    cause: reason,
  })
}

function activatedTwice(pluginId: string): AfterviewError {
  return new AfterviewError('realm-used', {
    happened: `The realm of ${pluginId} was activated a second time`,
    fix: 'start a new realm for each activation',
    details: { pluginId },
  })
}

function notActive(call: HandlerCall): AfterviewError {
  return new AfterviewError('plugin-not-active', {
    happened: `${call.kind} ${call.id} was called while its plugin is not active`,
    fix: 'activate the plugin first',
    details: { kind: call.kind, id: call.id },
  })
}
