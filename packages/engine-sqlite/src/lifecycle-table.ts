import type { DatabaseSync } from 'node:sqlite'
import type { StoredLifecycle, StoreQuery, StoreWrite } from '@afterview/engine'
import { packText, unpackText } from './packed-text.ts'

/** Statements on the lifecycles. Those that write are called within a transaction. */
export interface LifecycleTable {
  load(applicationId: string): StoredLifecycle | undefined
  due(now: number, limit: number): readonly StoredLifecycle[]
  nextWake(): number | null
  list(query: StoreQuery): readonly StoredLifecycle[]
  /** Adds a row without its history; `undefined` when there is one with its id. */
  begin(write: StoreWrite): WrittenRow | undefined
  /** The row that a write is about; `undefined` when it changed since the write was made ready. */
  find(fence: Fence): WrittenRow | undefined
  replace(row: WrittenRow, write: StoreWrite, lastEntry: number | null): void
  setLastEntry(number: number, lastEntry: number | null): void
  setWake(applicationId: string, wakeAt: number | null): void
  numberOf(applicationId: string): number | undefined
  delete(number: number): void
  count(): number
  countDue(now: number): number
}

type Fence = NonNullable<StoreWrite['fence']>

/** What a row says before it is written again. */
export interface WrittenRow {
  readonly number: number
  /** The number of the last entry of its history. */
  readonly lastEntry: number | null
  readonly state: string
  readonly wakeAt: number | null
}

interface Row {
  readonly number: number
  readonly application_id: string
  readonly revision: number
  readonly wake_at: number | null
  readonly began_at: number
  readonly changed_at: number
  readonly state: string
  readonly snapshot: string
  readonly packed: Uint8Array | null
}

const columns =
  'number, application_id, revision, wake_at, began_at, changed_at, state, snapshot, packed'

/** Prepares the statements. */
export function createLifecycleTable(connection: DatabaseSync): LifecycleTable {
  const load = connection.prepare(`SELECT ${columns} FROM lifecycle WHERE application_id = ?`)
  const due = connection.prepare(
    `SELECT ${columns} FROM lifecycle WHERE wake_at <= ? ORDER BY wake_at LIMIT ?`,
  )
  const nextWake = connection.prepare(
    'SELECT wake_at FROM lifecycle WHERE wake_at IS NOT NULL ORDER BY wake_at LIMIT 1',
  )
  const insert = connection.prepare(
    `INSERT INTO lifecycle (application_id, revision, wake_at, began_at, changed_at, stage, state, snapshot, packed)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (application_id) DO NOTHING`,
  )
  const find = connection.prepare(
    `SELECT number, last_entry AS lastEntry, state, wake_at AS wakeAt FROM lifecycle
     WHERE number = ? AND revision = ?`,
  )
  const update = connection.prepare(
    `UPDATE lifecycle SET revision = ?, changed_at = coalesce(?, changed_at), snapshot = ?, packed = ?,
     last_entry = ? WHERE number = ?`,
  )
  const updateState = connection.prepare(
    'UPDATE lifecycle SET stage = ?, state = ? WHERE number = ?',
  )
  const updateWake = connection.prepare('UPDATE lifecycle SET wake_at = ? WHERE number = ?')
  const setLastEntry = connection.prepare('UPDATE lifecycle SET last_entry = ? WHERE number = ?')
  const setWake = connection.prepare('UPDATE lifecycle SET wake_at = ? WHERE application_id = ?')
  const numberOf = connection.prepare('SELECT number FROM lifecycle WHERE application_id = ?')
  const remove = connection.prepare('DELETE FROM lifecycle WHERE number = ?')
  const count = connection.prepare('SELECT count(*) AS count FROM lifecycle')
  const countDue = connection.prepare('SELECT count(*) AS count FROM lifecycle WHERE wake_at <= ?')
  const lists = createListStatements(connection)

  function begin(write: StoreWrite): WrittenRow | undefined {
    const { applicationId, revision, wakeAt, at, state } = write
    const { text, packed } = packText(JSON.stringify(write.snapshot))
    const stage = stageOf(state)
    const result = insert.run(applicationId, revision, wakeAt, at, at, stage, state, text, packed)
    if (result.changes === 0) return undefined
    return { number: Number(result.lastInsertRowid), lastEntry: null, state, wakeAt }
  }

  /** Columns that have an index are written only when they change. */
  function replace(row: WrittenRow, write: StoreWrite, lastEntry: number | null): void {
    const { number } = row
    const { revision, state, wakeAt, snapshot } = write
    const changedAt = write.entries.length === 0 ? null : write.at
    const { text, packed } = packText(JSON.stringify(snapshot))
    update.run(revision, changedAt, text, packed, lastEntry, number)
    if (state !== row.state) updateState.run(stageOf(state), state, number)
    if (wakeAt !== row.wakeAt) updateWake.run(wakeAt, number)
  }

  return {
    load(applicationId) {
      const row = load.get(applicationId)
      return row && storedRow(row)
    },
    due: (now, limit) => due.all(now, limit).map(storedRow),
    nextWake: () => (nextWake.get() as Pick<Row, 'wake_at'> | undefined)?.wake_at ?? null,
    list: (query) => lists(query).map(storedRow),
    begin,
    find: ({ incarnation, revision }) => find.get(incarnation, revision) as WrittenRow | undefined,
    replace,
    setLastEntry: (number, lastEntry) => void setLastEntry.run(lastEntry, number),
    setWake: (applicationId, wakeAt) => void setWake.run(wakeAt, applicationId),
    numberOf: (id) => (numberOf.get(id) as Pick<Row, 'number'> | undefined)?.number,
    delete: (number) => void remove.run(number),
    count: () => Number(count.get()?.['count']),
    countDue: (now) => Number(countDue.get(now)?.['count']),
  }
}

/** The top-level state of a path. */
function stageOf(state: string): string {
  return state.split('.', 1)[0] ?? state
}

type Found = ReturnType<ReturnType<DatabaseSync['prepare']>['all']>

/** One statement for each combination of filters, so that each can use its index. */
function createListStatements(connection: DatabaseSync): (query: StoreQuery) => Found {
  const statements = new Map<string, ReturnType<DatabaseSync['prepare']>>()
  return (query) => {
    const conditions = listConditions(query)
    const where = conditions.map(({ sql }) => sql).join(' AND ')
    const sql = `SELECT ${columns} FROM lifecycle WHERE ${where} ORDER BY application_id LIMIT ?`
    const statement = statements.get(sql) ?? connection.prepare(sql)
    statements.set(sql, statement)
    return statement.all(...conditions.map(({ value }) => value), query.limit)
  }
}

interface Condition {
  readonly sql: string
  readonly value: string | number
}

function listConditions(query: StoreQuery): readonly Condition[] {
  const { after, state, exceptState, changedSince } = query
  const conditions: Condition[] = [{ sql: 'application_id > ?', value: after ?? '' }]
  if (state !== null) conditions.push({ sql: `${levelOf(state)} = ?`, value: state })
  if (exceptState !== null) {
    conditions.push({ sql: `${levelOf(exceptState)} <> ?`, value: exceptState })
  }
  if (changedSince !== null) conditions.push({ sql: 'changed_at >= ?', value: changedSince })
  return conditions
}

function levelOf(state: string): 'stage' | 'state' {
  return state.includes('.') ? 'state' : 'stage'
}

function storedRow(found: unknown): StoredLifecycle {
  const row = found as Row
  return {
    applicationId: row.application_id,
    incarnation: row.number,
    revision: row.revision,
    snapshot: parsed(row),
    state: row.state,
    beganAt: row.began_at,
    changedAt: row.changed_at,
    wakeAt: row.wake_at,
  }
}

/** A snapshot that is no JSON any more is handed on as what is there, for the core to refuse. */
function parsed({ snapshot, packed }: Row): unknown {
  try {
    return JSON.parse(unpackText({ text: snapshot, packed }))
  } catch {
    return snapshot
  }
}
