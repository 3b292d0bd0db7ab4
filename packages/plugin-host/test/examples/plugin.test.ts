import { createTestHost } from '@afterview/plugin-host/testing'
import { expect, test } from 'vitest'
import manifest from '../fixtures/nudges/package.json' with { type: 'json' }
import { plugin } from './plugin.ts'

test('a nudge is drafted in the tone that was asked for, while the person waits', async () => {
  const { host, signals, expectNoLeaks } = await createTestHost({
    plugins: [{ manifest, plugin }],
    context: { stage: 'waiting' },
  })
  expect(await host.commands.execute('acme-nudges.draft', { tone: 'warm' })).toBe(
    'A warm nudge after 5 days',
  )
  expect(signals.map(({ event }) => event.type)).toEqual(['log'])
  await expectNoLeaks()
})
