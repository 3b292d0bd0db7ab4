import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const spec = new Set(idsIn(readFileSync(join(root, 'SPEC.md'), 'utf8'), /\*\*([A-Z]+-\d+)\*\*/g))

function idsIn(text: string, pattern: RegExp): readonly string[] {
  return [...text.matchAll(pattern)].flatMap((match) => match[1] ?? [])
}

/** Ids at the start of the titles of all test files that a glob finds. */
function titled(glob: string): ReadonlySet<string> {
  const texts = globSync(glob, { cwd: root }).map((file) => readFileSync(join(root, file), 'utf8'))
  return new Set(texts.flatMap((text) => idsIn(text, /['"`]([A-Z]+-\d+) /g)))
}

test('every rule of SPEC.md stands in the title of a test', () => {
  const titles = titled('test/**/*.test.ts')
  expect([...spec].filter((id) => !titles.has(id))).toEqual([])
})

test('every rule in a title stands in SPEC.md', () => {
  expect([...titled('test/*.test.ts')].filter((id) => !spec.has(id))).toEqual([])
})
