import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { shown } from './readme-example.ts'

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8')

it('shows an example in README.md that is the one that runs here', () => {
  const example = read('./readme-example.ts').split('\nexport const shown')[0] ?? ''
  expect(read('../README.md')).toContain(example.trim())
})

it('has an example that does what README.md says of it', () => {
  expect(shown.fallbacks).toEqual([{ axis: 'locale', asked: 'en-GB', used: 'en' }])
  expect(shown.findings).toEqual([])
  expect(shown.ready).toBe(true)
  expect(shown.link).toMatch(/^mailto:sam@fernhill\.example\?subject=/u)
  expect(shown.file).toMatch(/^X-Unsent: 1\r\nTo: Sam Rivera <sam@fernhill\.example>\r\n/u)
})
