import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createAfterview, pluginSurface } from 'afterview'
import type { Plugin } from '@afterview/plugin-host'
import {
  createWorkerThreadAdapter,
  lintPluginFolder,
  openPluginFolder,
} from '@afterview/plugin-host/node'
import { createTestHost } from '@afterview/plugin-host/testing'
import { describe, expect, test } from 'vitest'

const folder = join(import.meta.dirname, '..')
const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
const load = (): Promise<{ plugin: Plugin }> => import(join(folder, 'plugin.js'))

async function classify(text: string): Promise<readonly unknown[]> {
  const { host, expectNoLeaks } = await createTestHost({ plugins: [{ manifest, load }] })
  const input = { text, mediaType: 'text/plain' }
  const answer = await host.call('classifier', 'inbound-rules.reply', input)
  await expectNoLeaks()
  return Array.isArray(answer) ? answer : []
}

test('the manifest has no faults', async () => {
  expect((await lintPluginFolder(folder, pluginSurface(), '2026-11-23')).diagnostics).toEqual([])
})

describe('a reply', () => {
  test.each([
    [
      'en',
      'Thank you for your time. Unfortunately, we have decided to move forward with other candidates. We wish you all the best.',
      'application.rejected',
      {},
    ],
    [
      'nl',
      'Bedankt voor het gesprek. Helaas hebben we gekozen voor een andere kandidaat. We wensen je veel succes.',
      'application.rejected',
      {},
    ],
    [
      'de',
      'Vielen Dank für das Gespräch. Leider haben wir uns für einen anderen Bewerber entschieden. Wir wünschen Ihnen alles Gute.',
      'application.rejected',
      {},
    ],
    [
      'en',
      'We are delighted to offer you the role of Data Engineer! The offer letter is attached.',
      'offer.extended',
      { medium: 'email' },
    ],
    [
      'nl',
      'Goed nieuws: we willen je graag de functie van data-engineer aanbieden, zie het contract in de bijlage. We bieden je een contract voor een jaar.',
      'offer.extended',
      { medium: 'email' },
    ],
    [
      'de',
      'Wir freuen uns, Ihnen ein Vertragsangebot zu machen: Wir bieten Ihnen die Stelle als Entwickler an.',
      'offer.extended',
      { medium: 'email' },
    ],
    [
      'en',
      'The team enjoyed meeting you. We would like to invite you to a second interview next week.',
      'nextRound.invited',
      {},
    ],
    [
      'nl',
      'Leuk je gesproken te hebben! We nodigen je graag uit voor een tweede gesprek.',
      'nextRound.invited',
      {},
    ],
    ['de', 'Gerne laden wir Sie zu einem zweiten Gespräch ein.', 'nextRound.invited', {}],
    [
      'en',
      'We are still interviewing and have not made a decision yet. We will get back to you by Friday.',
      'employer.replied',
      { kind: 'holding', phrase: 'We will get back to you by Friday.' },
    ],
    [
      'nl',
      'We hebben nog geen besluit genomen. Je hoort uiterlijk volgende week van ons.',
      'employer.replied',
      { kind: 'holding', phrase: 'Je hoort uiterlijk volgende week van ons.' },
    ],
    [
      'de',
      'Wir haben noch keine Entscheidung getroffen. Wir melden uns bis Ende nächster Woche.',
      'employer.replied',
      { kind: 'holding', phrase: 'Wir melden uns bis Ende nächster Woche.' },
    ],
    [
      'en',
      'Could you please send us the names of two references?',
      'employer.replied',
      { kind: 'infoRequest' },
    ],
    [
      'nl',
      'Zou je ons een kopie van je diploma kunnen sturen?',
      'employer.replied',
      { kind: 'infoRequest' },
    ],
    [
      'de',
      'Könnten Sie uns bitte noch Ihre Zeugnisse schicken?',
      'employer.replied',
      { kind: 'infoRequest' },
    ],
    ['en', 'The position has been put on hold because of a hiring freeze.', 'employer.held', {}],
    ['en', 'I am sorry, but we have to withdraw our offer.', 'offer.rescinded', {}],
    ['de', 'Die Stelle wird leider nicht mehr besetzt.', 'position.closed', {}],
  ])('in %s is read: %s', async (_, text, event, fields) => {
    const [first] = await classify(text)
    expect(first).toMatchObject({ event, fields })
    expect(first).toHaveProperty('reason')
  })

  test('is not taken for an invitation when it says that there is none', async () => {
    const [first] = await classify(
      'Unfortunately we cannot invite you to a second interview. We have decided not to proceed.',
    )
    expect(first).toMatchObject({ event: 'application.rejected' })
  })

  test('counts what the writer wrote, not what is quoted below', async () => {
    const found = await classify(
      'Thanks, noted!\n\nOn Tue, 24 Nov 2026 at 10:00, Maya wrote:\n> Unfortunately we have decided not to proceed.',
    )
    expect(found).toEqual([])
  })

  test('of a machine is told from one of a person', async () => {
    const [first] = await classify(
      'From: Careers <no-reply@firm.example>\n\nWe have decided not to move forward with your application.',
    )
    expect(first).toMatchObject({ fields: { automatic: true } })
  })

  test('that says nothing known is answered with nothing, however long', async () => {
    expect(await classify('See you at the conference!')).toEqual([])
    expect(await classify('invite you '.repeat(20_000))).toEqual([])
  })
})

test('a person confirms what was read in a thread of its own', async () => {
  const afterview = await createAfterview({
    plugins: [await openPluginFolder(folder)],
    adapters: [createWorkerThreadAdapter()],
    clock: { now: () => '2026-11-27T08:00:00Z', setTimer: () => ({ dispose: () => undefined }) },
  })
  const { applicationId } = await afterview.begin({
    candidate: { name: 'Maya Okafor', zone: 'Europe/London' },
    company: { name: 'Fernhill', zone: 'Europe/Amsterdam', country: 'NL' },
    role: 'Data Engineer',
    round: { number: 1, medium: 'video', endsAt: '2026-11-25T15:30:00+01:00', interviewers: [] },
  })
  await afterview.record(applicationId, {
    type: 'interview.ended',
    at: '2026-11-25T15:30:00+01:00',
  })
  const before = await afterview.read(applicationId)
  const mail = 'We have not made a decision yet. We will get back to you by the end of next week.'
  const [proposed] = await afterview.classify(mail, { applicationId })
  expect(proposed).toMatchObject({
    event: { type: 'employer.replied', kind: 'holding' },
    pluginId: 'afterview-examples.inbound-rules',
  })
  expect(proposed).not.toHaveProperty('refusal')
  expect(await afterview.read(applicationId)).toEqual(before)
  const recorded = await afterview.record(applicationId, { ...proposed?.event })
  expect(recorded).toMatchObject({ accepted: true, timeframe: { latest: '2026-12-04' } })
  await afterview.dispose()
})

test('an employer that stops for now leads to the proposal of a pause, and to nothing else', async () => {
  const proposed: unknown[] = []
  const afterview = await createAfterview({ plugins: [{ manifest }] })
  afterview.plugins.onDidPropose(({ effect }) => proposed.push(effect))
  const { applicationId } = await afterview.begin({
    candidate: { name: 'Maya Okafor', zone: 'Europe/London' },
    company: { name: 'Fernhill Analytics', zone: 'Europe/Amsterdam' },
    role: 'Data Engineer',
    round: { number: 1, medium: 'video', endsAt: '2026-11-20T15:30:00+01:00', interviewers: [] },
  })
  await afterview.record(applicationId, {
    type: 'interview.ended',
    at: '2026-11-20T15:32:00+01:00',
  })
  await afterview.record(applicationId, { type: 'employer.held', at: '2026-11-21T10:00:00+01:00' })
  const held = await afterview.read(applicationId)
  await afterview.plugins.settle()
  expect(proposed).toMatchObject([{ type: 'proposeEvent', event: { type: 'application.paused' } }])
  expect(await afterview.read(applicationId)).toEqual(held)
  await afterview.dispose()
})
