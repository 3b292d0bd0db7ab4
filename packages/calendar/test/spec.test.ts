import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')

function ids(text: string, shape: RegExp): readonly string[] {
  return [...new Set([...text.matchAll(shape)].map(([, id]) => id ?? ''))].toSorted()
}

it('has a test for every rule of the specification, and a rule for every id in a title', () => {
  const tests = readdirSync(join(root, 'test'))
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => readFileSync(join(root, 'test', file), 'utf8'))
  const rules = ids(readFileSync(join(root, 'SPEC.md'), 'utf8'), /^- \*\*([A-Z]+-\d+)\*\*/gm)
  const tested = ids(tests.join('\n'), /\(\s*'([A-Z]{2,5}-\d+) /g)
  expect(rules.length).toBeGreaterThan(60)
  expect(tested).toEqual(rules)
})
