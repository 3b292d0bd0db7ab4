import { existsSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import type { PluginOptions } from 'afterview'
import type { Call } from './command.ts'
import { dataFolder } from './data-folder.ts'
import { usageError } from './usage.ts'

/** The folder of plugins: `--plugins`, else AFTERVIEW_PLUGINS, else beside the database's default place. */
export function pluginFolder(call: Call): string {
  const { env } = call.world
  const named = call.text('plugins') ?? (env['AFTERVIEW_PLUGINS'] || undefined)
  return named ?? join(dataFolder(process.platform, env, homedir()), 'plugins')
}

/** The plugins of a call, each in a thread of its own; none where the default folder is not there. */
export async function pluginsOf(call: Call): Promise<PluginOptions> {
  const folder = pluginFolder(call)
  if (!existsSync(folder)) {
    if (call.text('plugins') === undefined) return {}
    throw usageError(`there is no folder ${folder}`, 'give --plugins a folder that holds plugins')
  }
  const folders = foldersIn(folder)
  if (folders.length === 0) return {}
  // Not needed by those who have no plugins.
  const { createWorkerThreadAdapter, openPluginFolder } =
    await import('@afterview/plugin-host/node')
  return {
    plugins: await Promise.all(folders.map((path) => openPluginFolder(path))),
    adapters: [createWorkerThreadAdapter()],
  }
}

/** The folder itself when it is a plugin, else every folder in it that has a manifest. */
function foldersIn(folder: string): readonly string[] {
  if (existsSync(join(folder, 'package.json'))) return [folder]
  return readdirSync(folder)
    .toSorted()
    .map((name) => join(folder, name))
    .filter((path) => existsSync(join(path, 'package.json')))
}
