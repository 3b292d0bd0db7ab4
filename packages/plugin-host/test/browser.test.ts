import { build } from 'esbuild'
import { gzipSync } from 'node:zlib'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const main = fileURLToPath(new URL('../src/index.ts', import.meta.url))

/** The main entry with all that it needs, as a page would load it. */
async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [main],
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    write: false,
    logLevel: 'silent',
  })
  return outputFiles.map(({ text }) => text).join('')
}

test('N2 the main entry needs nothing of Node and makes no code from text', async () => {
  const code = await bundle()
  expect(code).not.toMatch(/["']node:/)
  expect(code).not.toMatch(/\beval\(|new Function\(/)
})

test('N3 the main entry stays small', async () => {
  expect(gzipSync(await bundle()).length).toBeLessThan(50_000)
})
