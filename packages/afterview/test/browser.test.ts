import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { beforeAll, describe, expect, test } from 'vitest'

interface Chunk {
  readonly isMain: boolean
  readonly code: string
}

let chunks: readonly Chunk[] = []

/** The main entry with all that it needs, as a page would load it. */
beforeAll(async () => {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, '../src/index.ts')],
    bundle: true,
    minify: true,
    splitting: true,
    format: 'esm',
    platform: 'browser',
    outdir: 'never-written',
    write: false,
    logLevel: 'silent',
  })
  chunks = outputFiles.map(({ path, text }) => ({ isMain: path.endsWith('index.js'), code: text }))
}, 60_000)

describe('in a browser the main entry', () => {
  test('needs nothing of Node and makes no code from text', () => {
    expect(chunks.length).toBeGreaterThan(1)
    for (const { code } of chunks) {
      expect(code).not.toMatch(/["']node:/)
      expect(code).not.toMatch(/\beval\(|new Function\(/)
    }
  })

  test('loads the letters of a language when they are asked for, and stays below its limit', () => {
    const main = chunks.filter(({ isMain }) => isMain).map(({ code }) => code)
    expect(main.join('')).not.toContain('Thank you for')
    expect(gzipSync(main.join('')).length).toBeLessThan(300_000)
    const letters = chunks.filter(({ code }) => /"thank-you":\{"[a-z]{2}[.-]/.test(code))
    expect(letters).toHaveLength(5)
  })
})
