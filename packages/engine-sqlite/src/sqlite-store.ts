import { statSync } from 'node:fs'
import {
  type EngineStore,
  type Failure,
  type StoreCounts,
  type StoreWrite,
  writeRefused,
  type WriteResult,
} from '@afterview/engine'
import { instantMs } from '@afterview/time'
import { backUp } from './backup.ts'
import { type Database, type DatabaseOptions, openDatabase, pragma } from './database.ts'
import { type FailureTable, createFailureTable } from './failure-table.ts'
import { createGroupCommit } from './group-commit.ts'
import { type HistoryTable, createHistoryTable } from './history-table.ts'
import { integrityFindings } from './integrity.ts'
import { type LifecycleTable, createLifecycleTable } from './lifecycle-table.ts'
import { type OutboxTable, createOutboxTable } from './outbox-table.ts'
import { explained, isUnstorable } from './sqlite-result.ts'

interface Tables extends Database {
  readonly lifecycles: LifecycleTable
  readonly histories: HistoryTable
  readonly outbox: OutboxTable
  readonly failures: FailureTable
}

/** A store in a database file; see {@link openSqliteStore}. */
export interface SqliteStore extends EngineStore {
  /** See {@link SqliteEngine.backup}. */
  backup(target: string): Promise<void>
  /** See {@link SqliteEngine.checkIntegrity}. */
  checkIntegrity(): Promise<readonly string[]>
}

/**
 * Opens a store in one SQLite file, for {@link createStoreEngine}; `sqliteEngine` does both. Throws
 * with a clear error when the file cannot be used, and leaves a file of others untouched.
 */
export function openSqliteStore(options: DatabaseOptions): SqliteStore {
  const database = openDatabase(options)
  const { connection, file, transaction } = database
  const tables: Tables = {
    ...database,
    lifecycles: createLifecycleTable(connection),
    histories: createHistoryTable(connection),
    outbox: createOutboxTable(connection),
    failures: createFailureTable(connection),
  }
  const { lifecycles, histories, outbox, failures } = tables

  /** A promise of what `work` answers at once, with what SQLite throws explained. */
  async function answer<Result>(work: () => Result): Promise<Result> {
    try {
      return work()
    } catch (thrown) {
      throw explained(file, thrown)
    }
  }

  return {
    name: 'sqlite',
    load: (id) => answer(() => lifecycles.load(id)),
    commit: createGroupCommit((writes) =>
      transaction(() => writes.map((one) => write(tables, one))),
    ),
    due: (now, limit) => answer(() => lifecycles.due(now, limit)),
    nextWake: () => answer(() => lifecycles.nextWake()),
    list: (query) => answer(() => lifecycles.list(query)),
    history: (id) => answer(() => histories.of(id)),
    claim: (now, until, limit) =>
      answer(() => (outbox.hasDue(now) ? transaction(() => outbox.claim(now, until, limit)) : [])),
    settle: (results) =>
      answer(() => transaction(() => results.forEach((one) => outbox.settle(one)))),
    nextDelivery: () => answer(() => outbox.nextDelivery()),
    effects: (id) => answer(() => outbox.of(id)),
    deadLetters: (after, limit) => answer(() => outbox.deadLetters(after, limit)),
    revive: (key, at) => answer(() => outbox.revive(key, at)),
    fail: (failure) => answer(() => transaction(() => fail(tables, failure))),
    failure: (id) => answer(() => failures.get(id)),
    failures: (after, limit) => answer(() => failures.list(after, limit)),
    reawaken: (id, at) => answer(() => transaction(() => reawaken(tables, id, at))),
    erase: (id) => answer(() => erase(tables, id)),
    count: (now) => answer(() => count(tables, now)),
    close: () => answer(() => connection.close()),
    backup: (target) => backUp(database, target),
    checkIntegrity: () => answer(() => integrityFindings(connection)),
  }
}

function write(tables: Tables, one: StoreWrite): WriteResult {
  try {
    return writeRows(tables, one)
  } catch (thrown) {
    throw isUnstorable(thrown) ? writeRefused(one.applicationId, thrown) : thrown
  }
}

function writeRows(tables: Tables, one: StoreWrite): WriteResult {
  const { outbox, failures } = tables
  const number = one.fence === null ? begin(tables, one) : replace(tables, one, one.fence)
  if (number === undefined) return 'conflict'
  outbox.add(number, one.effects, one.at)
  failures.delete(number)
  return 'written'
}

function begin({ lifecycles, histories }: Tables, one: StoreWrite): number | undefined {
  const row = lifecycles.begin(one)
  if (row === undefined) return undefined
  lifecycles.setLastEntry(row.number, histories.add(row.number, null, one.entries))
  return row.number
}

function replace(
  { lifecycles, histories }: Tables,
  one: StoreWrite,
  fence: NonNullable<StoreWrite['fence']>,
): number | undefined {
  const row = lifecycles.find(fence)
  if (row === undefined) return undefined
  const lastEntry = histories.add(row.number, row.lastEntry, one.entries)
  lifecycles.replace(row, one, lastEntry)
  return row.number
}

function fail({ lifecycles, failures }: Tables, failure: Failure): void {
  const { applicationId, retryAt } = failure
  const number = lifecycles.numberOf(applicationId)
  if (number === undefined) return
  failures.put(number, failure)
  lifecycles.setWake(applicationId, retryAt === null ? null : instantMs(retryAt))
}

function reawaken({ lifecycles, failures }: Tables, applicationId: string, at: number): boolean {
  if (failures.get(applicationId) === undefined) return false
  lifecycles.setWake(applicationId, at)
  return true
}

/** The log still holds earlier versions of what was deleted, so it is emptied too. */
function erase(tables: Tables, applicationId: string): boolean {
  const { lifecycles, histories, outbox, failures, connection, transaction } = tables
  const isErased = transaction(() => {
    const number = lifecycles.numberOf(applicationId)
    if (number === undefined) return false
    outbox.deleteOf(number)
    histories.deleteOf(number)
    failures.delete(number)
    lifecycles.delete(number)
    return true
  })
  if (isErased) connection.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  return isErased
}

function count(
  { lifecycles, outbox, failures, connection, file }: Tables,
  now: number,
): StoreCounts {
  return {
    lifecycles: lifecycles.count(),
    overdue: lifecycles.countDue(now),
    ...outbox.count(),
    failures: failures.count(),
    facts: {
      file,
      bytes: pragma(connection, 'page_count') * pragma(connection, 'page_size'),
      walBytes: sizeOf(`${file}-wal`),
      schema: pragma(connection, 'user_version'),
      sqlite: String(connection.prepare('SELECT sqlite_version() AS version').get()?.['version']),
    },
  }
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}
