import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { runDraft } from './examples/embedding.ts'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
const examples = [...readme.matchAll(/<!-- (test\/\S+) -->\n+```\w+\n(.*?)```/gs)]

test.each(examples.map(([, file, code]) => [file, code] as const))(
  'the code of README.md is %s, which is compiled and run',
  (file, code) => {
    expect(readFileSync(new URL(`../${file}`, import.meta.url), 'utf8')).toBe(code)
  },
)

test('README.md has its examples, and the first of them does what it says', async () => {
  expect(examples.length).toBe(3)
  const folder = fileURLToPath(new URL('./fixtures/nudges', import.meta.url))
  expect(await runDraft(folder)).toEqual({ titles: ['Draft a nudge'], draft: 'a warm nudge' })
})
