import {
  type EngineStore,
  type Failure,
  type StoreCounts,
  type StoreWrite,
  type WriteResult,
  writeRefused,
} from '@afterview/engine'
import { instantMs } from '@afterview/time'
import { type Database, type DatabaseOptions, openDatabase, type Tables } from './database.ts'
import {
  addEffects,
  claimEffects,
  countEffects,
  earliestDelivery,
  type NewEffectRow,
  effectRows,
  effectsOf,
  listDeadLetters,
  reviveEffect,
  settleEffect,
} from './effect-rows.ts'
import { eraseRows } from './erase-rows.ts'
import { deleteFailure, findFailure, listFailures, putFailure } from './failure-rows.ts'
import { addEntries, entriesOf, type EntryText, entryTexts } from './history-rows.ts'
import {
  addRow,
  countDueRows,
  dueRows,
  earliestWake,
  findRow,
  type LifecycleRow,
  listRows,
  putRow,
  rowAfter,
  rowWokenAt,
  storedOf,
} from './lifecycle-rows.ts'
import { answerOf } from './request.ts'
import { schemaSteps } from './schema.ts'
import { createTabCompany, type TabCompany } from './tab-company.ts'

/** A store in a database of the browser; see {@link openIndexedDbStore}. */
export interface IndexedDbStore extends EngineStore {
  readonly company: TabCompany
  readonly database: Database
}

/**
 * Opens a store in IndexedDB, for `createStoreEngine`; `indexedDbEngine` does both. Rejects with a
 * clear error when the browser keeps no data for this page.
 */
export async function openIndexedDbStore(options: DatabaseOptions = {}): Promise<IndexedDbStore> {
  const database = await openDatabase(options)
  const company = createTabCompany(database.name)
  const { read, write } = database
  return {
    name: 'indexeddb',
    company,
    database,
    load: (id) =>
      read(async (tables) => {
        const row = await findRow(tables, id)
        return row && storedOf(row)
      }),
    commit: (writes) => commit(database, writes),
    due: (now, limit) => read(async (tables) => (await dueRows(tables, now, limit)).map(storedOf)),
    nextWake: () => read(earliestWake),
    list: (query) => read(async (tables) => (await listRows(tables, query)).map(storedOf)),
    history: (id) => read((tables) => ofRow(tables, id, (row) => entriesOf(tables, row.number))),
    claim: async (now, until, limit) => {
      const earliest = await read(earliestDelivery)
      if (earliest === null || earliest > now) return []
      return write((tables) => claimEffects(tables, now, until, limit))
    },
    settle: (results) =>
      write(async (tables) => {
        for (const result of results) await settleEffect(tables, result)
      }),
    nextDelivery: () => read(earliestDelivery),
    effects: (id) => read((tables) => ofRow(tables, id, (row) => effectsOf(tables, row.number))),
    deadLetters: (after, limit) => read((tables) => listDeadLetters(tables, after, limit)),
    revive: (key, at) => write((tables) => reviveEffect(tables, key, at)),
    fail: (failure) => write((tables) => fail(tables, failure)),
    failure: (id) => read((tables) => findFailure(tables, id)),
    failures: (after, limit) => read((tables) => listFailures(tables, after, limit)),
    reawaken: (id, at) => write((tables) => reawaken(tables, id, at)),
    erase: (id) => write((tables) => eraseRows(tables, id)),
    count: (now) => count(database, now),
    async close() {
      company.close()
      database.close()
    },
  }
}

/** A write whose texts are ready, so that within the transaction nothing can fail but the database. */
interface ReadyWrite {
  readonly write: StoreWrite
  readonly snapshot: string
  readonly entries: readonly EntryText[]
  readonly effects: readonly NewEffectRow[]
}

async function commit(
  database: Database,
  writes: readonly StoreWrite[],
): Promise<readonly WriteResult[]> {
  const ready = writes.map(readyWrite)
  return database.write(async (tables) => {
    const results: WriteResult[] = []
    for (const one of ready) results.push(await writeRows(tables, one))
    return results
  })
}

function readyWrite(write: StoreWrite): ReadyWrite {
  const { applicationId, snapshot, entries, effects, at } = write
  try {
    return {
      write,
      snapshot: JSON.stringify(snapshot),
      entries: entryTexts(entries),
      effects: effectRows(effects, at),
    }
  } catch (thrown) {
    throw writeRefused(applicationId, thrown)
  }
}

async function writeRows(tables: Tables, ready: ReadyWrite): Promise<WriteResult> {
  const { write } = ready
  const before = await findRow(tables, write.applicationId)
  if (!isFenceWhole(before, write)) return 'conflict'
  const row = rowAfter(before, write, ready.snapshot)
  const number = before?.number ?? (await addRow(tables, row))
  if (before !== undefined) await putRow(tables, { ...row, number })
  await addEntries(tables, number, ready.entries)
  await addEffects(tables, number, ready.effects)
  await deleteFailure(tables, number)
  return 'written'
}

function isFenceWhole(row: LifecycleRow | undefined, { fence }: StoreWrite): boolean {
  if (fence === null) return row === undefined
  return row?.number === fence.incarnation && row.revision === fence.revision
}

async function ofRow<Item>(
  tables: Tables,
  applicationId: string,
  items: (row: LifecycleRow) => Promise<readonly Item[]>,
): Promise<readonly Item[]> {
  const row = await findRow(tables, applicationId)
  return row === undefined ? [] : items(row)
}

async function fail(tables: Tables, failure: Failure): Promise<void> {
  const { applicationId, retryAt } = failure
  const row = await findRow(tables, applicationId)
  if (row === undefined) return
  await putFailure(tables, row.number, failure)
  await putRow(tables, rowWokenAt(row, retryAt === null ? null : instantMs(retryAt)))
}

async function reawaken(tables: Tables, applicationId: string, at: number): Promise<boolean> {
  const row = await findRow(tables, applicationId)
  if (row === undefined || (await findFailure(tables, applicationId)) === undefined) return false
  await putRow(tables, rowWokenAt(row, at))
  return true
}

async function count({ read, name }: Database, now: number): Promise<StoreCounts> {
  const counts = await read(async (tables) => ({
    lifecycles: await answerOf(tables.lifecycles.count()),
    overdue: await countDueRows(tables, now),
    ...(await countEffects(tables)),
    failures: await answerOf(tables.failures.count()),
  }))
  return { ...counts, facts: { name, schema: schemaSteps.length, ...(await storageFacts()) } }
}

/** What the browser says of the origin's storage; nothing where it does not. */
async function storageFacts(): Promise<StoreCounts['facts']> {
  const { storage } = globalThis.navigator ?? {}
  if (storage === undefined) return {}
  const { usage = null, quota = null } = await storage.estimate()
  return { usage, quota, persisted: await storage.persisted() }
}
