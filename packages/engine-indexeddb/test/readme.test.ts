import 'fake-indexeddb/auto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { applicationInput } from './application.ts'
import { openEngine, takeOver } from './readme-example.ts'

test('the example of the README is the one that runs here', () => {
  const read = (file: string): string => readFileSync(join(import.meta.dirname, file), 'utf8')
  expect(read('../README.md')).toContain(read('readme-example.ts').trim())
})

test('the example opens the database and takes a file over', async () => {
  const engine = await openEngine(() => undefined)
  await engine.begin(applicationInput('acme-1'))
  const file = new Blob([await engine.exportToJson()])
  expect(await takeOver(engine, file)).toBe('0 taken over, 1 were here')
  await engine.erase('acme-1')
  expect(await takeOver(engine, file)).toBe('1 taken over, 0 were here')
  await engine.dispose()
})
