import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { createTestHost } from '@afterview/plugin-host/testing'
import { plugin } from '../plugin.js'

const folder = new URL('../', import.meta.url)
const manifest = JSON.parse(readFileSync(new URL('package.json', folder), 'utf8'))
/** @param {string} path */
const read = async (path) => readFileSync(new URL(path, folder), 'utf8')

const waiting = {
  on: 'onState:waiting',
  applicationId: 'northwind',
  snapshot: { stage: 'waiting', company: { name: 'Northwind' }, salary: 90_000 },
}

test('a nudge is proposed after five days of silence, in the tone of the settings', async () => {
  const { host, expectNoLeaks } = await createTestHost({ plugins: [{ manifest, plugin, read }] })
  host.configuration.set('__SETTING__.tone', 'brief')
  const { effects, failures } = await host.policies.run({ ...waiting, context: { daysWaiting: 5 } })
  assert.deepEqual(failures, [])
  assert.deepEqual(
    effects.map(({ effect }) => effect),
    [
      {
        type: 'draftMessage',
        kind: 'check-in',
        tone: 'brief',
        reason: 'Northwind has been silent for five days',
      },
    ],
  )
  await expectNoLeaks()
})

test('nothing is proposed before that, and no code is loaded', async () => {
  const { host } = await createTestHost({ plugins: [{ manifest, plugin, read }] })
  const { effects } = await host.policies.run({ ...waiting, context: { daysWaiting: 4 } })
  assert.deepEqual(effects, [])
  assert.equal(host.plugin('__PUBLISHER__.__NAME__').state.status, 'resolved')
})

test('the command runs only while the person waits', async () => {
  const { host, expectNoLeaks } = await createTestHost({ plugins: [{ manifest, plugin, read }] })
  const run = (stage) => host.commands.execute('__NAME__.explain', null, { context: { stage } })
  assert.equal(await run('waiting'), 'The employer has been silent for five days')
  await assert.rejects(run('offer'), { code: 'command-disabled' })
  await expectNoLeaks()
})
