import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createAfterview, pluginSurface } from 'afterview'
import type { JsonObject, Plugin } from '@afterview/plugin-host'
import {
  createWorkerThreadAdapter,
  lintPluginFolder,
  openPluginFolder,
} from '@afterview/plugin-host/node'
import { createTestHost } from '@afterview/plugin-host/testing'
import { expect, test } from 'vitest'

const folder = join(import.meta.dirname, '..')
const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
const load = (): Promise<{ plugin: Plugin }> => import(join(folder, 'plugin.js'))

const snapshot: JsonObject = { now: '2026-11-27T08:00:00Z', agenda: [], applications: [] }

test('the manifest has no faults', async () => {
  expect((await lintPluginFolder(folder, pluginSurface(), '2026-11-23')).diagnostics).toEqual([])
})

test('an empty search is a report without items', async () => {
  const { host, expectNoLeaks } = await createTestHost({ plugins: [{ manifest, load }] })
  const input = { snapshot, options: { title: 'My *search*' } }
  expect(await host.call('exporter', 'export-markdown.report', input)).toEqual({
    content:
      '# My \\*search\\*\n\nAs of 27 Nov 2026.\n\n## To do\n\nNothing at present.\n\n## Awaited\n\nNothing at present.\n\n## Applications\n',
    encoding: 'utf8',
    fileName: 'job-search-2026-11-27.md',
  })
  await expectNoLeaks()
})

test('a search is told with its agenda and its applications, in a thread of its own', async () => {
  const afterview = await createAfterview({
    plugins: [await openPluginFolder(folder)],
    adapters: [createWorkerThreadAdapter()],
    clock: { now: () => '2026-11-27T08:00:00Z', setTimer: () => ({ dispose: () => undefined }) },
  })
  const { applicationId } = await afterview.begin({
    candidate: { name: 'Maya Okafor', email: 'maya@mail.example', zone: 'Europe/London' },
    company: { name: 'Fernhill [Labs]', zone: 'Europe/Amsterdam', country: 'NL' },
    role: 'Data Engineer',
    round: {
      number: 1,
      medium: 'video',
      endsAt: '2026-11-25T15:30:00+01:00',
      interviewers: [{ id: 'sam', name: 'Sam Rivera', email: 'sam@fernhill.example' }],
    },
  })
  await afterview.record(applicationId, {
    type: 'interview.ended',
    at: '2026-11-25T15:30:00+01:00',
  })
  await afterview.record(applicationId, {
    type: 'timeframe.given',
    at: '2026-11-25T15:31:00+01:00',
    phrase: 'by the end of next week',
  })
  const file = await afterview.export('export-markdown.report', { applicationId })
  expect(file).toMatchObject({ mediaType: 'text/markdown', extension: '.md' })
  const lines = file.content.split('\n')
  expect(lines).toContain(
    '- [ ] **26 Nov 2026** thank you (Sam Rivera): Data Engineer, Fernhill \\[Labs\\] _(overdue)_',
  )
  expect(lines).toContain('- **4 Dec 2026** decision expected: Data Engineer, Fernhill \\[Labs\\]')
  expect(lines).toContain('### Data Engineer, Fernhill \\[Labs\\]')
  expect(lines).toContain('- They said: “by the end of next week”, by 4 Dec 2026')
  expect(file.content).not.toContain('@')
  expect(file.content).toBe((await afterview.export('export-markdown.report')).content)
  await afterview.dispose()
})
