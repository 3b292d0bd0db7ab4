import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { createTestHost } from '@afterview/plugin-host/testing'
import { plugin } from '../plugin.js'

const folder = new URL('../', import.meta.url)
const manifest = JSON.parse(readFileSync(new URL('package.json', folder), 'utf8'))
/** @param {string} path */
const read = async (path) => readFileSync(new URL(path, folder), 'utf8')

test('a note is kept and shown in the view', async () => {
  const { host, clock, expectNoLeaks } = await createTestHost({
    plugins: [{ manifest, plugin, read }],
  })
  await host.commands.execute('__NAME__.note', 'Ask about the team')
  await clock.advance(60_000)
  await host.commands.execute('__NAME__.note', 'Send the portfolio')
  assert.deepEqual(await host.call('view', '__NAME__.overview', { snapshot: {} }), {
    title: '__TITLE__',
    items: [
      { at: '2026-11-23T09:00:00.000Z', text: 'Ask about the team' },
      { at: '2026-11-23T09:01:00.000Z', text: 'Send the portfolio' },
    ],
  })
  await expectNoLeaks()
})

test('an empty note is refused before the code sees it', async () => {
  const { host } = await createTestHost({ plugins: [{ manifest, plugin, read }] })
  await assert.rejects(host.commands.execute('__NAME__.note', ''), { code: 'command-args-invalid' })
})
