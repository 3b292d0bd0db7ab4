import {
  type IsolationAdapter,
  type PluginDescription,
  type PluginRuntime,
  type StartOptions,
  createSystemClock,
} from '@afterview/plugin-host'
import { createChildProcessAdapter, createWorkerThreadAdapter } from '@afterview/plugin-host/node'
import { cpSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { bundleBootstraps } from './bundled-bootstraps.ts'
import { startBadPlace } from './fault-proof.ts'
import { badPlugin } from './plugin-files.ts'

const bootstraps = await bundleBootstraps()
const temporary = mkdtempSync(join(tmpdir(), 'afterview-adapters-'))
const host = { call: async () => null }

function start(
  adapter: IsolationAdapter,
  plugin: Partial<PluginDescription> = { main: badPlugin.main },
  options: Partial<StartOptions> = {},
): Promise<PluginRuntime> {
  const description = { id: 'test.plugin', version: '1.0.0', capabilities: {}, ...plugin }
  const given = { clock: createSystemClock(), onEvent: () => undefined, ...options }
  return adapter.start(description, host, given)
}

/** A bootstrap file with this code. */
function bootstrapWith(name: string, code: string): URL {
  const file = join(temporary, `${name}.mjs`)
  writeFileSync(file, code)
  return pathToFileURL(file)
}

type Options = { readonly bootstrap?: URL; readonly startTimeoutMs?: number }

const adapters: readonly {
  readonly kind: string
  readonly create: (options: Options) => IsolationAdapter
}[] = [
  { kind: 'worker', create: createWorkerThreadAdapter },
  { kind: 'child', create: createChildProcessAdapter },
]

describe.each(adapters)('starting a place of kind $kind', { timeout: 30_000 }, ({ create }) => {
  test('is refused for a plugin that is only in the bundle of the application', async () => {
    const load = async () => ({})
    await expect(start(create({}), { load })).rejects.toMatchObject({ code: 'plugin-main-missing' })
  })

  test('fails with the cause when the bootstrap file is missing', async () => {
    const bootstrap = pathToFileURL(join(temporary, 'missing.mjs'))
    await expect(start(create({ bootstrap }))).rejects.toMatchObject({
      code: 'place-not-started',
    })
  })

  test('fails with the cause when the bootstrap file throws', async () => {
    const bootstrap = bootstrapWith('throwing', `throw new Error('not in the mood')`)
    const error: unknown = await start(create({ bootstrap })).catch((caught: unknown) => caught)
    expect(error).toMatchObject({ code: 'place-not-started', cause: { code: 'plugin-crashed' } })
  })

  test('fails when nothing answers in time, and leaves nothing behind', async () => {
    const bootstrap = bootstrapWith('silent', 'setInterval(() => undefined, 1000)')
    const starting = start(create({ bootstrap, startTimeoutMs: 300 }))
    await expect(starting).rejects.toMatchObject({
      code: 'place-not-started',
      cause: { code: 'start-timed-out' },
    })
  })

  test('can be given up on the way', async () => {
    const bootstrap = bootstrapWith('silent', 'setInterval(() => undefined, 1000)')
    const controller = new AbortController()
    const options = { signal: controller.signal }
    const starting = start(create({ bootstrap }), { main: badPlugin.main }, options)
    controller.abort(new Error('not wanted any more'))
    await expect(starting).rejects.toMatchObject({ cause: { message: 'not wanted any more' } })
  })
})

describe('a child process', { timeout: 30_000 }, () => {
  const adapter = createChildProcessAdapter({ bootstrap: bootstraps.process })

  test('is refused to a plugin in a folder that cannot be told to the permission flags', async () => {
    const folder = join(temporary, 'a * b')
    mkdirSync(folder)
    cpSync(fileURLToPath(badPlugin.folder), folder, { recursive: true })
    const main = pathToFileURL(join(folder, 'plugin.js')).href
    await expect(start(adapter, { main })).rejects.toMatchObject({ code: 'plugin-folder-unsafe' })
  })

  test('is refused to a plugin that is no file', async () => {
    const main = 'data:text/javascript,export const plugin = {}'
    await expect(start(adapter, { main })).rejects.toMatchObject({ code: 'plugin-folder-unsafe' })
  })

  test.each(['with space', 'with, comma', 'with-ümlaut'])(
    'reads the folder of its plugin, even one named "%s" behind a link',
    async (name) => {
      const folder = join(temporary, name)
      cpSync(fileURLToPath(badPlugin.folder), folder, { recursive: true })
      const link = join(temporary, `${name} link`)
      symlinkSync(folder, link)
      const main = pathToFileURL(join(link, 'plugin.js')).href
      const place = await startBadPlace(adapter, { ...badPlugin, main }, setImmediate)
      await expect(place.run('readOwnFile')).resolves.toBe('bad-plugin')
      await place.terminate()
    },
  )

  test('reads other folders only when the application allows them', async () => {
    const folder = join(temporary, 'shared')
    mkdirSync(folder)
    const path = join(folder, 'words.txt')
    writeFileSync(path, 'four')
    const generous = createChildProcessAdapter({
      bootstrap: bootstraps.process,
      readableFolders: [folder],
    })
    const [poor, rich] = await Promise.all([
      startBadPlace(adapter, badPlugin, setImmediate),
      startBadPlace(generous, badPlugin, setImmediate),
    ])
    await expect(poor.run('readSystemFile', { path })).rejects.toThrow('restricted')
    await expect(rich.run('readSystemFile', { path })).resolves.toBe(4)
    await Promise.all([poor.terminate(), rich.terminate()])
  })
})
