import type { Effect } from '@afterview/core'
import type { DeadLetter, DeliveryResult, OutboxRow, StoredEffect } from '@afterview/engine'
import { instantFromMs } from '@afterview/time'
import type { Tables } from './database.ts'
import { untilInstant } from './lifecycle-rows.ts'
import { answerOf } from './request.ts'

/** An effect as it lies in the database. */
export interface EffectRow {
  readonly number: number
  readonly lifecycle: number
  readonly key: string
  /** JSON. */
  readonly effect: string
  readonly attempts: number
  readonly performedBy: readonly string[]
  /** While it waits. */
  readonly dueAt?: number
  /** Its key once more, when it is dead. */
  readonly deadKey?: string
  readonly diedAt?: number
  readonly error?: string
}

/** A row that has no number yet. */
export type NewEffectRow = Omit<EffectRow, 'number' | 'lifecycle'>

/** Rows of effects that are due at `dueAt`. Throws what JSON cannot hold. */
export function effectRows(effects: readonly Effect[], dueAt: number): readonly NewEffectRow[] {
  return effects.map((effect) => ({
    key: effect.key,
    effect: JSON.stringify(effect),
    attempts: 0,
    performedBy: [],
    dueAt,
  }))
}

/** Adds effects of a lifecycle, in their order. */
export async function addEffects(
  { effects }: Tables,
  lifecycle: number,
  rows: readonly NewEffectRow[],
): Promise<void> {
  await Promise.all(rows.map((row) => answerOf(effects.add({ lifecycle, ...row }))))
}

/** When the next effect is due, or `null`. */
export async function earliestDelivery({ effects }: Tables): Promise<number | null> {
  const first = await answerOf(effects.index('due').openKeyCursor())
  return Array.isArray(first?.key) ? Number(first.key[0]) : null
}

/** Takes effects that are due: counts an attempt for each, and makes them due again at `until`. */
export async function claimEffects(
  tables: Tables,
  now: number,
  until: number,
  limit: number,
): Promise<readonly OutboxRow[]> {
  const due: readonly EffectRow[] = await answerOf(
    tables.effects.index('due').getAll(untilInstant(now), limit),
  )
  const claimed = due.map((row) => ({ ...row, attempts: row.attempts + 1, dueAt: until }))
  await Promise.all(claimed.map((row) => putEffect(tables, row)))
  return claimed.map(outboxRow)
}

/** Writes down what became of a claimed effect; one that was erased, or is dead, is passed over. */
export async function settleEffect(tables: Tables, result: DeliveryResult): Promise<void> {
  const row = await findEffect(tables, result.key)
  if (row === undefined) return
  if (result.type === 'delivered') await answerOf(tables.effects.delete(row.number))
  else if (row.deadKey === undefined) await putEffect(tables, rowAfter(row, result))
}

type Undelivered = Exclude<DeliveryResult, { readonly type: 'delivered' }>

function rowAfter(row: EffectRow, { type, performedBy, at, error }: Undelivered): EffectRow {
  if (type === 'postponed') return { ...row, performedBy, dueAt: at }
  const { dueAt: _dueAt, ...rest } = row
  return { ...rest, performedBy, deadKey: row.key, diedAt: at, error }
}

/** What has not been delivered of a lifecycle, in the order of its writing. */
export async function effectsOf(
  tables: Tables,
  lifecycle: number,
): Promise<readonly StoredEffect[]> {
  return (await allEffectRows(tables, lifecycle)).map(storedEffect)
}

/** The rows of what has not been delivered of a lifecycle, in the order of their writing. */
export function allEffectRows(
  { effects }: Tables,
  lifecycle: number,
): Promise<readonly EffectRow[]> {
  return answerOf(effects.index('lifecycle').getAll(lifecycle))
}

/** Dead letters with a key after `after`, in the order of the keys. */
export async function listDeadLetters(
  { effects }: Tables,
  after: string | null,
  limit: number,
): Promise<readonly DeadLetter[]> {
  const range = after === null ? null : IDBKeyRange.lowerBound(after, true)
  const rows: readonly EffectRow[] = await answerOf(effects.index('dead').getAll(range, limit))
  return rows.map(deadLetter)
}

/** Makes a dead letter an effect without attempts, due at `at`; `false` when there is none. */
export async function reviveEffect(tables: Tables, key: string, at: number): Promise<boolean> {
  const row = await findEffect(tables, key)
  if (row?.deadKey === undefined) return false
  const { deadKey: _deadKey, diedAt: _diedAt, error: _error, ...rest } = row
  await putEffect(tables, { ...rest, attempts: 0, dueAt: at })
  return true
}

/** Deletes what has not been delivered of a lifecycle. */
export async function deleteEffects({ effects }: Tables, lifecycle: number): Promise<void> {
  const numbers = await answerOf(effects.index('lifecycle').getAllKeys(lifecycle))
  await Promise.all(numbers.map((number) => answerOf(effects.delete(number))))
}

/** How many effects there are, and how many of them are dead. */
export async function countEffects({
  effects,
}: Tables): Promise<{ readonly undelivered: number; readonly deadLetters: number }> {
  const [undelivered, deadLetters] = await Promise.all([
    answerOf(effects.index('due').count()),
    answerOf(effects.index('dead').count()),
  ])
  return { undelivered, deadLetters }
}

function findEffect({ effects }: Tables, key: string): Promise<EffectRow | undefined> {
  return answerOf<EffectRow | undefined>(effects.index('key').get(key))
}

async function putEffect({ effects }: Tables, row: EffectRow): Promise<void> {
  await answerOf(effects.put(row))
}

function outboxRow({ effect: text, attempts, performedBy }: EffectRow): OutboxRow {
  const effect = JSON.parse(text) as Effect
  return { applicationId: effect.applicationId, effect, attempts, performedBy }
}

function storedEffect({ effect, attempts, deadKey }: EffectRow): StoredEffect {
  const status = deadKey === undefined ? 'waiting' : 'dead'
  return { effect: JSON.parse(effect) as Effect, status, attempts }
}

function deadLetter({ effect, attempts, diedAt, error }: EffectRow): DeadLetter {
  return {
    effect: JSON.parse(effect) as Effect,
    attempts,
    diedAt: instantFromMs(diedAt ?? 0),
    error: error ?? '',
  }
}
