import type { Tables } from './database.ts'
import { deleteEffects } from './effect-rows.ts'
import { deleteFailure } from './failure-rows.ts'
import { deleteEntries } from './history-rows.ts'
import { findRow } from './lifecycle-rows.ts'
import { answerOf } from './request.ts'

/** Deletes every row of an application; `false` when there is none. */
export async function eraseRows(tables: Tables, applicationId: string): Promise<boolean> {
  const row = await findRow(tables, applicationId)
  if (row === undefined) return false
  const { number } = row
  await deleteEffects(tables, number)
  await deleteEntries(tables, number)
  await deleteFailure(tables, number)
  await answerOf(tables.lifecycles.delete(number))
  return true
}
