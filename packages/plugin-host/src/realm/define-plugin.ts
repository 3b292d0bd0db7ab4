import { AfterviewError } from '@afterview/time'
import type { PluginApi } from './plugin-api.ts'
import type { AnyPlugin, PluginNames } from './plugin-names.ts'

/** A plugin's code: what its module exports under the name `plugin`. */
export interface Plugin<Names extends PluginNames = AnyPlugin> {
  /**
   * Called once, at the first event that wants the plugin. Register handlers here and push
   * everything that must be undone into `api.subscriptions`. When it throws, rejects or takes
   * longer than the activation timeout, all of that is disposed.
   */
  activate(api: PluginApi<Names>): void | Promise<void>
  /** Called and awaited before the subscriptions are disposed. */
  deactivate?(): void | Promise<void>
}

/**
 * Types a plugin. Give the `Names` that `afterview-plugin types` generates, and command ids,
 * their arguments and settings are checked against the manifest.
 */
export function definePlugin<Names extends PluginNames = AnyPlugin>(
  plugin: Plugin<Names>,
): Plugin<Names> {
  return plugin
}

/**
 * The plugin in a module: its export named `plugin`.
 * @throws {AfterviewError} `plugin-export-missing` when there is none with an `activate` function.
 */
export function pluginOf(module: unknown, pluginId: string): Plugin {
  const plugin: unknown = isRecord(module) ? module['plugin'] : undefined
  if (isPlugin(plugin)) return plugin
  throw new AfterviewError('plugin-export-missing', {
    happened: `The module of ${pluginId} has no export named plugin with an activate function`,
    fix: 'write `export const plugin = definePlugin({ activate(api) { … } })`',
    details: { pluginId },
  })
}

function isPlugin(value: unknown): value is Plugin {
  return isRecord(value) && typeof value['activate'] === 'function'
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
