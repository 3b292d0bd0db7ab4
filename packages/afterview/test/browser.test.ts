import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build, type BuildOptions, type Metafile } from 'esbuild'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import type * as Afterviews from 'afterview'
import { input } from './search.ts'

/** A page's bundle: its chunks by name, and what each imports. */
interface Bundle {
  readonly code: ReadonlyMap<string, string>
  readonly outputs: Metafile['outputs']
}

const main = join(import.meta.dirname, '../src/index.ts')

const forPages = {
  entryPoints: [main],
  bundle: true,
  minify: true,
  format: 'esm',
  platform: 'browser',
  logLevel: 'silent',
} satisfies BuildOptions

async function bundle(): Promise<Bundle> {
  const { outputFiles, metafile } = await build({
    ...forPages,
    splitting: true,
    outdir: 'never-written',
    write: false,
    metafile: true,
  })
  return {
    code: new Map(outputFiles.map(({ path, text }) => [basename(path), text])),
    outputs: metafile.outputs,
  }
}

/** The chunks that come with one, without what they load later. */
function withImports(name: string, bundled: Bundle, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(name)) return seen
  seen.add(name)
  const path = Object.keys(bundled.outputs).find((each) => basename(each) === name) ?? name
  for (const { kind, path: imported } of bundled.outputs[path]?.imports ?? []) {
    if (kind === 'import-statement') withImports(basename(imported), bundled, seen)
  }
  return seen
}

function sizeOf(names: ReadonlySet<string>, { code }: Bundle): number {
  return [...names].reduce((sum, name) => sum + gzipSync(code.get(name) ?? '').length, 0)
}

function textOf(names: ReadonlySet<string>, { code }: Bundle): string {
  return [...names].map((name) => code.get(name) ?? '').join('')
}

let whole: Bundle
let first: ReadonlySet<string>
let start: ReadonlySet<string>

beforeAll(async () => {
  whole = await bundle()
  first = withImports('index.js', whole)
  const declarations = [...whole.code.keys()].find((name) => name.startsWith('declarations-'))
  start = withImports(declarations ?? 'declarations', whole, new Set(first))
}, 60_000)

describe('in a browser the main entry', () => {
  test('needs nothing of Node and makes no code from text', () => {
    expect(whole.code.size).toBeGreaterThan(1)
    for (const code of whole.code.values()) {
      expect(code).not.toMatch(/["']node:/)
      expect(code).not.toMatch(/\beval\(|new Function\(/)
    }
  })

  test('is less than 120 kB of gzip before anything is called', () => {
    const size = sizeOf(first, whole)
    expect(size).toBeGreaterThan(50_000)
    expect(size).toBeLessThan(120_000)
  })

  test('is less than 180 kB once createAfterview has answered', () => {
    expect(start.size).toBeGreaterThan(first.size)
    expect(sizeOf(start, whole)).toBeLessThan(180_000)
  })

  test('loads the letters of a language, and calendars, when they are asked for', () => {
    expect(textOf(start, whole)).not.toMatch(/Thank you for|BEGIN:VCALENDAR|VTIMEZONE/)
    const later = [...whole.code].filter(([name]) => !start.has(name))
    expect(later.filter(([, code]) => /"thank-you":\{"[a-z]{2}[.-]/.test(code))).toHaveLength(5)
    expect(later.some(([, code]) => code.includes('VTIMEZONE'))).toBe(true)
  })
})

test('as one file, where a bundler does not split, it does the same', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'afterview-bundle-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const outfile = join(folder, 'afterview.mjs')
  await build({ ...forPages, outfile })
  const { createAfterview }: typeof Afterviews = await import(pathToFileURL(outfile).href)
  const afterview = await createAfterview()
  await afterview.begin(input)
  expect(await afterview.calendar()).toContain('BEGIN:VEVENT')
  expect((await afterview.draft('fernhill', 'closing-questions')).text).not.toBe('')
  await afterview.dispose()
}, 60_000)
