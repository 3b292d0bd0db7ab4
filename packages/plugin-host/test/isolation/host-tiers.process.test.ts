import {
  type IsolationAdapter,
  type PluginHost,
  type PluginPackage,
  type PluginStatus,
  createPluginHost,
  createSupervisor,
  createSystemClock,
} from '@afterview/plugin-host'
import { createChildProcessAdapter, createWorkerThreadAdapter } from '@afterview/plugin-host/node'
import { readFileSync } from 'node:fs'
import { afterEach, describe, expect, test } from 'vitest'
import { bundleBootstraps } from './bundled-bootstraps.ts'
import { badPlugin } from './plugin-files.ts'

const bootstraps = await bundleBootstraps()
const liveness = { unresponsiveMs: 400, killMs: 1200, pingMs: 200 }

const adapters: readonly IsolationAdapter[] = [
  createWorkerThreadAdapter({ bootstrap: bootstraps.thread, liveness }),
  createChildProcessAdapter({ bootstrap: bootstraps.process, liveness }),
]

const clock = createSystemClock()
const hosts: PluginHost[] = []
afterEach(async () => {
  await Promise.all(hosts.splice(0).map((host) => host.dispose()))
})

/** A host with the bad plugin twice: the second one is another plugin, named `neighbour`. */
async function createHost(adapter: IsolationAdapter): Promise<PluginHost> {
  const limits = { backoffMs: [0, 10, 20] }
  const host = createPluginHost({
    surface: { apiVersion: '1.0.0' },
    adapters: [adapter],
    crashBudget: createSupervisor({ clock, limits }),
  })
  hosts.push(host)
  const registrations = await host.register([named('bad-plugin'), named('neighbour')])
  expect(registrations.map(({ isRegistered }) => isRegistered)).toEqual([true, true])
  return host
}

function named(name: string): PluginPackage {
  const text = readFileSync(new URL('package.json', badPlugin.folder), 'utf8')
  const manifest = text.replaceAll('"bad-plugin.', `"${name}.`).replace('"bad-plugin"', `"${name}"`)
  return { manifest, baseUrl: badPlugin.folder }
}

/** Resolves when the bad plugin comes to that state. */
function becomes(host: PluginHost, status: PluginStatus): Promise<void> {
  return new Promise((resolve) => {
    const subscription = host.onDidChangeState(({ pluginId, to }) => {
      if (pluginId !== 'afterview.bad-plugin' || to.status !== status) return
      subscription.dispose()
      resolve()
    })
  })
}

describe.each(adapters)('a host with places of kind $kind', { timeout: 30_000 }, (adapter) => {
  test('starts a place only when a command wants it', async () => {
    const host = await createHost(adapter)
    expect(host.plugin('afterview.bad-plugin').state.status).toBe('resolved')
    await expect(host.commands.execute('bad-plugin.echo', { n: 1 })).resolves.toEqual({ n: 1 })
    expect(host.plugin('afterview.bad-plugin').state.status).toBe('active')
    expect(host.plugin('afterview.neighbour').state.status).toBe('resolved')
  })

  test('restarts a plugin that crashed, by itself', async () => {
    const host = await createHost(adapter)
    await host.commands.execute('bad-plugin.echo', {})
    const isBack = becomes(host, 'active')
    await expect(host.commands.execute('bad-plugin.exit', {})).rejects.toThrow('plugin-crashed')
    await isBack
    await expect(host.commands.execute('bad-plugin.echo', { n: 2 })).resolves.toEqual({ n: 2 })
  })

  test('puts a plugin into quarantine at its third crash, and takes it out again', async () => {
    const host = await createHost(adapter)
    await host.commands.execute('bad-plugin.echo', {})
    for (const next of ['active', 'active', 'quarantined'] as const) {
      const isThere = becomes(host, next)
      await expect(host.commands.execute('bad-plugin.exit', {})).rejects.toThrow('plugin-crashed')
      await isThere
    }
    await expect(host.commands.execute('bad-plugin.echo', {})).rejects.toMatchObject({
      code: 'plugin-quarantined',
    })
    host.release('afterview.bad-plugin')
    await expect(host.commands.execute('bad-plugin.echo', { n: 3 })).resolves.toEqual({ n: 3 })
  })

  test('answers from another plugin while one hangs, then ends and restarts that one', async () => {
    const host = await createHost(adapter)
    const signals: string[] = []
    host.onDidSignal(({ pluginId, event }) => signals.push(`${pluginId} ${event.type}`))
    await host.commands.execute('bad-plugin.echo', {})
    const isBack = becomes(host, 'active')
    const hanging = host.commands.execute('bad-plugin.loopForEver', {})
    await expect(host.commands.execute('neighbour.echo', { n: 4 })).resolves.toEqual({ n: 4 })
    await expect(hanging).rejects.toThrow('plugin-unresponsive')
    await isBack
    expect(signals).toContain('afterview.bad-plugin unresponsive')
    expect(signals).not.toContain('afterview.neighbour exit')
  })

  test('leaves no place behind when it is disposed', async () => {
    const host = await createHost(adapter)
    const exits: string[] = []
    host.onDidSignal(({ pluginId, event }) => {
      if (event.type === 'exit' && event.isExpected) exits.push(pluginId)
    })
    await host.commands.execute('bad-plugin.echo', {})
    await host.commands.execute('neighbour.echo', {})
    await host.dispose()
    expect(exits.toSorted()).toEqual(['afterview.bad-plugin', 'afterview.neighbour'])
  })
})
