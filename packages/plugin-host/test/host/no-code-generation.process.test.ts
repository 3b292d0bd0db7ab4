import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const run = promisify(execFile)

test('N1 everything works where code may not be made from text', async () => {
  const script = fileURLToPath(new URL('../fixtures/without-code-generation.ts', import.meta.url))
  const flags = ['--disallow-code-generation-from-strings', '--no-warnings']
  const { stdout } = await run(process.execPath, [...flags, script])
  expect(JSON.parse(stdout)).toEqual({
    isEvalRefused: true,
    diagnostics: [],
    answer: { sum: 3 },
    effects: [{ type: 'draftMessage', kind: 'check-in' }],
    menu: ['Add'],
  })
})
