import type { JsonObject, Plugin, PluginPackage } from '@afterview/plugin-host'

/** A plugin that lives in the host app's own code. It runs inline. */
export interface InlinePlugin {
  /** Its `package.json` as a value. */
  readonly manifest: JsonObject
  /** What its module would export as `plugin`. Absent: data alone. */
  readonly plugin?: Plugin
  /** Reads a file that the manifest names. */
  readonly read?: (path: string) => Promise<string>
}

/** A plugin: an opened folder, a packed one, or one of the host app's own. */
export type AfterviewPlugin = PluginPackage | InlinePlugin

/** The package that the plugin host takes. */
export function toPackage(plugin: AfterviewPlugin): PluginPackage {
  if (!('plugin' in plugin) || plugin.plugin === undefined) return plugin
  const { plugin: code, ...source } = plugin
  return { ...source, load: async () => ({ plugin: code }) }
}
