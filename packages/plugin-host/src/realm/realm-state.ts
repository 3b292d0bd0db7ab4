import type { Emitter } from '../emitter.ts'
import { createEmitter } from '../emitter.ts'
import type { ActivateRequest, HostCalls, HostNotice, RealmReport } from '../isolation/runtime.ts'
import { toErrorData } from '../error-data.ts'
import type { JsonObject } from '../json-value.ts'
import { createHandlerTable, type HandlerTable } from './handler-table.ts'
import { createSubscriptionStore, type SubscriptionStore } from './subscriptions.ts'

/** What one activation holds in the plugin's realm. */
export interface RealmState {
  readonly request: ActivateRequest
  readonly host: HostCalls
  readonly handlers: HandlerTable
  readonly subscriptions: SubscriptionStore
  readonly services: Set<string>
  readonly watches: Set<ContextWatch>
  readonly serviceChanged: Emitter<{ readonly token: string; readonly isAvailable: boolean }>
  readonly configurationChanged: Emitter<void>
  configuration: JsonObject
  /** From then on announcements go to the host one by one. */
  isActivated: boolean
  readonly report: (report: RealmReport) => void
  readonly reportError: (error: unknown) => void
}

/** A listener and the keys that it wants. */
export interface ContextWatch {
  readonly keys: readonly string[]
  readonly listener: (values: JsonObject) => void
}

/** The state of a realm whose plugin is about to be activated. */
export function createRealmState(
  request: ActivateRequest,
  host: HostCalls,
  report: (report: RealmReport) => void,
): RealmState {
  const reportError = (error: unknown): void => report({ type: 'error', error: toErrorData(error) })
  return {
    request,
    host,
    handlers: createHandlerTable(request.pluginId, request.declared),
    subscriptions: createSubscriptionStore(reportError),
    services: new Set(request.services),
    watches: new Set(),
    serviceChanged: createEmitter(reportError),
    configurationChanged: createEmitter(reportError),
    configuration: request.configuration,
    isActivated: false,
    report,
    reportError,
  }
}

/** Takes in what changed outside and tells the plugin's listeners. */
export function applyNotice(state: RealmState, notice: HostNotice): void {
  switch (notice.type) {
    case 'configuration.changed':
      state.configuration = notice.configuration
      state.configurationChanged.fire()
      break
    case 'service.changed':
      if (notice.isAvailable) state.services.add(notice.token)
      else state.services.delete(notice.token)
      state.serviceChanged.fire(notice)
      break
    case 'context.changed':
      for (const watch of state.watches) tellWatch(state, watch, notice.values)
      break
  }
}

function tellWatch(state: RealmState, watch: ContextWatch, values: JsonObject): void {
  const wanted = Object.entries(values).filter(([key]) => watch.keys.includes(key))
  if (wanted.length === 0) return
  try {
    watch.listener(Object.fromEntries(wanted))
  } catch (error) {
    state.reportError(error)
  }
}
