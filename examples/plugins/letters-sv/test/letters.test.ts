import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createAfterview } from 'afterview'
import { lintPluginFolder, openPluginFolder } from '@afterview/plugin-host/node'
import { createTestHost } from '@afterview/plugin-host/testing'
import { pluginSurface } from 'afterview'
import { expect, test } from 'vitest'
import { buildLetters } from '../build-letters.ts'

const folder = join(import.meta.dirname, '..')
const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))

test('every letter renders and lints with its sample, without a finding', () => {
  const { pack, problems } = buildLetters()
  expect(problems).toEqual([])
  expect(pack?.kinds).toEqual(pluginSurface().letterKinds)
})

test('letters.json is built from the folder as it is', () => {
  const built: unknown = JSON.parse(readFileSync(join(folder, 'letters.json'), 'utf8'))
  expect(built).toEqual(buildLetters().pack)
})

test('the manifest has no faults, and the letters are there without any code', async () => {
  expect((await lintPluginFolder(folder, pluginSurface(), '2026-11-23')).diagnostics).toEqual([])
  const plugin = await openPluginFolder(folder)
  const { host, expectNoLeaks } = await createTestHost({
    plugins: [{ manifest, read: plugin.read }],
  })
  const [letters] = host.contributions('letters')
  expect(letters).toMatchObject({ item: { id: 'letters-sv.letters' }, status: 'resolved' })
  await expectNoLeaks()
})

test('a candidate who speaks Swedish gets Swedish letters, ready to send', async () => {
  const afterview = await createAfterview({ plugins: [await openPluginFolder(folder)] })
  const { applicationId } = await afterview.begin({
    candidate: { name: 'Alva Lind', zone: 'Europe/Stockholm', locale: 'sv-SE' },
    company: { name: 'Norrsken AB', zone: 'Europe/Stockholm', country: 'SE' },
    role: 'systemutvecklare',
    round: {
      number: 1,
      medium: 'video',
      startsAt: '2026-11-25T14:00:00+01:00',
      endsAt: '2026-11-25T15:00:00+01:00',
      interviewers: [{ id: 'kim', name: 'Kim Berg', email: 'kim@norrsken.example' }],
    },
  })
  await afterview.record(applicationId, {
    type: 'interview.ended',
    at: '2026-11-25T15:00:00+01:00',
  })
  await afterview.record(applicationId, {
    type: 'detail.noted',
    at: '2026-11-25T15:05:00+01:00',
    interviewerId: 'kim',
    topic: 'hur ni mäter kvaliteten',
  })
  const draft = await afterview.draft(applicationId, 'thank-you', { interviewer: 'kim' })
  expect(draft).toMatchObject({ locale: 'sv', tone: 'neutral', isReady: true, findings: [] })
  expect(draft.text).toContain('Hej Kim Berg!\n\nTack för samtalet onsdag 25 november.')
  expect(draft.text).toContain('hur ni mäter kvaliteten')
  const missed = await afterview.draft(applicationId, 'missed-interview', { interviewer: 'kim' })
  expect(missed.text).toContain('onsdag 25 november kl. 14:00')
  await afterview.dispose()
})
