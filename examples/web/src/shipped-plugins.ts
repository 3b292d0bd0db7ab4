import type { IsolationAdapter, PluginPackage } from '@afterview/plugin-host'
import { createWebWorkerAdapter } from '@afterview/plugin-host/browser'

/** A plugin that comes with the page. */
export interface ShippedPlugin {
  /** Its id in the plugin host. */
  readonly id: string
  /** Its name while it is off and nothing of it has been read. */
  readonly title: string
  readonly open: () => Promise<PluginPackage>
}

/** Runs each plugin in a Web Worker of its own. */
export function adapter(): IsolationAdapter {
  return createWebWorkerAdapter({
    // A person waits: a plugin that is silent for so long is ended.
    liveness: { unresponsiveMs: 2500, killMs: 6000, pingMs: 500 },
    createWorker: () =>
      new Worker(new URL('plugin-worker.ts', import.meta.url), { type: 'module', name: 'plugin' }),
  })
}

/** The plugins that come with the page: the files of each, as the build puts them. */
export const shippedPlugins: readonly ShippedPlugin[] = [
  shipped('afterview-examples.export-markdown', 'Markdown report', {
    './package.json': new URL('../../plugins/export-markdown/package.json', import.meta.url),
    './plugin.js': new URL('../../plugins/export-markdown/plugin.js', import.meta.url),
  }),
  shipped('afterview-examples.inbound-rules', 'Inbound rules', {
    './package.json': new URL('../../plugins/inbound-rules/package.json', import.meta.url),
    './plugin.js': new URL('../../plugins/inbound-rules/plugin.js', import.meta.url),
  }),
  shipped('afterview-examples.policy-ca-on', 'Ontario', {
    './package.json': new URL('../../plugins/policy-ca-on/package.json', import.meta.url),
    './plugin.js': new URL('../../plugins/policy-ca-on/plugin.js', import.meta.url),
    './l10n/en.json': new URL('../../plugins/policy-ca-on/l10n/en.json', import.meta.url),
    './l10n/fr.json': new URL('../../plugins/policy-ca-on/l10n/fr.json', import.meta.url),
  }),
  shipped('afterview-examples.letters-sv', 'Svenska brev', {
    './package.json': new URL('../../plugins/letters-sv/package.json', import.meta.url),
    './letters.json': new URL('../../plugins/letters-sv/letters.json', import.meta.url),
  }),
  shipped('afterview.bad-plugin', 'Bad plugin', {
    './package.json': new URL('../../plugins/bad-plugin/package.json', import.meta.url),
    './plugin.js': new URL('../../plugins/bad-plugin/plugin.js', import.meta.url),
  }),
]

/** Opens the plugins that are not switched off. */
export function openPlugins(off: readonly string[]): Promise<readonly PluginPackage[]> {
  return Promise.all(shippedPlugins.filter(({ id }) => !off.includes(id)).map(({ open }) => open()))
}

function shipped(id: string, title: string, files: Readonly<Record<string, URL>>): ShippedPlugin {
  const find = (path: string): string => {
    const url = files[path]
    if (url === undefined) throw new TypeError(`${id} has no file ${path}`)
    return url.href
  }
  const read = async (path: string): Promise<string> => (await fetch(find(path))).text()
  const open = async (): Promise<PluginPackage> => ({
    manifest: await read('./package.json'),
    resolve: find,
    read,
  })
  return { id, title, open }
}
