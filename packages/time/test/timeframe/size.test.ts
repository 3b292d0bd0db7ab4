import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { expect, test } from 'vitest'

/** What a browser loads for time frames alone: minified, with the tables of all five languages. */
async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: "export { parseTimeframe } from '@afterview/time'",
      resolveDir: import.meta.dirname,
    },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    target: 'es2024',
    charset: 'utf8',
  })
  return outputFiles.map(({ text }) => text).join('')
}

test('the parser with its five tables weighs less than 37.5 kB after gzip, and takes no luxon with it', async () => {
  const code = await bundle()
  expect(gzipSync(code, { level: 9 }).length).toBeLessThan(37_500)
  expect(code).not.toMatch(/luxon|DateTime\b/)
})
