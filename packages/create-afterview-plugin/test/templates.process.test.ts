import { createPlugin, templateNames } from 'create-afterview-plugin'
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const plugin = fileURLToPath(import.meta.resolve('@afterview/plugin-host/cli'))

let parent = ''
beforeAll(async () => {
  await mkdir(join(root, 'node_modules'), { recursive: true })
  parent = await mkdtemp(join(root, 'node_modules', '.made-'))
  await Promise.all(
    templateNames.map((template) =>
      createPlugin({ folder: join(parent, `my-${template}`), publisher: 'somebody', template }),
    ),
  )
})
afterAll(() => rm(parent, { recursive: true, force: true }))

interface Run {
  readonly code: number
  readonly out: string
}

function run(cwd: string, ...words: readonly string[]): Promise<Run> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, ['--no-warnings', ...words], { cwd }, (_, out, err) =>
      resolve({ code: child.exitCode ?? -1, out: out + err }),
    )
  })
}

describe.each(templateNames)('a new plugin from the template %s', (template) => {
  const folder = (): string => join(parent, `my-${template}`)

  test('has nothing to mend', async () => {
    expect(await run(folder(), plugin, 'lint')).toEqual({ code: 0, out: 'Nothing to mend.\n' })
  })

  test('passes its own tests', async () => {
    const { code, out } = await run(folder(), '--test')
    expect(code, out).toBe(0)
    expect(out).toMatch(/pass [1-9]/)
  })

  test('has names that are up to date, where it has code', async () => {
    const names = join(folder(), 'names.d.ts')
    const hasNames = existsSync(names)
    expect(hasNames).toBe(template !== 'letters')
    const check = hasNames
      ? await run(folder(), plugin, 'types', '--out', names, '--check')
      : { code: 0 }
    expect(check.code).toBe(0)
  })

  test('packs into one file', async () => {
    const { code, out } = await run(folder(), plugin, 'pack')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ format: 1, manifest: { name: `my-${template}` } })
  })
})

test('the code of every template holds against its types', async () => {
  const config = {
    compilerOptions: {
      target: 'ES2024',
      lib: ['ES2024', 'ESNext.Disposable', 'DOM'],
      module: 'ESNext',
      moduleResolution: 'bundler',
      types: ['node'],
      strict: true,
      noUncheckedIndexedAccess: true,
      exactOptionalPropertyTypes: true,
      allowImportingTsExtensions: true,
      allowJs: true,
      noEmit: true,
      skipLibCheck: true,
    },
    include: ['*/plugin.js'],
  }
  await writeFile(join(parent, 'tsconfig.json'), JSON.stringify(config))
  const tsc = fileURLToPath(import.meta.resolve('typescript/lib/tsc.js'))
  expect(await run(parent, tsc, '-p', parent)).toEqual({ code: 0, out: '' })
}, 30_000)
