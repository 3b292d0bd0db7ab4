import type { Effect } from '@afterview/core'
import { instantFromMs } from '@afterview/time'
import type { DeadLetter } from './effect-handler.ts'
import type { DeliveryResult, OutboxRow, StoredEffect } from './engine-store.ts'

/** The effects of a memory store that have not been delivered. */
export interface MemoryOutbox {
  add(effects: readonly Effect[], dueAt: number): void
  claim(now: number, until: number, limit: number): readonly OutboxRow[]
  settle(results: readonly DeliveryResult[]): void
  nextDelivery(): number | null
  of(applicationId: string): readonly StoredEffect[]
  deadLetters(after: string | null, limit: number): readonly DeadLetter[]
  revive(key: string, at: number): boolean
  erase(applicationId: string): void
  readonly waiting: number
  readonly dead: number
}

interface Row {
  /** JSON, so that nobody can change what is stored. */
  readonly effect: string
  readonly key: string
  readonly applicationId: string
  attempts: number
  dueAt: number
  performedBy: readonly string[]
  death: { readonly at: number; readonly error: string } | null
}

/** An empty outbox. */
export function createMemoryOutbox(): MemoryOutbox {
  const rows = new Map<string, Row>()
  const waiting = (): Row[] => [...rows.values()].filter(({ death }) => death === null)
  const dead = (): Row[] => [...rows.values()].filter(({ death }) => death !== null)

  return {
    add(effects, dueAt) {
      for (const effect of effects) rows.set(effect.key, newRow(effect, dueAt))
    },
    claim(now, until, limit) {
      const due = waiting().filter(({ dueAt }) => dueAt <= now)
      const taken = due.toSorted((a, b) => a.dueAt - b.dueAt).slice(0, limit)
      for (const row of taken) {
        row.attempts += 1
        row.dueAt = until
      }
      return taken.map(outboxRow)
    },
    settle(results) {
      for (const result of results) settleRow(rows, result)
    },
    nextDelivery: () =>
      waiting().reduce<number | null>((least, { dueAt }) => Math.min(least ?? dueAt, dueAt), null),
    of: (applicationId) =>
      [...rows.values()].filter((row) => row.applicationId === applicationId).map(storedEffect),
    deadLetters: (after, limit) =>
      dead()
        .filter(({ key }) => after === null || key > after)
        .toSorted((a, b) => (a.key < b.key ? -1 : 1))
        .slice(0, limit)
        .map(deadLetter),
    revive(key, at) {
      const row = rows.get(key)
      if (row?.death == null) return false
      rows.set(key, { ...row, attempts: 0, dueAt: at, death: null })
      return true
    },
    erase(applicationId) {
      for (const row of rows.values()) if (row.applicationId === applicationId) rows.delete(row.key)
    },
    get waiting() {
      return waiting().length
    },
    get dead() {
      return dead().length
    },
  }
}

function newRow(effect: Effect, dueAt: number): Row {
  const { key, applicationId } = effect
  const text = JSON.stringify(effect)
  return { effect: text, key, applicationId, attempts: 0, dueAt, performedBy: [], death: null }
}

function settleRow(rows: Map<string, Row>, result: DeliveryResult): void {
  const row = rows.get(result.key)
  if (row === undefined) return
  if (result.type === 'delivered') {
    rows.delete(result.key)
    return
  }
  row.performedBy = result.performedBy
  if (result.type === 'died') row.death = { at: result.at, error: result.error }
  else row.dueAt = result.at
}

function outboxRow({ applicationId, effect, attempts, performedBy }: Row): OutboxRow {
  return { applicationId, effect: JSON.parse(effect) as Effect, attempts, performedBy }
}

function storedEffect({ effect, attempts, death }: Row): StoredEffect {
  const status = death === null ? 'waiting' : 'dead'
  return { effect: JSON.parse(effect) as Effect, status, attempts }
}

function deadLetter({ effect, attempts, death }: Row): DeadLetter {
  const { at, error } = death ?? { at: 0, error: '' }
  return { effect: JSON.parse(effect) as Effect, attempts, diedAt: instantFromMs(at), error }
}
