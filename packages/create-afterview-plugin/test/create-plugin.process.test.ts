import { createPlugin, templateNames } from 'create-afterview-plugin'
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

let parent = ''
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'afterview-create-'))
})
afterEach(() => rm(parent, { recursive: true, force: true }))

const publisher = 'somebody'

/** Every file below a folder with its text. */
async function textsOf(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  return Promise.all(files.map((entry) => readFile(join(entry.parentPath, entry.name), 'utf8')))
}

describe('a new plugin', () => {
  test.each(templateNames)('from %s has no mark of the template left', async (template) => {
    const folder = join(parent, 'my-first-plugin')
    const files = await createPlugin({ folder, publisher, template })
    expect(files).toContain('.gitignore')
    expect((await textsOf(folder)).filter((text) => /__[A-Z]+__/.test(text))).toEqual([])
  })

  test('is named after its folder, or as it is told', async () => {
    const named = async (folder: string, name?: string): Promise<unknown> => {
      await createPlugin({
        folder,
        publisher,
        template: 'policy',
        ...(name === undefined ? {} : { name }),
      })
      const manifest: unknown = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'))
      return manifest
    }
    expect(await named(join(parent, 'late-nudges'))).toMatchObject({
      name: 'late-nudges',
      contributes: { configuration: { properties: { 'lateNudges.tone': {} } } },
    })
    expect(await named(join(parent, 'Folder'), 'other')).toMatchObject({ name: 'other', publisher })
  })

  test('may go into a folder that is empty', async () => {
    const folder = await mkdtemp(join(parent, 'empty-'))
    await createPlugin({ folder, publisher, template: 'exporter', name: 'x' })
    expect(await readdir(folder)).toContain('plugin.js')
  })
})

describe('a refusal', () => {
  test.each([
    ['an unknown template', { template: 'theme' }, 'template-unknown'],
    ['a name with capitals', { name: 'My Plugin' }, 'plugin-name-invalid'],
    ['no publisher', { publisher: '' }, 'publisher-invalid'],
  ])('for %s leaves nothing behind', async (_, change, code) => {
    const wish = { folder: join(parent, 'plugin'), publisher, template: 'policy', ...change }
    await expect(createPlugin(wish)).rejects.toMatchObject({ code })
    expect(await readdir(parent)).toEqual([])
  })

  test('for a folder with something in it changes nothing there', async () => {
    await writeFile(join(parent, 'precious.txt'), 'mine')
    await expect(
      createPlugin({ folder: parent, publisher, template: 'policy', name: 'x' }),
    ).rejects.toMatchObject({
      code: 'folder-not-empty',
    })
    expect(await readdir(parent)).toEqual(['precious.txt'])
  })
})

describe('the command line', () => {
  const cli = fileURLToPath(new URL('../src/cli.ts', import.meta.url))
  const run = (...words: string[]): Promise<{ code: number; out: string }> =>
    new Promise((resolve) => {
      const child = execFile(process.execPath, ['--no-warnings', cli, ...words], (_, out) =>
        resolve({ code: child.exitCode ?? -1, out }),
      )
    })

  test('lists what it made and what comes next', async () => {
    const folder = join(parent, 'nudges')
    const { code, out } = await run(folder, '--publisher', publisher, '--template', 'browser')
    expect(code).toBe(0)
    expect(out).toContain('plugin.js\n')
    expect(out).toContain('npm install, npm test')
  })

  test('tells the templates when nothing is asked for, and why it refuses', async () => {
    expect(await run()).toMatchObject({
      code: 2,
      out: expect.stringContaining('a pack of letters'),
    })
    expect(await run(join(parent, 'x'))).toMatchObject({
      code: 1,
      out: expect.stringContaining('publisher-invalid'),
    })
    expect((await run('--nonsense')).code).toBe(2)
  })
})
