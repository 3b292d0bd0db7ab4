import { createLifecycle, type Effect } from '@afterview/core'
import { instantMs } from '@afterview/time'
import type { EngineStore, StoredLifecycle, StoreWrite } from '../../engine-store.ts'
import { check, checkEqual, checkFound, checkRejects } from '../check.ts'
import { applicationInput, hour, morning } from '../scenario.ts'

/** One guarantee of the store port with the check of it. */
export interface StoreCase {
  /** Id of the rule in SPEC.md. */
  readonly rule: string
  /** A sentence about what stores do. */
  readonly title: string
  /** `open` gives one more connection to the same data. */
  run(open: () => Promise<EngineStore>): Promise<void>
}

/** What an engine relies on in a store, where the engine suite cannot look. */
export const storeCases: readonly StoreCase[] = [
  {
    rule: 'STO-1',
    title: 'a write whose fence is broken is a conflict and leaves nothing',
    async run(open) {
      const store = await open()
      await store.commit([writeOf('acme-1')])
      const { incarnation } = await load(store, 'acme-1')
      const first = writeOf('acme-1', { fence: { incarnation, revision: 0 }, revision: 1 })
      checkEqual(await store.commit([first]), ['written'], 'the first write')
      const late = { ...first, state: 'waiting', effects: [effectOf('acme-1', 1)] }
      checkEqual(await store.commit([late]), ['conflict'], 'the second write')
      checkEqual(await store.commit([writeOf('acme-1')]), ['conflict'], 'another beginning')
      checkEqual((await load(store, 'acme-1')).state, 'closing', 'the state')
      checkEqual(await store.effects('acme-1'), [], 'the effects')
      checkEqual((await store.history('acme-1')).length, 2, 'the number of entries')
    },
  },
  {
    rule: 'STO-2',
    title: 'a write to an erased lifecycle is a conflict, also when its id has begun again',
    async run(open) {
      const store = await open()
      await store.commit([writeOf('acme-1')])
      const { incarnation } = await load(store, 'acme-1')
      const late = writeOf('acme-1', { fence: { incarnation, revision: 0 }, revision: 1 })
      await store.erase('acme-1')
      checkEqual(await store.commit([late]), ['conflict'], 'the write after the erasure')
      await store.commit([writeOf('acme-1')])
      checkEqual(await store.commit([late]), ['conflict'], 'the write after a new beginning')
      check((await load(store, 'acme-1')).incarnation !== incarnation, 'the incarnations differing')
    },
  },
  {
    rule: 'STO-3',
    title: 'of several writes at once each is judged for itself, and all others are written',
    async run(open) {
      const store = await open()
      await store.commit([writeOf('acme-2')])
      const results = await store.commit([writeOf('acme-1'), writeOf('acme-2'), writeOf('acme-3')])
      checkEqual(results, ['written', 'conflict', 'written'], 'the results')
      checkEqual(await idsOf(store), ['acme-1', 'acme-2', 'acme-3'], 'the ids')
    },
  },
  {
    rule: 'STO-4',
    title: 'writes of which one cannot be stored leave nothing at all',
    async run(open) {
      const store = await open()
      const { machine } = snapshot
      const bad = { ...snapshot, machine: { ...machine, value: { closing: 7n } } }
      await checkRejects(
        store.commit([writeOf('acme-1'), writeOf('acme-2', { snapshot: bad })]),
        'write-refused',
      )
      checkEqual(await idsOf(store), [], 'the ids')
      checkEqual(await store.history('acme-1'), [], 'the history')
    },
  },
  {
    rule: 'STO-5',
    title:
      'what is due comes the earliest first, as many as wanted, and stays due until it is written',
    async run(open) {
      const store = await open()
      const wakes = [5, 1, 4, 2, 3]
      await store.commit(wakes.map((wakeAt) => writeOf(`acme-${wakeAt}`, { wakeAt })))
      await store.commit([writeOf('acme-0', { wakeAt: null })])
      const due = async (now: number, limit: number): Promise<readonly string[]> =>
        (await store.due(now, limit)).map(({ applicationId }) => applicationId)
      checkEqual(await due(0, 10), [], 'what is due before all')
      checkEqual(await due(3, 10), ['acme-1', 'acme-2', 'acme-3'], 'what is due at 3')
      checkEqual(await due(5, 2), ['acme-1', 'acme-2'], 'the first two')
      checkEqual(await due(5, 2), ['acme-1', 'acme-2'], 'the first two again')
      checkEqual(await store.nextWake(), 1, 'the next wake-up')
      const { incarnation } = await load(store, 'acme-1')
      const fence = { incarnation, revision: 0 }
      await store.commit([writeOf('acme-1', { fence, revision: 1, wakeAt: 9 })])
      checkEqual(await due(5, 2), ['acme-2', 'acme-3'], 'the first two after a write')
      checkEqual(await store.nextWake(), 2, 'the next wake-up after a write')
    },
  },
  {
    rule: 'STO-6',
    title: 'an effect that was claimed is due again when the claim ends, with one attempt more',
    async run(open) {
      const [one, other] = [await open(), await open()]
      const effects = [effectOf('acme-1', 0), effectOf('acme-1', 1), effectOf('acme-1', 2)]
      await one.commit([writeOf('acme-1', { effects })])
      const at = instantMs(morning)
      const claim = async (store: EngineStore, now: number): Promise<readonly string[]> =>
        (await store.claim(now, now + hour, 2)).map(
          ({ effect, attempts }) => `${effect.key} ${attempts}`,
        )
      checkEqual(await claim(one, at - 1), [], 'the claim before')
      checkEqual(await claim(one, at), ['acme-1/0/0 1', 'acme-1/0/1 1'], 'the first claim')
      checkEqual(await claim(other, at), ['acme-1/0/2 1'], 'the claim of another')
      checkEqual(await other.nextDelivery(), at + hour, 'the next delivery')
      await one.settle([{ type: 'delivered', key: 'acme-1/0/0' }])
      checkEqual(
        await claim(other, at + hour),
        ['acme-1/0/1 2', 'acme-1/0/2 2'],
        'the claim after it ended',
      )
    },
  },
  {
    rule: 'STO-7',
    title: 'what becomes of an erased effect is passed over',
    async run(open) {
      const store = await open()
      await store.commit([writeOf('acme-1', { effects: [effectOf('acme-1', 0)] })])
      await store.claim(instantMs(morning), instantMs(morning) + hour, 9)
      await store.erase('acme-1')
      const ended = { key: 'acme-1/0/0', attempts: 1, performedBy: [], at: 0, error: 'late' }
      await store.settle([
        { type: 'postponed', ...ended },
        { type: 'died', ...ended },
        { type: 'delivered', key: ended.key },
      ])
      checkEqual(await store.nextDelivery(), null, 'the next delivery')
      checkEqual(await store.deadLetters(null, 9), [], 'the dead letters')
    },
  },
]

const snapshot = createLifecycle().start(applicationInput('acme-1')).snapshot

function writeOf(applicationId: string, fields: Partial<StoreWrite> = {}): StoreWrite {
  const revision = fields.revision ?? 0
  const instants = { at: morning, recordedAt: morning }
  return {
    applicationId,
    fence: null,
    snapshot: { ...snapshot, applicationId, revision },
    revision,
    state: 'closing',
    at: instantMs(morning),
    wakeAt: null,
    entries: [{ type: 'began', revision, ...instants, input: applicationInput(applicationId) }],
    effects: [],
    ...fields,
  }
}

function effectOf(applicationId: string, index: number): Effect {
  const key = `${applicationId}/0/${index}`
  return { type: 'application.close', outcome: 'hired', key, applicationId, at: morning }
}

async function load(store: EngineStore, applicationId: string): Promise<StoredLifecycle> {
  return checkFound(await store.load(applicationId), `the row of ${applicationId}`)
}

async function idsOf(store: EngineStore): Promise<readonly string[]> {
  const all = { after: null, limit: 99, state: null, exceptState: null, changedSince: null }
  return (await store.list(all)).map(({ applicationId }) => applicationId)
}
