import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { backAtWork, checkInDay, thankYou, wakeAt } from './example.ts'

test('the example of the README is the one that runs here', () => {
  const read = (file: string) => readFileSync(join(import.meta.dirname, file), 'utf8')
  const [example = ''] = read('example.ts').split('\nexport {')
  expect(read('../README.md')).toContain(example.trim())
})

test('the example skips the two holidays of the long weekend in Madrid', () => {
  expect(backAtWork).toBe('2026-12-09')
  expect(checkInDay).toBe('2026-12-15')
  expect(wakeAt).toBe('2026-12-15T08:00:00Z')
})

test('the example sends the thank-you on the next morning, Saturday or not', () => {
  expect(thankYou).toEqual({
    kind: 'instant',
    instant: '2026-11-28T07:00:00Z',
    until: '2026-11-28T18:30:00Z',
  })
})
