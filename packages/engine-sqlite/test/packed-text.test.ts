import { DatabaseSync } from 'node:sqlite'
import { join } from 'node:path'
import type { EngineStore, StoreWrite } from '@afterview/engine'
import { createLifecycle } from '@afterview/core'
import { openSqliteStore } from '@afterview/engine-sqlite'
import { instantMs } from '@afterview/time'
import { array, assert, asyncProperty, integer } from 'fast-check'
import { expect, it, onTestFinished } from 'vitest'
import { applicationInput, morning } from './application.ts'
import { testFolder } from './folder.ts'

const { snapshot } = createLifecycle().start(applicationInput('acme-1'))

function writeOf(applicationId: string, extra: object = {}): StoreWrite {
  const instants = { at: morning, recordedAt: morning }
  const input = applicationInput(applicationId)
  return {
    applicationId,
    fence: null,
    snapshot: { ...snapshot, applicationId, ...extra },
    revision: 0,
    state: 'closing',
    at: instantMs(morning),
    wakeAt: null,
    entries: [{ type: 'began', revision: 0, ...instants, input }],
    effects: [],
  }
}

function openStore(file = join(testFolder(), 'one.db')): EngineStore {
  const store = openSqliteStore({ file })
  onTestFinished(() => store.close())
  return store
}

it('PCK-1 every text comes back as it was', async () => {
  const store = openStore()
  let number = 0
  const units = array(integer({ min: 0, max: 0xffff }), { maxLength: 600 })
  const note = units.map((codes) => String.fromCharCode(...codes))
  const notes = array(note, { minLength: 1, maxLength: 8 })
  await assert(
    asyncProperty(notes, async (several) => {
      const writes = several.map((note) => writeOf(`acme-${(number += 1)}`, { note }))
      await store.commit(writes)
      for (const { applicationId, snapshot, entries } of writes) {
        const stored = await store.load(applicationId)
        expect(stored?.snapshot).toEqual(JSON.parse(JSON.stringify(snapshot)))
        expect(await store.history(applicationId)).toEqual(entries)
      }
    }),
    { numRuns: Number(process.env['AFTERVIEW_FUZZ'] ?? 10) },
  )
})

it('PCK-1 a snapshot takes less than a quarter of its text', async () => {
  const file = join(testFolder(), 'one.db')
  await openStore(file).commit([writeOf('acme-1')])
  const reader = new DatabaseSync(file)
  const row = reader.prepare('SELECT length(packed) AS bytes, snapshot FROM lifecycle').get()
  reader.close()
  expect(row?.['snapshot']).toBe('')
  expect(Number(row?.['bytes'])).toBeLessThan(JSON.stringify(snapshot).length / 4)
})

it('GRP-1 events at the same time share a transaction', async () => {
  const [one, other] = [openStore(), openStore()]
  const writes = Array.from({ length: 50 }, (_, number) => writeOf(`acme-${number}`))
  for (const write of writes) await one.commit([write])
  const results = await Promise.all(writes.map((write) => other.commit([write])))
  expect(results).toEqual(writes.map(() => ['written']))
  const [apart, together] = [await one.count(0), await other.count(0)]
  expect(together.lifecycles).toBe(50)
  expect(Number(together.facts['walBytes'])).toBeLessThan(Number(apart.facts['walBytes']) / 2)
})

it('GRP-1 one that can never be stored harms no other, and each is answered for itself', async () => {
  const store = openStore()
  const answers = await Promise.allSettled([
    store.commit([writeOf('acme-1')]),
    store.commit([writeOf('acme-2', { machine: { value: 7n } })]),
    store.commit([writeOf('acme-3'), writeOf('acme-3')]),
  ])
  expect(answers).toMatchObject([
    { status: 'fulfilled', value: ['written'] },
    { status: 'rejected', reason: { code: 'write-refused', details: { applicationId: 'acme-2' } } },
    { status: 'fulfilled', value: ['written', 'conflict'] },
  ])
  expect((await store.count(0)).lifecycles).toBe(2)
})
