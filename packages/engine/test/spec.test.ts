import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const folders = ['test', 'src/testing/cases']

function ids(text: string): readonly string[] {
  return [...new Set(text.match(/\b[A-Z]{3}-\d+\b/g) ?? [])].toSorted()
}

/** The strings of a test file that name a rule, be it a title or the `rule` of a case. */
function named(file: string): readonly string[] {
  const text = readFileSync(join(root, file), 'utf8')
  return [...text.matchAll(/(?:\b(?:test|it)(?:\.each\([^]*?\))?\(\s*|rule: )[`'"]([^`'"]*)/g)].map(
    ([, title]) => title ?? '',
  )
}

test('every rule of the specification has a test, and every test that names a rule finds it there', () => {
  const rules = ids(readFileSync(join(root, 'SPEC.md'), 'utf8'))
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((file) => file.endsWith('.test.ts') || file.endsWith('-cases.ts'))
      .map((file) => join(folder, file)),
  )
  expect(rules.length).toBeGreaterThan(60)
  expect(ids(files.flatMap(named).join('\n'))).toEqual(rules)
})
