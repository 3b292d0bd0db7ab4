import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { lintTable } from '../scripts/lint-table.ts'

it('keeps the table of docs/lint.md equal to the rules', () => {
  const page = readFileSync(new URL('../docs/lint.md', import.meta.url), 'utf8')
  const squeeze = (text: string): string => text.replace(/ +/gu, ' ').replace(/-{3,}/gu, '---')
  expect(squeeze(page)).toContain(squeeze(lintTable()))
})
