import type { StoredLifecycle, StoreQuery, StoreWrite } from '@afterview/engine'
import type { Tables } from './database.ts'
import { answerOf } from './request.ts'

/** A lifecycle as it lies in the database. */
export interface LifecycleRow {
  /** Given by the database, which never gives one twice. */
  readonly number: number
  readonly applicationId: string
  readonly revision: number
  readonly beganAt: number
  readonly changedAt: number
  /** Absent when nothing is to wake it, which keeps it out of the index. */
  readonly wakeAt?: number
  /** The top-level state. */
  readonly stage: string
  readonly state: string
  /** JSON. */
  readonly snapshot: string
}

/** A row that has no number yet. */
export type NewLifecycleRow = Omit<LifecycleRow, 'number'>

/** The row of an application, or `undefined`. */
export function findRow(
  { lifecycles }: Tables,
  applicationId: string,
): Promise<LifecycleRow | undefined> {
  return answerOf<LifecycleRow | undefined>(lifecycles.index('application').get(applicationId))
}

/** Adds a row and gives its number. */
export async function addRow({ lifecycles }: Tables, row: NewLifecycleRow): Promise<number> {
  return Number(await answerOf(lifecycles.add(row)))
}

/** Puts a row in the place of the one with its number. */
export async function putRow({ lifecycles }: Tables, row: LifecycleRow): Promise<void> {
  await answerOf(lifecycles.put(row))
}

/** What a write makes of the row before, `undefined` where it begins. */
export function rowAfter(
  before: LifecycleRow | undefined,
  write: StoreWrite,
  snapshot: string,
): NewLifecycleRow {
  const { applicationId, revision, state, at, wakeAt, entries } = write
  return {
    applicationId,
    revision,
    beganAt: before?.beganAt ?? at,
    changedAt: entries.length === 0 && before !== undefined ? before.changedAt : at,
    ...(wakeAt === null ? {} : { wakeAt }),
    stage: stageOf(state),
    state,
    snapshot,
  }
}

/** The top-level state of a path. */
export function stageOf(state: string): string {
  return state.split('.', 1)[0] ?? state
}

/** The row with another wake-up. */
export function rowWokenAt(row: LifecycleRow, at: number | null): LifecycleRow {
  const { wakeAt: _wakeAt, ...rest } = row
  return at === null ? rest : { ...rest, wakeAt: at }
}

/** A row as the engine knows it. */
export function storedOf(row: LifecycleRow): StoredLifecycle {
  const { number, applicationId, revision, beganAt, changedAt, state } = row
  return {
    applicationId,
    incarnation: number,
    revision,
    snapshot: parsed(row.snapshot),
    state,
    beganAt,
    changedAt,
    wakeAt: row.wakeAt ?? null,
  }
}

/** Text that is no JSON is handed on as it is, for the core to refuse. */
function parsed(snapshot: string): unknown {
  try {
    return JSON.parse(snapshot)
  } catch {
    return snapshot
  }
}

/** Rows that are to be woken at or before `now`, the earliest first, then by id. */
export function dueRows(
  { lifecycles }: Tables,
  now: number,
  limit: number,
): Promise<readonly LifecycleRow[]> {
  return answerOf(lifecycles.index('wake').getAll(untilInstant(now), limit))
}

/** Every row, in the order of the ids. */
export function allRows({ lifecycles }: Tables): Promise<readonly LifecycleRow[]> {
  return answerOf(lifecycles.index('application').getAll())
}

/** How many rows are to be woken at or before `now`. */
export function countDueRows({ lifecycles }: Tables, now: number): Promise<number> {
  return answerOf(lifecycles.index('wake').count(untilInstant(now)))
}

/** The earliest wake-up of all, or `null`. */
export async function earliestWake({ lifecycles }: Tables): Promise<number | null> {
  const first = await answerOf(lifecycles.index('wake').openKeyCursor())
  return Array.isArray(first?.key) ? Number(first.key[0]) : null
}

/** Keys that begin with an instant up to `now`, whatever follows: an array is greater than any text or number. */
export function untilInstant(now: number): IDBKeyRange {
  return IDBKeyRange.upperBound([now, []])
}

/** How many rows are read in one go while some of them may not be wanted. */
const chunk = 200

/** The wanted rows in the order of the ids, as of one moment. */
export async function listRows(
  tables: Tables,
  query: StoreQuery,
): Promise<readonly LifecycleRow[]> {
  const wanted: LifecycleRow[] = []
  let { after } = query
  while (wanted.length < query.limit) {
    const found = await rowsAfter(tables, query, after)
    wanted.push(...found.filter((row) => matches(row, query)))
    if (found.length < chunk) break
    after = found.at(-1)?.applicationId ?? null
  }
  return wanted.slice(0, query.limit)
}

/** The next rows, those of one stage where the query names a state. */
function rowsAfter(
  { lifecycles }: Tables,
  { state }: StoreQuery,
  after: string | null,
): Promise<readonly LifecycleRow[]> {
  if (state === null) {
    const range = after === null ? null : IDBKeyRange.lowerBound(after, true)
    return answerOf(lifecycles.index('application').getAll(range, chunk))
  }
  const stage = stageOf(state)
  const range = IDBKeyRange.bound([stage, after ?? ''], [stage, []], true)
  return answerOf(lifecycles.index('stage').getAll(range, chunk))
}

function matches(row: LifecycleRow, { state, exceptState, changedSince }: StoreQuery): boolean {
  if (state !== null && !isWithin(row, state)) return false
  if (exceptState !== null && isWithin(row, exceptState)) return false
  return changedSince === null || row.changedAt >= changedSince
}

function isWithin(row: LifecycleRow, state: string): boolean {
  return row.state === state || row.state.startsWith(`${state}.`)
}
