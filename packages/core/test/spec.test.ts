import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')

function ids(text: string): string[] {
  return [...new Set(text.match(/\b[A-Z]{3}-\d+\b/g) ?? [])].toSorted()
}

function titles(file: string): string {
  const text = readFileSync(join(root, 'test', file), 'utf8')
  return [...text.matchAll(/\b(?:test|describe|it)(?:\.each\([^)]*\))?\(\s*[`'"]([^`'"]*)/g)]
    .map(([, title]) => title)
    .join('\n')
}

test('every rule of the specification has a test, and every test that names a rule finds it there', () => {
  const rules = ids(readFileSync(join(root, 'SPEC.md'), 'utf8'))
  const tested = ids(
    readdirSync(join(root, 'test'))
      .filter((file) => file.endsWith('.test.ts'))
      .map(titles)
      .join('\n'),
  )
  expect(rules.length).toBeGreaterThan(40)
  expect(tested).toEqual(rules)
})
