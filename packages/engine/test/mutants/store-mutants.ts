import type { EngineStore, HistoryEntry, StoreWrite } from '@afterview/engine'
import { type Mutant, mutant } from './mutant.ts'

/** Engines whose store does not keep its word. */
export const storeMutants: readonly Mutant[] = [
  mutant('writes without a fence', 'REC-6', {
    store: (store) => ({
      async commit(writes) {
        for (const write of writes) await writeOver(store, write)
        return writes.map(() => 'written')
      },
    }),
  }),
  mutant('fires what another engine has fired', 'TIM-10', {
    store: (store) => ({
      async commit(writes) {
        for (const write of writes) if (write.effects.length > 0) await writeOver(store, write)
        return store.commit(writes)
      },
    }),
  }),
  mutant('begins over what is there', 'BEG-4', {
    store: (store) => ({
      async commit(writes) {
        const results = await store.commit(writes)
        for (const { fence, applicationId } of writes) {
          if (fence === null && results.includes('conflict')) await store.erase(applicationId)
        }
        return results.includes('conflict') ? store.commit(writes) : results
      },
    }),
  }),
  mutant('cannot tell the input of what is there', 'BEG-2', {
    store: (store) => ({
      history: async (id) =>
        (await store.history(id)).map((entry) =>
          entry.type === 'began'
            ? { ...entry, input: { ...entry.input, role: 'Gardener' } }
            : entry,
        ),
    }),
  }),
  mutant('keeps nothing of the last write', 'REC-1', {
    store: (store) => {
      const pending: StoreWrite[] = []
      return {
        async commit(writes) {
          await store.commit(pending.splice(0))
          pending.push(...writes)
          return writes.map(() => 'written')
        },
      }
    },
  }),
  mutant('loses an application when it closes', 'DAT-9', {
    store: (store) => ({ close: async () => void (await store.erase('acme-2')) }),
  }),
  mutant('hands its own objects out', 'REC-10', {
    store: (store) => {
      const own = new Map<string, unknown>()
      return {
        async commit(writes) {
          for (const { applicationId, snapshot } of writes) own.set(applicationId, snapshot)
          return store.commit(writes)
        },
        async load(id) {
          const stored = await store.load(id)
          return stored && { ...stored, snapshot: own.get(id) }
        },
      }
    },
  }),
  mutant('writes before it fails', 'FAI-4 CHG-3 EFF-6', {
    store: (store) => ({ commit: (writes) => store.commit(writes) }),
    test: (test) => ({
      open: async (options) => {
        const engine = await test.open(options)
        return {
          ...engine,
          async record(id, event, recordOptions) {
            failing -= 1
            const outcome = await engine.record(id, event, recordOptions)
            if (failing >= 0) throw new Error('the disk is gone')
            return outcome
          },
        }
      },
      failWrites: (count) => {
        failing = count
      },
    }),
  }),
  mutant('writes timers down at the time of the clock', 'TIM-5 REC-9', {
    store: onEntries((entry) =>
      entry.type === 'timer' ? { ...entry, at: entry.recordedAt } : entry,
    ),
  }),
  mutant('leaves timers out of the history', 'DAT-1 TIM-1 TIM-11', {
    store: (store) => ({
      commit: (writes) =>
        store.commit(
          writes.map((write) => ({
            ...write,
            entries: write.entries.filter(({ type }) => type !== 'timer'),
          })),
        ),
    }),
  }),
  mutant('knows no wake-ups after a restart', 'TIM-5 END-1', {
    store: (store) => ({
      nextWake: async () => null,
      due: async () => [],
      load: (id) => store.load(id),
    }),
  }),
  mutant('delivers what another engine is delivering', 'EFF-5', {
    store: (store) => ({ claim: (now, _until, limit) => store.claim(now, now, limit) }),
  }),
  mutant('forgets effects that were taken', 'EFF-9', {
    store: (store) => ({
      claim: (now, _until, limit) => store.claim(now, Number.MAX_SAFE_INTEGER, limit),
    }),
  }),
  mutant('tries effects again at an even pace', 'EFF-2', {
    store: (store) => ({
      settle: (results) =>
        store.settle(
          results.map((one) =>
            one.type === 'postponed' ? { ...one, at: one.at - (one.at % 1000) } : one,
          ),
        ),
      claim: async (now, until, limit) =>
        (await store.claim(now, until, limit)).map((row) => ({ ...row, attempts: 1 })),
    }),
  }),
  mutant('never gives an effect up', 'EFF-3', {
    store: (store) => ({
      settle: (results) =>
        store.settle(
          results.map((one) =>
            one.type === 'died' ? { ...one, type: 'postponed', at: one.at + 1e9 } : one,
          ),
        ),
    }),
  }),
  mutant('forgets who has performed an effect', 'EFF-8', {
    store: (store) => ({
      claim: async (now, until, limit) =>
        (await store.claim(now, until, limit)).map((row) => ({ ...row, performedBy: [] })),
    }),
  }),
  mutant('cannot set a lifecycle aside', 'FAI-1 FAI-5', {
    store: () => ({ fail: () => Promise.reject(new Error('no room')) }),
  }),
  mutant('never clears a failure', 'FAI-2 FAI-3', {
    store: (store) => ({
      async commit(writes) {
        const failures = await store.failures(null, 100)
        const results = await store.commit(writes)
        for (const failure of failures) await store.fail({ ...failure, retryAt: null })
        return results
      },
    }),
  }),
  mutant('never tries a failed lifecycle again', 'FAI-2', {
    store: (store) => ({ fail: (failure) => store.fail({ ...failure, retryAt: null }) }),
  }),
  mutant('takes a page for the last one', 'DAT-2', {
    store: (store) => ({ list: (query) => store.list({ ...query, limit: query.limit - 1 }) }),
  }),
  mutant('lists everything', 'DAT-3', {
    store: (store) => ({
      list: (query) => store.list({ ...query, state: null, exceptState: null, changedSince: null }),
    }),
  }),
  mutant('hides instead of erasing', 'DAT-6 DAT-7', {
    store: (store) => {
      const hidden = new Set<string>()
      return {
        async load(id) {
          return hidden.has(id) ? undefined : store.load(id)
        },
        async erase(id) {
          const isThere = (await store.load(id)) !== undefined && !hidden.has(id)
          hidden.add(id)
          return isThere
        },
      }
    },
  }),
  mutant('does not count effects', 'DIA-1', {
    store: (store) => ({ count: async (now) => ({ ...(await store.count(now)), undelivered: 0 }) }),
  }),
]

let failing = 0

async function writeOver(store: EngineStore, write: StoreWrite): Promise<void> {
  const [result] = await store.commit([write])
  if (result === 'written') return
  const stored = await store.load(write.applicationId)
  if (stored === undefined) return
  const { incarnation, revision } = stored
  await writeOver(store, { ...write, fence: { incarnation, revision } })
}

function onEntries(
  change: (entry: HistoryEntry) => HistoryEntry,
): (store: EngineStore) => Partial<EngineStore> {
  return (store) => ({
    commit: (writes) =>
      store.commit(writes.map((write) => ({ ...write, entries: write.entries.map(change) }))),
  })
}
