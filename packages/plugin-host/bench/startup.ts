import {
  createInlineAdapter,
  createManifestReader,
  createPluginHost,
  definePlugin,
  type PluginPackage,
} from '@afterview/plugin-host'
import { PluginRegistry, Token } from '@lumino/coreutils'
import type { BenchTable } from '../../../scripts/bench-table.ts'
import { median } from './rounds.ts'

const ROUNDS = 7
const COMMANDS = 5

/** A plugin as text, with five commands, a menu, a setting and a policy. Its code counts its loads. */
function createPackage(at: number, loaded: () => void): PluginPackage {
  const name = `p${at}`
  const ids = Array.from({ length: COMMANDS }, (_, index) => `${name}.c${index}`)
  const manifest = {
    name,
    publisher: 'bench',
    version: '1.2.0',
    engines: { afterview: '^1.0.0' },
    main: './dist/node.js',
    activationEvents: [`onState:s${at}`, 'onState:all'],
    capabilities: { candidate: { read: ['stage'], effects: ['draftMessage'] } },
    contributes: {
      commands: ids.map((command) => ({
        command,
        title: command,
        enablement: "stage == 'waiting'",
        args: { type: 'object' },
      })),
      menus: { application: ids.map((command) => ({ command, when: 'daysWaiting >= 5' })) },
      policies: [{ id: `${name}.p`, on: 'onState:waiting', effect: 'draftMessage', payload: {} }],
      configuration: {
        title: name,
        properties: { [`${name}.days`]: { type: 'integer', default: 5 } },
      },
    },
  }
  const plugin = definePlugin({ activate: () => undefined })
  const load = async (): Promise<unknown> => {
    loaded()
    return { plugin }
  }
  return { manifest: JSON.stringify(manifest), load }
}

interface Measured {
  readonly read: number
  readonly index: number
  readonly one: number
  readonly rest: number
  readonly lumino: number
  readonly loadedByRegister: number
}

async function measure(count: number): Promise<Measured> {
  let loaded = 0
  const packages = Array.from({ length: count }, (_, at) =>
    createPackage(at, () => void (loaded += 1)),
  )
  const host = createPluginHost({
    surface: { apiVersion: '1.0.0' },
    adapters: [createInlineAdapter()],
  })
  const reader = createManifestReader({ apiVersion: '1.0.0' })
  const begun = performance.now()
  for (const { manifest } of packages) reader.read(manifest)
  const started = performance.now()
  await host.register(packages)
  const registered = performance.now()
  const loadedByRegister = loaded
  await host.fire('onState:s0')
  const one = performance.now()
  await host.fire('onState:all')
  const rest = performance.now()
  await host.dispose()
  return {
    read: started - begun,
    index: Math.max(0, registered - started - (started - begun)),
    one: one - registered,
    rest: rest - one,
    lumino: await measureLumino(count),
    loadedByRegister,
  }
}

/** The same number of plugins in Lumino's registry, which has no manifests to read: activation only. */
async function measureLumino(count: number): Promise<number> {
  const registry = new PluginRegistry()
  for (let at = 0; at < count; at += 1) {
    registry.registerPlugin({
      id: `bench:p${at}`,
      autoStart: false,
      provides: new Token(`t${at}`),
      activate: async () => ({}),
    })
  }
  const ids = Array.from({ length: count }, (_, at) => `bench:p${at}`)
  const started = performance.now()
  await Promise.all(ids.map((id) => registry.activatePlugin(id)))
  return performance.now() - started
}

/** 10, 100 and 1,000 plugins: reading and indexing them all, activating one, activating the rest. */
export async function bench(): Promise<BenchTable> {
  const rows: BenchTable['rows'][number][] = []
  for (const count of [10, 100, 1000]) {
    const runs: Measured[] = []
    for (let round = 0; round < ROUNDS; round += 1) runs.push(await measure(count))
    const of = (key: keyof Measured): number => median(runs.map((run) => run[key]))
    const note = `${of('loadedByRegister')} modules loaded`
    rows.push(
      { name: `${count} plugins: read and check the manifests`, value: of('read'), unit: 'ms' },
      { name: `${count} plugins: index them`, value: of('index'), unit: 'ms', note },
      { name: `${count} plugins: activate one`, value: of('one'), unit: 'ms' },
      {
        name: `${count} plugins: activate all the others`,
        value: of('rest'),
        unit: 'ms',
        ratio: of('rest') / of('lumino'),
        note: 'ratio to Lumino',
      },
      { name: `${count} plugins in Lumino: activate all`, value: of('lumino'), unit: 'ms' },
    )
  }
  return { title: 'Plugin host: start and activation', rows }
}

if (import.meta.main) console.table((await bench()).rows)
