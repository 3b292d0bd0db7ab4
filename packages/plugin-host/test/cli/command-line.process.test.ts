import { createInlineAdapter, createPluginHost, openPackedPlugin } from '@afterview/plugin-host'
import { lintPluginFolder, openPluginFolder } from '@afterview/plugin-host/node'
import { execFile } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const cli = fileURLToPath(new URL('../../src/cli.ts', import.meta.url))
const fixture = fileURLToPath(new URL('../fixtures/nudges', import.meta.url))

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'afterview-cli-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

interface Run {
  readonly code: number
  readonly out: string
}

function run(...words: string[]): Promise<Run> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, ['--no-warnings', cli, ...words], (_, out) =>
      resolve({ code: child.exitCode ?? -1, out }),
    )
  })
}

/** A copy of the plugin with one file changed. */
async function changed(
  name: string,
  file: string,
  change: (text: string) => string,
): Promise<string> {
  const copy = join(folder, name)
  await cp(fixture, copy, { recursive: true })
  const path = join(copy, file)
  await writeFile(path, change(await readFile(path, 'utf8')))
  return copy
}

const surface = { apiVersion: '1.0.0' }

describe('lint', () => {
  test('L1 finds nothing in a sound plugin', async () => {
    expect(await run('lint', fixture)).toEqual({ code: 0, out: 'Nothing to mend.\n' })
  })

  test('L1 prints every finding with its place and fails on errors', async () => {
    const copy = await changed('faulty', 'package.json', (text) =>
      text
        .replace("stage == 'waiting'", "stage == 'waiting' &&")
        .replace('"main": "./plugin.js"', '"main": "./gone.js"'),
    )
    const { code, out } = await run('lint', copy)
    expect(code).toBe(1)
    expect(out).toContain(
      `${join(copy, 'package.json')}:8:11 error file-missing: The file ./gone.js cannot be read`,
    )
    expect(out).toMatch(/:17:\d+ error when-invalid: Expected a key/)
    expect(out).toContain('error(s)')
  })

  test.each([
    [
      'a text that one language lacks',
      'l10n/de.json',
      () => '{ "name": "A" }',
      'message-missing',
      'missing in de',
    ],
    ['texts that are no JSON', 'l10n/de.json', () => '{', 'file-missing', 'is no object of texts'],
    [
      'holidays with a wrong day',
      'holidays/nl.json',
      () => '{ "range": ["2026", "2026"], "days": { "27 April": "x" } }',
      'file-missing',
      '27 April',
    ],
    ['a pack that is no JSON', 'letters/pack.json', () => 'x', 'file-missing', 'is no JSON object'],
    [
      'code without a plugin',
      'plugin.js',
      () => 'export const other = 1',
      'file-missing',
      'no export named plugin',
    ],
    [
      'code in several files',
      'plugin.js',
      (text: string) => `import './other.js'\n${text}`,
      'file-missing',
      'bundle the plugin',
    ],
    [
      'code that takes from another file',
      'plugin.js',
      (text: string) => `import { part, other } from "./other.js"\n${text}`,
      'file-missing',
      'imports ./other.js',
    ],
  ])('L2 finds %s', async (name, file, change, code, words) => {
    const copy = await changed(name.replaceAll(' ', '-'), file, change)
    const { diagnostics } = await lintPluginFolder(copy, surface, '2026-11-23')
    expect(diagnostics.map((one) => one.code)).toContain(code)
    expect(diagnostics.map((one) => one.message).join('\n')).toContain(words)
    expect(diagnostics.every((one) => one.line !== undefined)).toBe(true)
  })

  test('L2 does not take a dot in a text for an import', async () => {
    const code = "export const plugin = { activate: ({ plugin }) => void plugin.id.indexOf('.') }"
    const copy = await changed('dots', 'plugin.js', () => code)
    const { diagnostics } = await lintPluginFolder(copy, surface, '2026-11-23')
    expect(diagnostics.filter(({ message }) => message.includes('bundle'))).toEqual([])
  })

  test('L3 a link that leads out of the folder is not followed', async () => {
    const copy = await changed('linked', 'plugin.js', (text) => text)
    await writeFile(join(folder, 'outside.js'), 'export const plugin = {}')
    await rm(join(copy, 'plugin.js'))
    await symlink(join(folder, 'outside.js'), join(copy, 'plugin.js'))
    const { diagnostics } = await lintPluginFolder(copy, surface, '2026-11-23')
    expect(diagnostics[0]?.message).toContain('leads out of the folder')
  })
})

describe('types', () => {
  test('L4 writes the names of the manifest, and tells when they are stale', async () => {
    const out = join(folder, 'names.ts')
    expect(await run('types', fixture, '--out', out)).toEqual({ code: 0, out: '' })
    const golden = new URL('../golden/nudges-names.ts', import.meta.url)
    expect(await readFile(out, 'utf8')).toBe(await readFile(golden, 'utf8'))
    expect((await run('types', fixture, '--out', out, '--check')).code).toBe(0)
    await writeFile(out, 'old')
    expect(await run('types', fixture, '--out', out, '--check')).toMatchObject({
      code: 1,
      out: expect.stringContaining('not up to date'),
    })
  })
})

describe('pack', () => {
  test('L5 writes one file from which the plugin runs', async () => {
    const out = join(folder, 'nudges.json')
    expect((await run('pack', fixture, '--out', out)).code).toBe(0)
    const host = createPluginHost({
      surface,
      adapters: [createInlineAdapter()],
      locale: 'de',
      context: { stage: 'waiting' },
    })
    const [registration] = await host.register([openPackedPlugin(await readFile(out, 'utf8'))])
    expect(registration).toMatchObject({ pluginId: 'acme.acme-nudges', diagnostics: [] })
    expect(host.contributions('commands')[0]?.item.title).toBe('Anstupser entwerfen')
    expect(await host.commands.execute('acme-nudges.draft', { tone: 'warm' })).toBe('a warm nudge')
    await host.dispose()
  })

  test('L5 refuses a plugin with errors', async () => {
    const copy = await changed('unsound', 'plugin.js', () => '')
    expect(await run('pack', copy)).toMatchObject({
      code: 1,
      out: expect.stringContaining('plugin-unsound'),
    })
  })

  test('L5 a text that is no packed plugin is refused', () => {
    expect(() => openPackedPlugin('{"format":2}')).toThrow('no packed plugin of format 1')
  })
})

describe('explain', () => {
  test('L6 tells why a command cannot run and is hidden, without running code', async () => {
    const context = JSON.stringify({ stage: 'offer', daysWaiting: 2 })
    const { code, out } = await run('explain', 'acme-nudges.draft', fixture, '--context', context)
    expect(code).toBe(0)
    expect(out).toContain('Its code is loaded by onCommand:acme-nudges.draft.')
    expect(out).toContain('It cannot run now: stage == \'waiting\', while stage is "offer".')
    expect(out).toContain(
      'The menu application hides it: daysWaiting >= 5, while daysWaiting is 2.',
    )
  })

  test('L6 fails for a command that nobody declares', async () => {
    expect(await run('explain', 'acme-nudges.drft', fixture)).toMatchObject({
      code: 1,
      out: expect.stringContaining('did you mean'),
    })
  })
})

test('L7 without a verb the usage is printed', async () => {
  expect(await run()).toMatchObject({ code: 2, out: expect.stringContaining('explain <command>') })
  expect((await run('--help')).code).toBe(0)
  expect((await run('lint', folder)).out).toContain('plugin-folder-unreadable')
})

test('L8 a folder runs as it is', async () => {
  const host = createPluginHost({ surface, adapters: [createInlineAdapter()] })
  await host.register([await openPluginFolder(fixture)])
  expect(await host.commands.execute('acme-nudges.plain')).toBe('plain')
  await host.dispose()
})
