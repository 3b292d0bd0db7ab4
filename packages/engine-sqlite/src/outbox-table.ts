import type { DatabaseSync } from 'node:sqlite'
import type { Effect } from '@afterview/core'
import type { DeadLetter, DeliveryResult, OutboxRow, StoredEffect } from '@afterview/engine'
import { instantFromMs } from '@afterview/time'

/** Statements on the effects that have not been delivered. Those that write are called within a transaction. */
export interface OutboxTable {
  add(lifecycle: number, effects: readonly Effect[], dueAt: number): void
  hasDue(now: number): boolean
  claim(now: number, until: number, limit: number): readonly OutboxRow[]
  settle(result: DeliveryResult): void
  nextDelivery(): number | null
  of(applicationId: string): readonly StoredEffect[]
  deadLetters(after: string | null, limit: number): readonly DeadLetter[]
  revive(key: string, at: number): boolean
  deleteOf(lifecycle: number): void
  count(): { readonly undelivered: number; readonly deadLetters: number }
}

interface Row {
  readonly number: number
  readonly effect: string
  readonly attempts: number
  readonly performed_by: string
  readonly died_at: number | null
  readonly error: string | null
}

const columns = 'outbox.number, effect, attempts, performed_by, died_at, error'

/** Prepares the statements. */
export function createOutboxTable(connection: DatabaseSync): OutboxTable {
  const insert = connection.prepare(
    'INSERT INTO outbox (lifecycle, key, effect, due_at) VALUES (?, ?, ?, ?)',
  )
  const next = connection.prepare(
    'SELECT due_at FROM outbox WHERE died_at IS NULL ORDER BY due_at LIMIT 1',
  )
  const due = connection.prepare(
    `SELECT ${columns} FROM outbox WHERE died_at IS NULL AND due_at <= ? ORDER BY due_at, number LIMIT ?`,
  )
  const take = connection.prepare(
    'UPDATE outbox SET attempts = attempts + 1, due_at = ? WHERE number = ?',
  )
  const deliver = connection.prepare('DELETE FROM outbox WHERE key = ?')
  const postpone = connection.prepare(
    'UPDATE outbox SET performed_by = ?, due_at = ? WHERE key = ? AND died_at IS NULL',
  )
  const bury = connection.prepare(
    'UPDATE outbox SET performed_by = ?, died_at = ?, error = ? WHERE key = ? AND died_at IS NULL',
  )
  const select = connection.prepare(
    `SELECT ${columns} FROM outbox JOIN lifecycle ON lifecycle.number = outbox.lifecycle
     WHERE application_id = ? ORDER BY outbox.number`,
  )
  const dead = connection.prepare(
    `SELECT ${columns} FROM outbox WHERE died_at IS NOT NULL AND key > ? ORDER BY key LIMIT ?`,
  )
  const revive = connection.prepare(
    `UPDATE outbox SET died_at = NULL, error = NULL, attempts = 0, due_at = ?
     WHERE key = ? AND died_at IS NOT NULL`,
  )
  const remove = connection.prepare('DELETE FROM outbox WHERE lifecycle = ?')
  const count = connection.prepare(
    'SELECT count(*) - count(died_at) AS undelivered, count(died_at) AS dead FROM outbox',
  )

  function nextDelivery(): number | null {
    const row = next.get() as { readonly due_at: number } | undefined
    return row?.due_at ?? null
  }

  return {
    add(lifecycle, effects, dueAt) {
      for (const effect of effects) {
        insert.run(lifecycle, effect.key, JSON.stringify(effect), dueAt)
      }
    },
    hasDue(now) {
      const earliest = nextDelivery()
      return earliest !== null && earliest <= now
    },
    claim(now, until, limit) {
      const rows = due.all(now, limit).map((row: unknown) => row as Row)
      for (const { number } of rows) take.run(until, number)
      return rows.map(outboxRow)
    },
    settle(result) {
      if (result.type === 'delivered') {
        deliver.run(result.key)
        return
      }
      const { key, at, error } = result
      const performedBy = JSON.stringify(result.performedBy)
      if (result.type === 'died') bury.run(performedBy, at, error, key)
      else postpone.run(performedBy, at, key)
    },
    nextDelivery,
    of: (applicationId) => select.all(applicationId).map(storedEffect),
    deadLetters: (after, limit) => dead.all(after ?? '', limit).map(deadLetter),
    revive: (key, at) => revive.run(at, key).changes > 0,
    deleteOf: (lifecycle) => void remove.run(lifecycle),
    count() {
      const row = count.get()
      return { undelivered: Number(row?.['undelivered']), deadLetters: Number(row?.['dead']) }
    },
  }
}

/** The claim that read it counts as an attempt. */
function outboxRow(row: Row): OutboxRow {
  const effect = JSON.parse(row.effect) as Effect
  const performedBy = JSON.parse(row.performed_by) as readonly string[]
  const { applicationId } = effect
  return { applicationId, effect, attempts: row.attempts + 1, performedBy }
}

function storedEffect(row: unknown): StoredEffect {
  const { effect, attempts, died_at: diedAt } = row as Row
  const status = diedAt === null ? 'waiting' : 'dead'
  return { effect: JSON.parse(effect) as Effect, status, attempts }
}

function deadLetter(row: unknown): DeadLetter {
  const { effect, attempts, died_at: diedAt, error } = row as Row
  return {
    effect: JSON.parse(effect) as Effect,
    attempts,
    diedAt: instantFromMs(diedAt ?? 0),
    error: error ?? '',
  }
}
