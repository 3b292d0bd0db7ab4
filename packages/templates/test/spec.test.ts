import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')

const ids = (text: string): readonly string[] =>
  [...new Set(text.match(/\b[A-Z]{3}-\d+\b/gu))].toSorted()

it('has a test for every rule of SPEC.md, and a rule for every id in a title', () => {
  const rules = ids(readFileSync(join(root, 'SPEC.md'), 'utf8'))
  const tests = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.test.ts'))
  const named = tests.flatMap((file) => {
    const text = readFileSync(join(import.meta.dirname, file), 'utf8')
    return text.match(/\[[A-Z]{3}-\d+\]/gu) ?? []
  })
  expect(rules.length).toBeGreaterThan(40)
  expect(ids(named.join(' '))).toEqual(rules)
})
