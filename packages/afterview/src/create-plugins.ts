import type {
  EventReport,
  JsonValue,
  PluginHost,
  Registration,
  ViewOutput,
} from '@afterview/plugin-host'
import { AfterviewError } from '@afterview/time'
import type { Focus } from './focus.ts'
import type { Listeners } from './listeners.ts'
import { type AfterviewPlugin, toPackage } from './plugin-definition.ts'
import type { SearchView } from './search-view.ts'
import type { AfterviewPlugins, PluginProposal } from './plugins.ts'

/** What the plugins of an Afterview are made from. */
export interface PluginsWorld {
  readonly host: PluginHost
  readonly focus: Focus
  readonly proposals: Listeners<PluginProposal>
  readonly registrations: Registration[]
  readonly started: Promise<readonly EventReport[]>
  readonly settle: () => Promise<void>
  readonly report: (problem: AfterviewError) => void
  /** What is declared has changed: the rules and the handlers follow. */
  readonly contributionsChanged: () => Promise<void>
  readonly searchView: SearchView
  /** What now has that id may be another plugin. */
  readonly forgetBuiltin: (pluginId: string) => void
}

/** What a host app can do with its plugins. */
export function createPlugins(world: PluginsWorld): AfterviewPlugins {
  const { host, focus, proposals, registrations, contributionsChanged } = world
  const { configuration, context, onDidActivate, onDidChangeState, onDidSignal } = host
  return {
    configuration,
    context,
    onDidActivate,
    onDidChangeState,
    onDidSignal,
    registrations,
    started: world.started,
    settle: () => world.settle(),
    list: () => host.plugins(),
    get: (pluginId) => host.plugin(pluginId),
    why: async (command, place) => host.explain(command, await focus.keysAt(place)),
    contributions: (point, overlay) => host.contributions(point, overlay),
    audit: (pluginId) => host.audit(pluginId),
    async register(plugins) {
      const added = await registerPlugins(plugins, world)
      await contributionsChanged()
      return added
    },
    activate: (pluginId) => host.activate(pluginId),
    retry: (pluginId) => host.retry(pluginId),
    async reload(pluginId, next) {
      const registration = await host.reload(pluginId, next && toPackage(next))
      if (next !== undefined) world.forgetBuiltin(pluginId)
      registrations.push(registration)
      await contributionsChanged()
      return registration
    },
    release: (pluginId) => host.release(pluginId),
    deactivate: (pluginId) => host.deactivate(pluginId),
    async unload(pluginId) {
      const reports = await host.unload(pluginId)
      world.forgetBuiltin(pluginId)
      await contributionsChanged()
      return reports
    },
    view: async (viewId, query = {}) => {
      const shown = await host.call('view', viewId, {
        snapshot: await world.searchView(query),
      })
      if (isView(shown)) return shown
      throw malformedView(viewId)
    },
    onDidPropose: (listener) => proposals.add(listener),
  }
}

/** Hands plugins to the host; those that cannot be used are reported and stop nobody. */
export async function registerPlugins(
  plugins: readonly AfterviewPlugin[],
  { host, registrations, report }: Pick<PluginsWorld, 'host' | 'registrations' | 'report'>,
): Promise<readonly Registration[]> {
  const added = await host.register(plugins.map(toPackage))
  registrations.push(...added)
  for (const registration of added) if (!registration.isRegistered) report(refused(registration))
  return added
}

function isView(shown: JsonValue): shown is ViewOutput {
  if (typeof shown !== 'object' || shown === null || !('title' in shown)) return false
  return typeof shown['title'] === 'string' && Array.isArray(shown['items'])
}

function malformedView(viewId: string): AfterviewError {
  return new AfterviewError('view-malformed', {
    happened: `the view ${viewId} answered with no title and items`,
    fix: 'answer with { "title": "…", "items": [{ … }] }',
    details: { viewId },
  })
}

function refused({ pluginId, diagnostics }: Registration): AfterviewError {
  const faults = diagnostics.filter(({ severity }) => severity === 'error')
  const named = pluginId === undefined ? 'a plugin' : `the plugin ${pluginId}`
  return new AfterviewError('plugin-refused', {
    happened: `${named} cannot be used: ${faults.map(({ message }) => message).join('; ')}`,
    fix: faults[0]?.help ?? 'run afterview-plugin lint on it',
    details: { pluginId: pluginId ?? null, diagnostics },
  })
}
