import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type AfterviewOptions,
  createAfterview,
  type PluginProposal,
  pluginSurface,
} from 'afterview'
import type { Plugin } from '@afterview/plugin-host'
import {
  createWorkerThreadAdapter,
  lintPluginFolder,
  openPluginFolder,
} from '@afterview/plugin-host/node'
import { createTestHost } from '@afterview/plugin-host/testing'
import { expect, test } from 'vitest'

const folder = join(import.meta.dirname, '..')
const read = async (path: string): Promise<string> => readFileSync(join(folder, path), 'utf8')
const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
const load = (): Promise<{ plugin: Plugin }> => import(join(folder, 'plugin.js'))

const ended = '2026-03-02T11:00:00-05:00'

async function createSearch(country: string, options: AfterviewOptions = {}) {
  const clock = { stand: '2026-03-02T17:00:00Z' }
  const afterview = await createAfterview({
    plugins: [await openPluginFolder(folder)],
    clock: { now: () => clock.stand, setTimer: () => ({ dispose: () => undefined }) },
    ...options,
  })
  await afterview.begin({
    applicationId: 'maple',
    candidate: { name: 'Maya Okafor', zone: 'America/Toronto' },
    company: { name: 'Maple Works', zone: 'America/Toronto', country },
    role: 'Analyst',
    round: { number: 1, medium: 'video', endsAt: ended, interviewers: [] },
  })
  await afterview.record('maple', { type: 'interview.ended', at: ended })
  return { afterview, clock }
}

const id = 'maple/obligation/policy-ca-on.inform/r1'

test('the manifest has no faults in any of its languages', async () => {
  expect((await lintPluginFolder(folder, pluginSurface(), '2026-11-23')).diagnostics).toEqual([])
})

test('the employer owes an answer 45 days after the last interview, with the source', async () => {
  const { afterview } = await createSearch('CA-ON')
  const item = (await afterview.agenda()).find((each) => each.id === id)
  expect(item).toMatchObject({
    kind: 'obligation',
    holder: 'employer',
    due: { kind: 'day', date: '2026-04-16', zone: 'America/Toronto' },
    facts: { task: 'They must tell you whether you were chosen (Ontario, 45 days)' },
  })
  expect((await afterview.explain(id)).text).toContain('Employment Standards Act')
  expect(await afterview.calendar()).toContain('DTSTART;VALUE=DATE:20260416')
  await afterview.record('maple', { type: 'application.rejected', at: '2026-03-20T10:00:00-04:00' })
  const closed = await afterview.agenda({ includeClosed: true })
  expect(closed.find((each) => each.id === id)).toMatchObject({ status: 'done', revision: 1 })
  await afterview.dispose()
})

test('elsewhere, and where the employer is not covered, nothing is owed', async () => {
  const elsewhere = await createSearch('CA-QC')
  expect((await elsewhere.afterview.agenda()).map((item) => item.id)).not.toContain(id)
  await elsewhere.afterview.dispose()
  const configuration = { 'policyCaOn.employerIsCovered': false }
  const small = await createSearch('CA-ON', { pluginHost: { configuration } })
  expect((await small.afterview.agenda()).map((item) => item.id)).not.toContain(id)
  await small.afterview.dispose()
})

test('silence is a no after 45 days where the person wants it so, and says why', async () => {
  const configuration = { 'policyCaOn.waitForDeadline': true }
  const { afterview } = await createSearch('CA-ON', { pluginHost: { configuration } })
  expect(afterview.lifecycle.policy['silence.presumeNo']).toMatchObject({
    value: 45,
    source: expect.stringContaining('Ontario'),
  })
  await afterview.dispose()
})

test('it is proposed to ask once more when the silence is taken for a no', async () => {
  const { afterview, clock } = await createSearch('CA-ON')
  const proposals: PluginProposal[] = []
  afterview.plugins.onDidPropose((proposal) => proposals.push(proposal))
  clock.stand = '2026-04-10T12:00:00Z'
  await afterview.engine.catchUp()
  await afterview.plugins.settle()
  expect(proposals).toMatchObject([
    { applicationId: 'maple', effect: { type: 'draftMessage', kind: 'second-check-in' } },
  ])
  await afterview.dispose()
})

test.each([
  ['in the same thread', {}],
  ['in a thread of its own', { adapters: [createWorkerThreadAdapter()] }],
])('the command says the date, %s', async (_, options) => {
  const { afterview } = await createSearch('CA-ON', { locale: 'fr', ...options })
  const args = { applicationId: 'maple' }
  const command = 'policy-ca-on.deadline'
  await expect(afterview.commands.execute(command, args)).rejects.toThrow('command-disabled')
  expect(await afterview.menu('application', args)).toMatchObject([
    { command, title: 'Jusqu’à quand doivent-ils m’informer ?', isEnabled: true },
  ])
  expect(await afterview.commands.execute(command, args, args)).toEqual({
    date: '2026-04-16',
    text: expect.stringContaining('d’ici le 2026-04-16'),
  })
  await afterview.dispose()
})

test('nothing is left behind', async () => {
  const applications = { maple: { rounds: [], company: { zone: 'America/Toronto' } } }
  const { host, expectNoLeaks } = await createTestHost({
    plugins: [{ manifest, load, read }],
    applications,
    context: { country: 'CA-ON' },
  })
  const answer = await host.commands.execute('policy-ca-on.deadline', { applicationId: 'maple' })
  expect(answer).toEqual({ date: null, text: 'The count begins when an interview has ended.' })
  await expectNoLeaks()
})
