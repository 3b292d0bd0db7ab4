import type { DatabaseSync } from 'node:sqlite'
import type { HistoryEntry } from '@afterview/engine'

/** Statements on the histories. Those that write are called within a transaction. */
export interface HistoryTable {
  add(lifecycle: number, entries: readonly HistoryEntry[]): void
  of(applicationId: string): readonly HistoryEntry[]
  deleteOf(lifecycle: number): void
}

/** Prepares the statements. */
export function createHistoryTable(connection: DatabaseSync): HistoryTable {
  const insert = connection.prepare(
    'INSERT INTO history (lifecycle, revision, entry) VALUES (?, ?, ?)',
  )
  const select = connection.prepare(
    `SELECT entry FROM history JOIN lifecycle ON lifecycle.number = history.lifecycle
     WHERE application_id = ? ORDER BY history.revision`,
  )
  const remove = connection.prepare('DELETE FROM history WHERE lifecycle = ?')
  return {
    add(lifecycle, entries) {
      for (const entry of entries) insert.run(lifecycle, entry.revision, JSON.stringify(entry))
    },
    of: (applicationId) =>
      select.all(applicationId).map(({ entry }) => JSON.parse(String(entry)) as HistoryEntry),
    deleteOf: (lifecycle) => void remove.run(lifecycle),
  }
}
