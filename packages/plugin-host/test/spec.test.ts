import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const folder = fileURLToPath(new URL('.', import.meta.url))
const ID = /[A-Z]\d{1,2}/

/** Ids of the rules in SPEC.md. */
function rules(): readonly string[] {
  const text = readFileSync(new URL('../SPEC.md', import.meta.url), 'utf8')
  return [...text.matchAll(/^- \*\*([A-Z]\d{1,2})\*\*/gm)].map(([, id]) => id ?? '')
}

/** Ids at the beginning of test titles. */
function tested(): ReadonlySet<string> {
  const files = globSync('{.,activation,cli,host,manifest,when}/*.test.ts', { cwd: folder })
  const texts = files.map((file) => readFileSync(`${folder}${file}`, 'utf8')).join('\n')
  return new Set([...texts.matchAll(/['"`]([A-Z]\d{1,2}) /g)].map(([, id]) => id ?? ''))
}

test('every rule of SPEC.md stands in the title of a test', () => {
  const titles = tested()
  expect(rules().filter((id) => !titles.has(id))).toEqual([])
})

test('every id in a title is a rule of SPEC.md, and no id is there twice', () => {
  const known = rules()
  expect([...tested()].filter((id) => !known.includes(id))).toEqual([])
  expect(new Set(known).size).toBe(known.length)
  expect(known.every((id) => ID.test(id))).toBe(true)
})
