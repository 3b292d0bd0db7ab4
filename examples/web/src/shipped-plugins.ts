import type { IsolationAdapter, PluginPackage } from '@afterview/plugin-host'
import { createWebWorkerAdapter } from '@afterview/plugin-host/browser'

/** Runs each plugin in a Web Worker of its own. */
export function adapter(): IsolationAdapter {
  return createWebWorkerAdapter({
    createWorker: () =>
      new Worker(new URL('plugin-worker.ts', import.meta.url), { type: 'module', name: 'plugin' }),
  })
}

/** The plugins that come with the page. */
export async function plugins(): Promise<readonly PluginPackage[]> {
  return []
}
