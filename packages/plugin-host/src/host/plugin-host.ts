import type { ActivationReport, EventReport } from '../activation/activation-report.ts'
import type { DeactivationReport } from '../activation/deactivation.ts'
import type { AuditEntry } from '../capability/audit-log.ts'
import type { ConfigurationValues } from '../contribution/configuration-values.ts'
import type { ContextKeys } from '../contribution/context-keys.ts'
import type { Contribution } from '../contribution/contribution-index.ts'
import { type MenuItem, menuItems } from '../contribution/menu-items.ts'
import type { Event } from '../emitter.ts'
import type { HandlerKind } from '../isolation/runtime.ts'
import { cloneJson } from '../json-clone.ts'
import type { JsonObject, JsonValue } from '../json-value.ts'
import { didYouMean } from '../manifest/nearest-name.ts'
import type { ContributionItems, PointName } from '../manifest/points/all-points.ts'
import { createManifestReader } from '../manifest/read-manifest.ts'
import { AfterviewError } from '@afterview/time'
import type { Commands } from './commands.ts'
import { type DeliveryOutcome, deliverEffect } from './effect-delivery.ts'
import { type CommandExplanation, explainCommand } from './explain.ts'
import { requireOptions } from './exporter-options.ts'
import { hostDisposed } from './host-errors.ts'
import { type PluginHostOptions, STARTUP_LIMIT_MS } from './host-options.ts'
import { type HostParts, type PluginSignal, createHostParts } from './host-parts.ts'
import { toInstant } from './instant.ts'
import { type PluginInfo, describePlugin } from './plugin-info.ts'
import {
  deactivateAll,
  deactivatePlugin,
  registerPackages,
  unloadPlugin,
} from './plugin-lifecycle.ts'
import type { PluginPackage } from './plugin-package.ts'
import type { StateChange } from './plugin-state.ts'
import type { Policies } from './policies.ts'
import type { Registration, RegistrationOptions } from './registration.ts'

/** Hosts plugins. Nothing of it is global: several hosts live side by side. */
export interface PluginHost {
  /** Reads manifests and makes what they declare available. Runs no code, unless the host has started and a plugin wants the start. */
  register(packages: readonly PluginPackage[]): Promise<readonly Registration[]>
  /** Fires `*`, and `onStartupFinished` once those are active or after 10 s. */
  start(): Promise<readonly EventReport[]>
  /** Activates every plugin that wants the event, such as `onState:waiting`. Never rejects. */
  fire(event: string): Promise<EventReport>
  /** Activates one plugin. Rejects with what went wrong, its cause leading to the first failure. */
  activate(pluginId: string): Promise<ActivationReport>
  /** Stops a plugin after all that depend on it; one report for each, in order. */
  deactivate(pluginId: string): Promise<readonly DeactivationReport[]>
  /** Stops a plugin and takes all its contributions away, while the others run. */
  unload(pluginId: string): Promise<readonly DeactivationReport[]>
  /** Unloads a plugin and registers it again, or another version of it; active again when it was. */
  reload(pluginId: string, next?: PluginPackage): Promise<Registration>
  /** Activates a plugin that failed. */
  retry(pluginId: string): Promise<ActivationReport>
  /** Lifts a quarantine; the next event activates the plugin again. */
  release(pluginId: string): void
  plugins(): readonly PluginInfo[]
  /** @throws {AfterviewError} `plugin-unknown`. */
  plugin(pluginId: string): PluginInfo

  readonly commands: Pick<Commands, 'execute' | 'register'>
  readonly context: ContextKeys
  readonly configuration: Omit<ConfigurationValues, 'add' | 'remove' | 'of'>
  readonly policies: Policies
  /** Contributions of a point whose `when` holds, context keys laid over for this question. */
  contributions<Name extends PointName>(
    name: Name,
    overlay?: JsonObject,
  ): readonly Contribution<ContributionItems[Name]>[]
  /** All contributions of a point, whatever their `when`. */
  declared<Name extends PointName>(name: Name): readonly Contribution<ContributionItems[Name]>[]
  /** What a menu shows now. */
  menu(menuId: string, overlay?: JsonObject): readonly MenuItem[]
  /** Which event loads a command's code, and which clauses with which values hide or disable it. */
  explain(command: string, overlay?: JsonObject): CommandExplanation
  /** Calls the code behind an exporter, a classifier, a notifier or a view. Rejects with `handler-unknown`, `export-options-invalid`, or why it cannot be done. */
  call(
    kind: Exclude<HandlerKind, 'command' | 'service'>,
    id: string,
    input: JsonValue,
    signal?: AbortSignal,
  ): Promise<JsonValue>
  /** Gives an effect of the core to its handlers. Never rejects. */
  deliver(effect: JsonObject, snapshot: JsonObject): Promise<readonly DeliveryOutcome[]>
  /** A file of a plugin as text, such as a pack of letters that it contributes. */
  readFile(pluginId: string, path: string): Promise<string>
  /** Reads files of a plugin at once; `undefined` where its package cannot. */
  readerNow(pluginId: string): ((path: string) => string) | undefined
  /** What plugins asked for: the entries that are kept. */
  audit(pluginId?: string): readonly AuditEntry[]

  readonly onDidChangeState: Event<StateChange>
  /** After every attempt to activate, good or bad. */
  readonly onDidActivate: Event<ActivationReport>
  /** Logs, errors outside calls, silence and exits, of any plugin. */
  readonly onDidSignal: Event<PluginSignal>

  /** Stops every plugin for good, dependents first. After that nothing can be registered or activated. */
  dispose(): Promise<readonly DeactivationReport[]>
}

/** Makes a host without plugins. */
export function createPluginHost(options: PluginHostOptions): PluginHost {
  const parts = createHostParts(options)
  const startup = createStartup(parts)
  return {
    ...lifecycleOf(parts, options, startup),
    ...questionsOf(parts),
    start: startup.start,
    fire: (event) => parts.events.fire(event),
    commands: parts.commands,
    context: parts.context,
    configuration: parts.configuration,
    policies: parts.policies,
    audit: (pluginId) => parts.audit.list(pluginId),
    onDidChangeState: parts.table.changes.event,
    onDidActivate: parts.reports.event,
    onDidSignal: parts.signals.event,
  }
}

type Lifecycle = Pick<
  PluginHost,
  'register' | 'activate' | 'deactivate' | 'unload' | 'reload' | 'retry' | 'release' | 'dispose'
>

function lifecycleOf(parts: HostParts, options: PluginHostOptions, startup: Startup): Lifecycle {
  const registration: RegistrationOptions = {
    reader: createManifestReader(options.surface),
    adapters: options.adapters,
    locale: options.locale ?? 'en',
    today: toInstant(parts.clock.now()).slice(0, 10),
  }
  let isDisposed = false
  const register = async (packages: readonly PluginPackage[]): Promise<readonly Registration[]> => {
    if (isDisposed) throw hostDisposed()
    const registrations = await registerPackages(packages, parts, registration)
    startup.catchUp()
    return registrations
  }
  const activate = (pluginId: string, event: string): Promise<ActivationReport> =>
    activateNow(parts, pluginId, event)
  return {
    register,
    activate: (pluginId) => activate(pluginId, 'activate'),
    deactivate: async (pluginId) => deactivatePlugin(parts.table.get(pluginId), parts),
    unload: async (pluginId) => unloadPlugin(parts.table.get(pluginId), parts),
    async reload(pluginId, next) {
      const record = parts.table.get(pluginId)
      const wasActive = record.state.status === 'active'
      await unloadPlugin(record, parts)
      const [done] = await register([next ?? record.source])
      if (wasActive && done?.pluginId !== undefined) await activate(done.pluginId, 'reload')
      return done ?? { isRegistered: false, diagnostics: [] }
    },
    async retry(pluginId) {
      const record = parts.table.get(pluginId)
      parts.recovery.forget(record)
      if (record.state.status === 'failed') parts.table.move(record, { status: 'resolved' })
      return activate(pluginId, 'retry')
    },
    release: (pluginId) => parts.recovery.release(parts.table.get(pluginId)),
    dispose() {
      isDisposed = true
      return deactivateAll(parts)
    },
  }
}

async function activateNow(
  parts: HostParts,
  pluginId: string,
  event: string,
): Promise<ActivationReport> {
  const record = parts.table.get(pluginId)
  await parts.activator.activate(record, event)
  if (record.report !== undefined) return record.report
  throw new Error(`${pluginId} is active without a report`)
}

type Questions = Pick<
  PluginHost,
  | 'plugins'
  | 'plugin'
  | 'contributions'
  | 'declared'
  | 'menu'
  | 'explain'
  | 'call'
  | 'deliver'
  | 'readFile'
  | 'readerNow'
>

function questionsOf(parts: HostParts): Questions {
  const { table, index, context, calls, commands } = parts
  return {
    plugins: () => table.all().map(describePlugin),
    plugin: (pluginId) => describePlugin(table.get(pluginId)),
    contributions: (name, overlay) => index.list(name, context.with(overlay)),
    declared: (name) => index.list(name),
    menu: (menuId, overlay) =>
      menuItems(menuId, index, context.with(overlay), (id) => commands.own(id)?.title),
    explain: (command, overlay) => explainCommand(command, index, context, overlay),
    async call(kind, id, input, signal) {
      const record = index.ownerOf(kind, id)
      if (record === undefined) throw unknownHandler(kind, id, parts)
      const copy = cloneJson(input, `Input of ${kind} ${id}`)
      if (kind === 'exporter') requireOptions(id, copy, index)
      return calls.call(record, kind, id, copy, { signal })
    },
    deliver: (effect, snapshot) => deliverEffect(effect, snapshot, parts),
    readerNow: (pluginId) => table.get(pluginId).source.readNow,
    async readFile(pluginId, path) {
      const { source } = table.get(pluginId)
      if (source.read !== undefined) return source.read(path)
      throw new AfterviewError('plugin-unreadable', {
        happened: `The file ${path} of ${pluginId} cannot be read: its package has no reader`,
        fix: 'give `read` with the package when it is registered',
        details: { pluginId, path },
      })
    },
  }
}

function unknownHandler(kind: HandlerKind, id: string, { table }: HostParts): AfterviewError {
  const known = table.all().flatMap(({ handlers }) => handlers.map((handler) => handler.id))
  return new AfterviewError('handler-unknown', {
    happened: `No plugin contributes the ${kind} ${id}${didYouMean(id, known)}`,
    fix: 'use an id that `contributions` lists',
    details: { kind, id },
  })
}

/** The two events of the start, for plugins that are there and for those that come later. */
interface Startup {
  readonly start: () => Promise<readonly EventReport[]>
  /** Fires for new plugins what was fired before they came. */
  readonly catchUp: () => void
}

function createStartup({ events, clock }: HostParts): Startup {
  const fired: string[] = []
  const fire = (event: string): Promise<EventReport> => {
    fired.push(event)
    return events.fire(event)
  }
  return {
    async start() {
      const early = fire('*')
      const { promise: limit, resolve } = Promise.withResolvers<void>()
      const timer = clock.after(STARTUP_LIMIT_MS, resolve)
      await Promise.race([early, limit])
      timer.dispose()
      const late = fire('onStartupFinished')
      return Promise.all([early, late])
    },
    catchUp: () => {
      for (const event of fired) void events.fire(event)
    },
  }
}
