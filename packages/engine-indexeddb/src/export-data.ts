import type { Effect } from '@afterview/core'
import { instantFromMs } from '@afterview/time'
import type { Database, Tables } from './database.ts'
import { allEffectRows, type EffectRow } from './effect-rows.ts'
import { findFailure } from './failure-rows.ts'
import { entriesOf } from './history-rows.ts'
import { allRows, type LifecycleRow, storedOf } from './lifecycle-rows.ts'
import {
  SAVED_DATA_VERSION,
  type SavedApplication,
  type SavedData,
  type SavedEffect,
} from './saved-data.ts'

/** Everything in a database, as of one moment. */
export function exportData(database: Database, exportedAt: string): Promise<SavedData> {
  return database.read(async (tables) => {
    const applications: SavedApplication[] = []
    for (const row of await allRows(tables)) applications.push(await savedApplication(tables, row))
    return { format: 'afterview-data', version: SAVED_DATA_VERSION, exportedAt, applications }
  })
}

async function savedApplication(tables: Tables, row: LifecycleRow): Promise<SavedApplication> {
  const { applicationId, beganAt, changedAt, snapshot } = storedOf(row)
  const [history, effects, failure] = await Promise.all([
    entriesOf(tables, row.number),
    allEffectRows(tables, row.number),
    findFailure(tables, applicationId),
  ])
  return {
    applicationId,
    beganAt: instantFromMs(beganAt),
    changedAt: instantFromMs(changedAt),
    snapshot,
    history,
    effects: effects.map(savedEffect),
    failure: failure ?? null,
  }
}

function savedEffect({
  effect,
  attempts,
  performedBy,
  dueAt,
  diedAt,
  error,
}: EffectRow): SavedEffect {
  return {
    effect: JSON.parse(effect) as Effect,
    attempts,
    performedBy,
    dueAt: dueAt === undefined ? null : instantFromMs(dueAt),
    death: diedAt === undefined ? null : { at: instantFromMs(diedAt), error: error ?? '' },
  }
}
