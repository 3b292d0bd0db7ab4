import type { Clock } from '../clock.ts'
import { activationTimeout, isolationUnavailable } from '../host/host-errors.ts'
import type { PluginPackage } from '../host/plugin-package.ts'
import type { PluginRecord } from '../host/plugin-record.ts'
import type {
  ActivateRequest,
  ActivateResult,
  DeclaredHandlers,
  HostCalls,
  IsolationAdapter,
  IsolationKind,
  PluginDescription,
  RuntimeEvent,
} from '../isolation/runtime.ts'
import type { JsonObject } from '../json-value.ts'
import { orAborted } from './or-aborted.ts'

/** What a plugin is started with, beside itself. */
export interface StartContext {
  readonly clock: Clock
  readonly apiVersion: string
  readonly locale: string
  readonly timeoutMs: number
  readonly offeredTiers: readonly IsolationKind[]
  configurationOf(record: PluginRecord): JsonObject
  /** Tokens that somebody provides now. */
  availableServices(record: PluginRecord): readonly string[]
  callsFor(record: PluginRecord): HostCalls
  onRuntimeEvent(record: PluginRecord, event: RuntimeEvent): void
}

/** A plugin that runs. */
export interface Started extends ActivateResult {
  readonly placeMs: number
}

/**
 * Starts a plugin within its time limit. `undefined` when it has no code.
 *
 * Rejects with the reason of `abort`, which is a time-out when the limit has passed; what comes
 * later is terminated.
 */
export async function startInTime(
  record: PluginRecord,
  event: string,
  abort: AbortController,
  context: StartContext,
): Promise<Started | undefined> {
  const { adapter, manifest } = record
  if (adapter === undefined) return withoutPlace(record, context)
  const limitMs = manifest.isolation.activationTimeoutMs ?? context.timeoutMs
  const limit = context.clock.after(limitMs, () =>
    abort.abort(activationTimeout(record.id, limitMs)),
  )
  try {
    const { signal } = abort
    return await orAborted(startPlugin(record, adapter, event, signal, context), signal)
  } finally {
    limit.dispose()
  }
}

function withoutPlace(record: PluginRecord, context: StartContext): undefined {
  const { manifest } = record
  if (!manifest.hasCode) return undefined
  throw isolationUnavailable(record.id, manifest.isolation.supports ?? [], context.offeredTiers)
}

/** The runtime is in the record as soon as there is one, so that it can be ended. */
async function startPlugin(
  record: PluginRecord,
  adapter: IsolationAdapter,
  event: string,
  signal: AbortSignal,
  context: StartContext,
): Promise<Started> {
  const { clock } = context
  const begun = clock.now()
  const runtime = await adapter.start(describe(record, adapter), context.callsFor(record), {
    clock,
    signal,
    onEvent: (runtimeEvent) => context.onRuntimeEvent(record, runtimeEvent),
  })
  if (signal.aborted) {
    await runtime.terminate()
    throw signal.reason
  }
  record.runtime = runtime
  const placeMs = clock.now() - begun
  const result = await runtime.activate(requestFor(record, event, context), signal)
  return { ...result, placeMs }
}

function describe(record: PluginRecord, adapter: IsolationAdapter): PluginDescription {
  const { manifest, source } = record
  const path = codePath(record, adapter)
  const { affinity } = manifest.isolation
  return {
    id: record.id,
    version: manifest.version,
    ...(path === undefined ? {} : { main: resolve(path, source) }),
    ...(source.load === undefined ? {} : { load: source.load }),
    capabilities: manifest.capabilities,
    ...(affinity === undefined ? {} : { affinity }),
  }
}

/** `browser` for a Web Worker, `main` for threads and processes; inline takes what there is, `main` first. */
function codePath({ manifest }: PluginRecord, { kind }: IsolationAdapter): string | undefined {
  switch (kind) {
    case 'webworker':
      return manifest.browser
    case 'worker':
    case 'child':
      return manifest.main
    case 'inline':
      return manifest.main ?? manifest.browser
  }
}

function resolve(path: string, { baseUrl, resolve: own }: PluginPackage): string {
  if (own !== undefined) return own(path)
  return baseUrl === undefined ? path : new URL(path, baseUrl).href
}

function requestFor(record: PluginRecord, event: string, context: StartContext): ActivateRequest {
  const { manifest } = record
  return {
    pluginId: record.id,
    version: manifest.version,
    apiVersion: context.apiVersion,
    reason: event,
    locale: context.locale,
    configuration: context.configurationOf(record),
    messages: record.messages,
    services: context.availableServices(record),
    enabledApiProposals: manifest.enabledApiProposals,
    declared: declaredBy(record),
  }
}

function declaredBy(record: PluginRecord): DeclaredHandlers {
  const byKind = Object.groupBy(record.handlers, ({ kind }) => kind)
  return Object.fromEntries(
    Object.entries(byKind).map(([kind, handlers]) => [kind, handlers.map(({ id }) => id)]),
  )
}
