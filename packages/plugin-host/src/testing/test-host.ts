import { AfterviewError } from '@afterview/time'
import type { EventReport } from '../activation/activation-report.ts'
import type { EffectRequest } from '../capability/effect-gate.ts'
import type { PluginHostOptions } from '../host/host-options.ts'
import type { PluginSignal } from '../host/host-parts.ts'
import { type PluginHost, createPluginHost } from '../host/plugin-host.ts'
import type { PluginPackage } from '../host/plugin-package.ts'
import type { Registration } from '../host/registration.ts'
import { createInlineAdapter } from '../isolation/inline.ts'
import type { IsolationAdapter } from '../isolation/runtime.ts'
import type { JsonObject } from '../json-value.ts'
import type { Plugin } from '../realm/define-plugin.ts'
import type { HostSurface } from '../surface.ts'
import { createFaultyAdapter } from './faulty-adapter.ts'
import { type ManualClock, createManualClock } from './manual-clock.ts'

/** A plugin for a test: a manifest, and its code as an object or as a package. */
export interface TestPlugin extends Partial<Omit<PluginPackage, 'manifest'>> {
  /** `publisher`, `version` and `engines` may be left out. */
  readonly manifest: JsonObject
  /** What its module would export as `plugin`. */
  readonly plugin?: Plugin
}

/** What a test host is made from. */
export interface TestHostOptions extends Partial<Omit<PluginHostOptions, 'adapters' | 'clock'>> {
  readonly plugins?: readonly TestPlugin[]
  readonly clock?: ManualClock
  /** Where plugins run. Default: inline, so that they can be crashed and hung. */
  readonly isolation?: IsolationAdapter
  /** Applications by id, for `api.applications.read`. */
  readonly applications?: { readonly [applicationId: string]: JsonObject }
}

/** A host in memory with a clock of its own, for the tests of a plugin. */
export interface TestHost {
  readonly host: PluginHost
  readonly clock: ManualClock
  /** What came of the manifests, in the order of `plugins`. */
  readonly registrations: readonly Registration[]
  /** Effects that were allowed and carried out. */
  readonly effects: readonly EffectRequest[]
  /** Everything that plugins logged, threw outside calls, or ended with. */
  readonly signals: readonly PluginSignal[]
  /** An application entered a state. */
  readonly fireState: (state: string) => Promise<EventReport>
  /** A lifecycle event was recorded. */
  readonly fireEvent: (type: string) => Promise<EventReport>
  readonly crash: (pluginId: string) => void
  readonly hang: (pluginId: string) => void
  /**
   * Disposes the host and rejects with `leak-found` when a plugin left something behind:
   * a registration that it never pushed into its subscriptions, an error while it was disposed, a
   * place that is still there, a timer of the host.
   */
  readonly expectNoLeaks: () => Promise<void>
}

const defaultSurface: HostSurface = { apiVersion: '1.0.0' }

/** Makes a test host and registers the plugins. */
export async function createTestHost(options: TestHostOptions = {}): Promise<TestHost> {
  const {
    plugins = [],
    clock = createManualClock(),
    isolation,
    applications = {},
    ...rest
  } = options
  const faulty = createFaultyAdapter(isolation ?? createInlineAdapter(), clock)
  const effects: EffectRequest[] = []
  const host = createPluginHost({
    surface: defaultSurface,
    readApplication: (id) => (Object.hasOwn(applications, id) ? applications[id] : undefined),
    performEffects: (requests) => void effects.push(...requests),
    ...rest,
    adapters: [faulty.adapter],
    clock,
  })
  const signals: PluginSignal[] = []
  host.onDidSignal((signal) => void signals.push(signal))
  const { apiVersion } = rest.surface ?? defaultSurface
  return {
    host,
    clock,
    registrations: await host.register(plugins.map((plugin) => toPackage(plugin, apiVersion))),
    effects,
    signals,
    fireState: (state) => host.fire(`onState:${state}`),
    fireEvent: (type) => host.fire(`onEvent:${type}`),
    crash: (pluginId) => faulty.crash(pluginId),
    hang: (pluginId) => faulty.hang(pluginId),
    expectNoLeaks: () => expectNoLeaks(host, clock, () => faulty.alive),
  }
}

/** Fills in what a test need not care for. */
export function toPackage(test: TestPlugin, apiVersion: string): PluginPackage {
  const { manifest, plugin, ...source } = test
  const engines = { afterview: `^${apiVersion}` }
  const full = { publisher: 'test', version: '1.0.0', engines, ...manifest }
  const load = source.load ?? (plugin === undefined ? undefined : async () => ({ plugin }))
  return { ...source, manifest: full, ...(load === undefined ? {} : { load }) }
}

async function expectNoLeaks(
  host: PluginHost,
  clock: ManualClock,
  alive: () => readonly string[],
): Promise<void> {
  const reports = await host.dispose()
  const leaks = reports.flatMap(({ pluginId, forgotten, error }) => [
    ...forgotten.map((key) => `${pluginId} never pushed ${key} into its subscriptions`),
    ...(error?.errors ?? []).map((thrown: unknown) => `${pluginId} threw ${String(thrown)}`),
  ])
  leaks.push(...alive().map((pluginId) => `the place of ${pluginId} is still there`))
  if (clock.waiting > 0) leaks.push(`${clock.waiting} timer(s) of the host still wait`)
  if (leaks.length === 0) return
  throw new AfterviewError('leak-found', {
    happened: `Something was left behind: ${leaks.join('; ')}`,
    fix: 'push everything that is registered into api.subscriptions',
    details: { leaks },
  })
}
