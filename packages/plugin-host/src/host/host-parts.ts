import { type ActivationEvents, createActivationEvents } from '../activation/activation-events.ts'
import type { ActivationReport } from '../activation/activation-report.ts'
import { type Activator, createActivator } from '../activation/activator.ts'
import { type Deactivator, createDeactivator } from '../activation/deactivation.ts'
import { type StartContext, startInTime } from '../activation/start-plugin.ts'
import { type AuditLog, createAuditLog } from '../capability/audit-log.ts'
import { type EffectGate, createEffectGate } from '../capability/effect-gate.ts'
import type { Clock } from '../clock.ts'
import {
  type ConfigurationValues,
  createConfigurationValues,
} from '../contribution/configuration-values.ts'
import { type ContextKeys, createContextKeys } from '../contribution/context-keys.ts'
import {
  type ContributionIndex,
  createContributionIndex,
} from '../contribution/contribution-index.ts'
import { type Emitter, createEmitter } from '../emitter.ts'
import type { RuntimeEvent } from '../isolation/runtime.ts'
import { createSupervisor } from '../isolation/supervisor.ts'
import { createSystemClock } from '../system-clock.ts'
import { type Commands, createCommands } from './commands.ts'
import { type CrashRecovery, createCrashRecovery } from './crash-recovery.ts'
import type { PluginHostOptions } from './host-options.ts'
import {
  type HostRequestOptions,
  type HostRequestServer,
  createHostRequestServer,
} from './host-request-server.ts'
import { type PluginCalls, createPluginCalls } from './plugin-calls.ts'
import type { PluginRecord } from './plugin-record.ts'
import { createMemoryStore } from './plugin-store.ts'
import { type PluginTable, createPluginTable } from './plugin-table.ts'
import { type Policies, createPolicies } from './policies.ts'
import { type Services, createServices } from './services.ts'

/** Something that a plugin's place said unasked. */
export interface PluginSignal {
  readonly pluginId: string
  readonly event: RuntimeEvent
}

/** The parts of a host, put together. What the host offers is in plugin-host.ts. */
export interface HostParts {
  readonly clock: Clock
  readonly table: PluginTable
  readonly index: ContributionIndex
  readonly context: ContextKeys
  readonly configuration: ConfigurationValues
  readonly activator: Activator
  readonly deactivator: Deactivator
  readonly events: ActivationEvents
  readonly calls: PluginCalls
  readonly commands: Commands
  readonly policies: Policies
  readonly audit: AuditLog
  readonly recovery: CrashRecovery
  readonly signals: Emitter<PluginSignal>
  readonly reports: Emitter<ActivationReport>
}

/** What keeps data and knows no other part. */
type Basics = Pick<
  HostParts,
  'clock' | 'table' | 'index' | 'context' | 'configuration' | 'audit' | 'signals' | 'reports'
>

function createBasics(options: PluginHostOptions): Basics {
  const onError = options.onError ?? ignore
  const clock = options.clock ?? createSystemClock()
  return {
    clock,
    table: createPluginTable(clock, onError),
    index: createContributionIndex(),
    context: createContextKeys(options.context ?? {}, onError),
    configuration: createConfigurationValues(options.configuration ?? {}, onError),
    audit: createAuditLog(options.auditKeep ?? 1000, options.onAudit ?? ignore),
    signals: createEmitter<PluginSignal>(onError),
    reports: createEmitter<ActivationReport>(onError),
  }
}

/** Puts a host together. Parts know one another only as far as they must; nothing starts yet. */
export function createHostParts(options: PluginHostOptions): HostParts {
  const basics = createBasics(options)
  const { clock, table, index, context, reports } = basics
  const budget = options.crashBudget ?? createSupervisor({ clock })
  const services = createServices(table)
  const stop = (record: PluginRecord): Promise<void> =>
    stopRuntime(record, options.onError ?? ignore)
  const activator = createActivator({
    table,
    clock,
    stop,
    start: (record, event, abort) => startInTime(record, event, abort, start),
    deactivated: (record) => deactivator.settled(record),
    onActive: (record, handlers) => services.offer(record, servicesAmong(handlers), true),
    onReport: (report) => reports.fire(report),
  })
  const withdraw = (record: PluginRecord): void => {
    services.withdraw(record)
    server.forget(record)
  }
  const deactivator = createDeactivator({
    table,
    clock,
    budgetMs: options.deactivationBudgetMs ?? 5000,
    cancel: (record) => activator.cancel(record),
    stop,
    onInactive: withdraw,
  })
  const events = createActivationEvents(activator)
  const calls = createPluginCalls({ activator, events, clock, budget })
  const commands = createCommands({ index, context, calls })
  const gate = createGate(options, basics)
  const recovery = createCrashRecovery({ table, clock, budget, activator, onInactive: withdraw })
  const server = createServer(options, { commands, calls, services, context, gate })
  const start = startContext(options, basics, { services, server, recovery })
  tellPlugins(basics)
  const policies = createPolicies({ index, table, context, calls, gate })
  return { ...basics, activator, deactivator, events, calls, commands, policies, recovery }
}

function createGate(options: PluginHostOptions, { clock, audit }: Basics): EffectGate {
  const validate = options.validateEffect ?? ((): true => true)
  return createEffectGate({ surface: options.surface, clock, audit, validate })
}

function createServer(
  options: PluginHostOptions,
  parts: Pick<HostRequestOptions, 'commands' | 'calls' | 'services' | 'context' | 'gate'>,
): HostRequestServer {
  return createHostRequestServer({
    ...parts,
    storage: options.storage ?? createMemoryStore(),
    secrets: options.secrets,
    readApplication: async (id) => options.readApplication?.(id),
    perform: async (requests) => options.performEffects?.(requests),
  })
}

function startContext(
  options: PluginHostOptions,
  { clock, configuration, signals }: Basics,
  { services, server, recovery }: StartNeeds,
): StartContext {
  return {
    clock,
    apiVersion: options.surface.apiVersion,
    locale: options.locale ?? 'en',
    timeoutMs: options.activationTimeoutMs ?? 10_000,
    offeredTiers: options.adapters.map(({ kind }) => kind),
    configurationOf: (record) => configuration.of(record),
    availableServices: (record) => services.availableFor(record),
    callsFor: (record) => server.callsFor(record),
    onRuntimeEvent: (record, event) => {
      signals.fire({ pluginId: record.id, event })
      if (event.type === 'exit') recovery.exited(record, event)
    },
  }
}

interface StartNeeds {
  readonly services: Services
  readonly server: HostRequestServer
  readonly recovery: CrashRecovery
}

function ignore(): void {
  return undefined
}

async function stopRuntime(record: PluginRecord, onError: (error: unknown) => void): Promise<void> {
  const { runtime } = record
  record.runtime = undefined
  try {
    await runtime?.terminate()
  } catch (error) {
    onError(error)
  }
}

const SERVICE = 'service:'

function servicesAmong(handlers: readonly string[]): readonly string[] {
  return handlers.filter((key) => key.startsWith(SERVICE)).map((key) => key.slice(SERVICE.length))
}

/** Plugins hear of the context keys that they watch and of their own settings. */
function tellPlugins({ table, context, configuration }: Basics): void {
  context.onDidChange((keys) => {
    for (const record of table.all()) {
      const watched = keys.filter((key) => record.watched.includes(key))
      if (watched.length === 0) continue
      const values = Object.fromEntries(watched.map((key) => [key, context.get(key) ?? null]))
      record.runtime?.notify({ type: 'context.changed', values })
    }
  })
  configuration.onDidChange(({ pluginId }) => {
    const record = table.find(pluginId)
    if (record === undefined) return
    record.runtime?.notify({
      type: 'configuration.changed',
      configuration: configuration.of(record),
    })
    if (record.state.status === 'failed') table.move(record, { status: 'resolved' })
  })
}
