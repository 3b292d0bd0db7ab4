import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')

function ids(text: string): readonly string[] {
  return [...new Set(text.match(/\b[A-Z]{3}-\d+\b/g) ?? [])].toSorted()
}

function titles(file: string): string {
  const text = readFileSync(join(root, file), 'utf8')
  return [...text.matchAll(/\bit(?:\.each\([^]*?\))?\(\s*[`'"]([^`'"]*)/g)]
    .map(([, title]) => title)
    .join('\n')
}

test('every rule of the specification has a test, and every test that names a rule finds it there', () => {
  const rules = ids(readFileSync(join(root, 'SPEC.md'), 'utf8'))
  const files = globSync(['test/*.test.ts', 'test-server/*.server.ts'], { cwd: root })
  expect(rules.length).toBeGreaterThan(15)
  expect(ids(files.map(titles).join('\n'))).toEqual(rules)
})
