import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'

const dist = join(import.meta.dirname, '../dist')

/** What the page may load before it can be used, in bytes of gzip. */
const BUDGET = 200_000

/** A script and all that it imports at once, without what it fetches later. */
function withImports(file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file)) return seen
  seen.add(file)
  const text = readFileSync(join(dist, 'assets', file), 'utf8')
  for (const [, from = ''] of text.matchAll(/(?:import|from)\s*["']\.\/([^"']+\.js)["']/g))
    withImports(from, seen)
  return seen
}

test('the page can be used after less than 200 kB of script', () => {
  const html = readFileSync(join(dist, 'index.html'), 'utf8')
  const [, entry = ''] = /<script type="module"[^>]*src="([^"]+)"/.exec(html) ?? []
  const files = [...withImports(basename(entry))]
  const sizes = files.map((file) => gzipSync(readFileSync(join(dist, 'assets', file))).length)
  const total = sizes.reduce((sum, size) => sum + size, 0)
  console.log(`${total} bytes of gzip in ${files.length} scripts`)
  expect(total).toBeGreaterThan(50_000)
  expect(total).toBeLessThan(BUDGET)
})
