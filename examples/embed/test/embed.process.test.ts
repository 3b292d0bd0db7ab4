import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

test('the example of the README runs and says what it says there', () => {
  const path = join(import.meta.dirname, '..', 'src', 'embed.ts')
  const cwd = mkdtempSync(join(tmpdir(), 'embed-'))
  const printed = execFileSync(process.execPath, [path], { encoding: 'utf8', cwd })
  expect(printed).toMatch(/^2026-11-25 2026-12-04\n/)
  expect(printed).toContain('thankYou due')
  expect(printed).toContain('moving the nightly batch to streaming')
  expect(printed).toContain('BEGIN:VCALENDAR')
  expect(existsSync(join(cwd, 'afterview.db'))).toBe(true)
  rmSync(cwd, { recursive: true })
})
