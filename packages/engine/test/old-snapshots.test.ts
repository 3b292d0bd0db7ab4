import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createLifecycle, placeName, placeOf, SCHEMA_VERSION, type Snapshot } from '@afterview/core'
import { type ExportedApplication, memoryStore, type StoreWrite } from '@afterview/engine'
import { storeUnderTest } from '@afterview/engine/testing'
import { instantFromMs, instantMs } from '@afterview/time'
import { describe, expect, it } from 'vitest'

/** `applications-<schema>.json`: exports of a released version, never written again. */
const folder = join(import.meta.dirname, 'golden')
const files = readdirSync(folder).filter((file) => file.startsWith('applications-'))

function applicationsOf(file: string): readonly ExportedApplication[] {
  return JSON.parse(readFileSync(join(folder, file), 'utf8')) as readonly ExportedApplication[]
}

const applications = files.flatMap((file) =>
  applicationsOf(file).map((application) => ({ file, ...application })),
)
const places: Readonly<Record<string, string>> = {
  closing: 'closing',
  'follow-up': 'waiting.presumedNo',
  waiting: 'waiting.presumedNo',
  paused: 'waiting.paused',
  'next-round': 'nextRound.scheduled',
  offer: 'closed.lapsed',
  rejection: 'closed.notSelected',
}
const day = 86_400_000

function writeOf(application: ExportedApplication): StoreWrite {
  const { applicationId, history, beganAt } = application
  const snapshot = application.snapshot as Snapshot
  return {
    applicationId,
    fence: null,
    snapshot,
    revision: snapshot.revision,
    state: 'unknown',
    at: instantMs(beganAt),
    wakeAt: null,
    entries: history,
    effects: [],
  }
}

describe('snapshots of released schemas', () => {
  it('OLD-1 are kept for every schema up to the present one', () => {
    const schemas = files.map((file) => Number(/\d+/.exec(file)?.[0]))
    expect(schemas.toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: SCHEMA_VERSION }, (_, index) => index + 1),
    )
  })

  it.each(applications)('OLD-1 are carried on: $applicationId of $file', async (application) => {
    const { applicationId: id, exportedAt } = application
    const store = memoryStore()
    await store.commit([writeOf(application)])
    const test = storeUnderTest({ open: async () => store })
    const engine = await test.open()
    await test.clock.sleepTo(exportedAt)
    await engine.renew()
    await test.clock.sleepTo(instantFromMs(instantMs(exportedAt) + 90 * day))
    expect(test.problems).toEqual([])
    const after = await engine.read(id)
    expect(after && placeName(placeOf(after.machine.value))).toBe(places[id])
    const history = await engine.history(id)
    expect(history.map(({ revision }) => revision)).toEqual([...history.keys()])
    expect(history.slice(0, application.history.length)).toEqual(application.history)
    const asked = {
      type: 'agenda.snoozed',
      at: test.clock.now(),
      itemId: 'none',
      until: test.clock.now(),
    }
    expect(await engine.record(id, asked)).toMatchObject({
      accepted: false,
      reason: { field: 'itemId' },
    })
    await test.close()
  })

  it('OLD-1 lead where their histories lead', () => {
    const lifecycle = createLifecycle()
    for (const { history, snapshot, applicationId } of applications) {
      const [first, ...rest] = history
      if (first?.type !== 'began') throw new Error(`${applicationId} does not begin`)
      let replayed = lifecycle.start(first.input).snapshot
      for (const entry of rest) {
        if (entry.type === 'renewed' || entry.type === 'began') continue
        const outcome =
          entry.type === 'event'
            ? lifecycle.advance(replayed, entry.event, entry.key)
            : lifecycle.wake(replayed, entry.timerId, entry.generation)
        if (outcome.accepted) replayed = outcome.snapshot
      }
      const then = lifecycle.restore(snapshot)
      expect(replayed.machine.value).toEqual(then.machine.value)
      expect(replayed.timers).toEqual(then.timers)
    }
  })
})
