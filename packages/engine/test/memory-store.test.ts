import { createLifecycle } from '@afterview/core'
import { memoryStore, type StoreWrite } from '@afterview/engine'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { applicationInput } from './application.ts'

const snapshot = createLifecycle().start(applicationInput('acme-0')).snapshot
const numRuns = Number(process.env['AFTERVIEW_FUZZ'] ?? 50)

const change = fc.record({
  id: fc.integer({ min: 0, max: 9 }).map((number) => `acme-${number}`),
  wakeAt: fc.option(fc.integer({ min: 0, max: 20 })),
  isErased: fc.integer({ min: 0, max: 9 }).map((number) => number === 0),
})

test('MEM-1 what is due in memory is what a look at every lifecycle would find, in the same order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(change, { maxLength: 300 }), async (changes) => {
      const store = memoryStore()
      const wakes = new Map<string, number | null>()
      for (const { id, wakeAt, isErased } of changes) {
        if (isErased && wakes.has(id)) {
          await store.erase(id)
          wakes.delete(id)
        } else {
          await store.commit([await writeOf(store, id, wakeAt)])
          wakes.set(id, wakeAt)
        }
        const due = (await store.due(10, 4)).map(({ applicationId }) => applicationId)
        expect(due).toEqual(dueOf(wakes, 10).slice(0, 4))
        expect(await store.nextWake()).toBe(earliestOf(wakes))
      }
    }),
    { numRuns },
  )
})

async function writeOf(
  store: ReturnType<typeof memoryStore>,
  applicationId: string,
  wakeAt: number | null,
): Promise<StoreWrite> {
  const stored = await store.load(applicationId)
  const fence = stored && { incarnation: stored.incarnation, revision: stored.revision }
  return {
    applicationId,
    fence: fence ?? null,
    snapshot,
    revision: (stored?.revision ?? -1) + 1,
    state: 'closing',
    at: 0,
    wakeAt,
    entries: [],
    effects: [],
  }
}

function dueOf(wakes: ReadonlyMap<string, number | null>, now: number): readonly string[] {
  const armed = [...wakes].flatMap(([id, at]) => (at === null || at > now ? [] : [{ id, at }]))
  return armed.toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1)).map(({ id }) => id)
}

function earliestOf(wakes: ReadonlyMap<string, number | null>): number | null {
  const armed = [...wakes.values()].filter((at) => at !== null)
  return armed.length === 0 ? null : Math.min(...armed)
}
