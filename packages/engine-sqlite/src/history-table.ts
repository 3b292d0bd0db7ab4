import type { DatabaseSync } from 'node:sqlite'
import type { HistoryEntry } from '@afterview/engine'
import { packText, unpackText } from './packed-text.ts'

/** Statements on the histories. Those that write are called within a transaction. */
export interface HistoryTable {
  add(lifecycle: number, entries: readonly HistoryEntry[]): void
  of(applicationId: string): readonly HistoryEntry[]
  deleteOf(lifecycle: number): void
}

/** Prepares the statements. */
export function createHistoryTable(connection: DatabaseSync): HistoryTable {
  const insert = connection.prepare(
    'INSERT INTO history (lifecycle, revision, entry, packed) VALUES (?, ?, ?, ?)',
  )
  const select = connection.prepare(
    `SELECT entry, history.packed FROM history JOIN lifecycle ON lifecycle.number = history.lifecycle
     WHERE application_id = ? ORDER BY history.revision`,
  )
  const remove = connection.prepare('DELETE FROM history WHERE lifecycle = ?')
  return {
    add(lifecycle, entries) {
      for (const entry of entries) {
        const { text, packed } = packText(JSON.stringify(entry))
        insert.run(lifecycle, entry.revision, text, packed)
      }
    },
    of: (applicationId) => select.all(applicationId).map((row: unknown) => entryOf(row as Row)),
    deleteOf: (lifecycle) => void remove.run(lifecycle),
  }
}

interface Row {
  readonly entry: string
  readonly packed: Uint8Array | null
}

function entryOf({ entry, packed }: Row): HistoryEntry {
  return JSON.parse(unpackText({ text: entry, packed })) as HistoryEntry
}
