import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { createTestHost } from '@afterview/plugin-host/testing'
import { plugin } from '../plugin.js'

const folder = new URL('../', import.meta.url)
const manifest = JSON.parse(readFileSync(new URL('package.json', folder), 'utf8'))
/** @param {string} path */
const read = async (path) => readFileSync(new URL(path, folder), 'utf8')

const snapshot = { stage: 'offer', company: { name: 'Northwind, Ltd' }, salary: 90_000 }

test('an application becomes a table of what the plugin may read', async () => {
  const { host, expectNoLeaks } = await createTestHost({ plugins: [{ manifest, plugin, read }] })
  const table = await host.call('exporter', '__NAME__.csv', { snapshot, options: {} })
  assert.deepEqual(table, {
    content: 'stage,offer\r\ncompany.name,"Northwind, Ltd"',
    encoding: 'utf8',
  })
  await expectNoLeaks()
})

test('the separator can be chosen', async () => {
  const { host, expectNoLeaks } = await createTestHost({ plugins: [{ manifest, plugin, read }] })
  const options = { separator: ';' }
  const table = await host.call('exporter', '__NAME__.csv', { snapshot, options })
  assert.match(table.content, /^stage;offer/)
  await expectNoLeaks()
})
