import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

test('the example of the README is the one that runs against a server', () => {
  const read = (file: string): string => readFileSync(join(import.meta.dirname, '..', file), 'utf8')
  expect(read('README.md')).toContain(read('test-server/readme-example.ts').trim())
})
