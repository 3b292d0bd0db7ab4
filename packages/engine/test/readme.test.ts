import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createManualClock } from '@afterview/engine/testing'
import { expect, test } from 'vitest'
import { applicationInput } from './application.ts'
import { firstDays, openEngine } from './readme-example.ts'

test('the example of the README is the one that runs here', () => {
  const read = (file: string): string => readFileSync(join(import.meta.dirname, file), 'utf8')
  expect(read('../README.md')).toContain(read('readme-example.ts').trim())
  expect(read('../README.md')).toContain(read('memory-suite.test.ts').trim())
})

test('the example begins, records and notifies when a day has gone by', async () => {
  const clock = createManualClock('2026-11-25T14:30:00Z')
  const log: string[] = []
  const notified: string[] = []
  const engine = await openEngine(clock, (line) => void log.push(line))
  const notify = async (itemId: string): Promise<void> => void notified.push(itemId)
  expect(await firstDays(engine, applicationInput('acme-1'), notify)).toBe('followUp')
  await clock.sleepTo('2026-11-26T14:30:00Z')
  expect(notified.toSorted()).toEqual([
    'acme-1/askTimeframe/r1',
    'acme-1/thankYou/r1-jo',
    'acme-1/thankYou/r1-sam',
  ])
  expect(log).toEqual([])
  await engine.dispose()
})
