import type {
  EngineStore,
  StoredLifecycle,
  StoreQuery,
  StoreWrite,
  WriteResult,
} from './engine-store.ts'
import { writeRefused } from './error-table.ts'
import type { Failure } from './failure.ts'
import type { HistoryEntry } from './history-entry.ts'
import { createMemoryOutbox } from './memory-outbox.ts'
import { createWakeQueue } from './wake-queue.ts'

interface Row extends Omit<StoredLifecycle, 'snapshot'> {
  /** JSON, so that nobody can change what is stored. */
  readonly snapshot: string
  readonly history: readonly string[]
}

/** A store in the memory of the process. `close()` keeps what is in it for the next engine. */
export function memoryStore(): EngineStore {
  const rows = new Map<string, Row>()
  const failures = new Map<string, Failure>()
  const outbox = createMemoryOutbox()
  const wakes = createWakeQueue(({ at, applicationId }) => rows.get(applicationId)?.wakeAt === at)
  let sortedIds: readonly string[] | null = null
  let incarnations = 0

  function put(row: Row): void {
    const before = rows.get(row.applicationId)
    if (before === undefined) sortedIds = null
    rows.set(row.applicationId, row)
    if (row.wakeAt !== null && row.wakeAt !== before?.wakeAt) {
      wakes.add({ at: row.wakeAt, applicationId: row.applicationId })
    }
  }

  function isFenceWhole({ applicationId, fence }: StoreWrite): boolean {
    const row = rows.get(applicationId)
    if (fence === null) return row === undefined
    return row?.incarnation === fence.incarnation && row.revision === fence.revision
  }

  /** All rows are made before the first is put, since making one may throw. */
  function commit(writes: readonly StoreWrite[]): readonly WriteResult[] {
    const after = writes.map((one) => (isFenceWhole(one) ? rowOf(one) : null))
    for (const [index, one] of writes.entries()) {
      const row = after[index]
      if (row == null) continue
      put(row)
      outbox.add(one.effects, one.at)
      failures.delete(one.applicationId)
    }
    return after.map((row) => (row === null ? 'conflict' : 'written'))
  }

  function rowOf(write: StoreWrite): Row {
    const before = rows.get(write.applicationId)
    if (before === undefined) incarnations += 1
    try {
      return rowAfter(before, write, incarnations)
    } catch (thrown) {
      throw writeRefused(write.applicationId, thrown)
    }
  }

  function setWake(applicationId: string, wakeAt: number | null): void {
    const row = rows.get(applicationId)
    if (row !== undefined) put({ ...row, wakeAt })
  }

  function found(applicationIds: readonly string[]): readonly StoredLifecycle[] {
    return applicationIds.flatMap((id) => {
      const row = rows.get(id)
      return row === undefined ? [] : [stored(row)]
    })
  }

  function list(query: StoreQuery): readonly StoredLifecycle[] {
    sortedIds ??= [...rows.keys()].toSorted()
    const wanted: string[] = []
    for (const id of sortedIds) {
      if (wanted.length >= query.limit) break
      const row = rows.get(id)
      if (row !== undefined && matches(row, query)) wanted.push(id)
    }
    return found(wanted)
  }

  function erase(applicationId: string): boolean {
    if (!rows.delete(applicationId)) return false
    sortedIds = null
    failures.delete(applicationId)
    outbox.erase(applicationId)
    return true
  }

  return {
    name: 'memory',
    load: async (id) => found([id])[0],
    commit: async (writes) => commit(writes),
    due: async (now, limit) => found(wakes.due(now, limit).map((wake) => wake.applicationId)),
    nextWake: async () => wakes.earliest()?.at ?? null,
    list: async (query) => list(query),
    history: async (id) =>
      (rows.get(id)?.history ?? []).map((entry) => JSON.parse(entry) as HistoryEntry),
    claim: async (now, until, limit) => outbox.claim(now, until, limit),
    settle: async (results) => outbox.settle(results),
    nextDelivery: async () => outbox.nextDelivery(),
    effects: async (id) => outbox.of(id),
    deadLetters: async (after, limit) => outbox.deadLetters(after, limit),
    revive: async (key, at) => outbox.revive(key, at),
    async fail(failure) {
      if (!rows.has(failure.applicationId)) return
      failures.set(failure.applicationId, failure)
      setWake(failure.applicationId, failure.retryAt === null ? null : Date.parse(failure.retryAt))
    },
    failure: async (id) => failures.get(id),
    failures: async (after, limit) =>
      [...failures.values()]
        .filter(({ applicationId }) => after === null || applicationId > after)
        .toSorted((a, b) => (a.applicationId < b.applicationId ? -1 : 1))
        .slice(0, limit),
    async reawaken(id, at) {
      if (!failures.has(id)) return false
      setWake(id, at)
      return true
    },
    erase: async (id) => erase(id),
    count: async (now) => ({
      lifecycles: rows.size,
      overdue: [...rows.values()].filter(({ wakeAt }) => wakeAt !== null && wakeAt <= now).length,
      undelivered: outbox.waiting,
      deadLetters: outbox.dead,
      failures: failures.size,
      facts: {},
    }),
    close: async () => undefined,
  }
}

function rowAfter(before: Row | undefined, write: StoreWrite, incarnation: number): Row {
  const { applicationId, snapshot, revision, state, at, wakeAt, entries } = write
  return {
    applicationId,
    incarnation: before?.incarnation ?? incarnation,
    revision,
    snapshot: JSON.stringify(snapshot),
    state,
    beganAt: before?.beganAt ?? at,
    changedAt: entries.length === 0 && before !== undefined ? before.changedAt : at,
    wakeAt,
    history: [...(before?.history ?? []), ...entries.map((entry) => JSON.stringify(entry))],
  }
}

function stored({ history: _history, snapshot, ...row }: Row): StoredLifecycle {
  return { ...row, snapshot: JSON.parse(snapshot) }
}

function matches(row: Row, { after, state, exceptState, changedSince }: StoreQuery): boolean {
  if (after !== null && row.applicationId <= after) return false
  if (state !== null && !isWithin(row.state, state)) return false
  if (exceptState !== null && isWithin(row.state, exceptState)) return false
  return changedSince === null || row.changedAt >= changedSince
}

function isWithin(path: string, state: string): boolean {
  return path === state || path.startsWith(`${state}.`)
}
