import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { applicationInput } from './application.ts'
import { testFolder } from './folder.ts'
import { nightly, openFile } from './readme-example.ts'

test('the example of the README is the one that runs here', () => {
  const read = (file: string): string => readFileSync(join(import.meta.dirname, file), 'utf8')
  expect(read('../README.md')).toContain(read('readme-example.ts').trim())
})

test('the example opens a file and makes a backup of it', async () => {
  const folder = testFolder()
  const engine = await openFile(join(folder, 'afterview.db'))
  await engine.begin(applicationInput('acme-1'))
  await nightly(engine, join(folder, 'backup.db'))
  await engine.dispose()
  expect(existsSync(join(folder, 'backup.db'))).toBe(true)
  const copy = await openFile(join(folder, 'backup.db'))
  expect((await copy.list()).items.map(({ applicationId }) => applicationId)).toEqual(['acme-1'])
  await copy.dispose()
})
