import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')

/** Rules of every engine, whose tests the conformance suites bring. */
const shared = new Set(['MOD-1'])

function ids(text: string): readonly string[] {
  return [...new Set(text.match(/\b[A-Z]{3}-\d+\b/g) ?? [])].toSorted()
}

function titles(file: string): string {
  const text = readFileSync(join(root, 'test', file), 'utf8')
  return [
    ...text.matchAll(/\b(?:test|it)(?:\.each\([^]*?\))?(?:\.skipIf\([^)]*\))?\(\s*[`'"]([^`'"]*)/g),
  ]
    .map(([, title]) => title)
    .join('\n')
}

test('every rule of the specification has a test, and every test that names a rule finds it there', () => {
  const rules = ids(readFileSync(join(root, 'SPEC.md'), 'utf8'))
  const files = readdirSync(join(root, 'test')).filter((file) => file.endsWith('.test.ts'))
  const tested = ids(files.map(titles).join('\n')).filter((rule) => !shared.has(rule))
  expect(rules.length).toBeGreaterThan(20)
  expect(tested).toEqual(rules)
})
