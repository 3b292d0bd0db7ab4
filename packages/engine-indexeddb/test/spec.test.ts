import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')

/** Rules of every engine, whose tests the conformance suites bring. */
const shared = new Set(['MOD-1', 'REC-6', 'DAT-9'])

function ids(text: string): readonly string[] {
  return [...new Set(text.match(/\b[A-Z]{3}-\d+\b/g) ?? [])].toSorted()
}

function titles(folder: string, file: string): string {
  const text = readFileSync(join(root, folder, file), 'utf8')
  return [...text.matchAll(/\b(?:test|it)(?:\.each\([^]*?\))?\(\s*[`'"]([^`'"]*)/g)]
    .map(([, title]) => title)
    .join('\n')
}

function testedIn(folder: string, ending: string): readonly string[] {
  const files = readdirSync(join(root, folder)).filter((file) => file.endsWith(ending))
  return ids(files.map((file) => titles(folder, file)).join('\n')).filter((id) => !shared.has(id))
}

test('every rule of the specification has a test, and every test that names a rule finds it there', () => {
  const rules = ids(readFileSync(join(root, 'SPEC.md'), 'utf8'))
  expect(rules.length).toBeGreaterThan(15)
  expect(testedIn('test', '.test.ts')).toEqual(rules)
})

test('what only a browser can show is tested in one', () => {
  const rules = ids(readFileSync(join(root, 'SPEC.md'), 'utf8'))
  const tested = testedIn('test-browser', '.browser.ts')
  expect(rules).toEqual(expect.arrayContaining([...tested]))
  expect(tested).toEqual(['DBS-3', 'DBS-5', 'DBS-7', 'SAV-1', 'TAB-1', 'TAB-2', 'TAB-3'])
})
