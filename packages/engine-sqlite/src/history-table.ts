import type { DatabaseSync } from 'node:sqlite'
import type { HistoryEntry } from '@afterview/engine'
import { packText, unpackText } from './packed-text.ts'

/** Statements on the histories. Those that write are called within a transaction. */
export interface HistoryTable {
  /** Adds entries behind the one with the number `previous`, and answers the number of the last. */
  add(lifecycle: number, previous: number | null, entries: readonly HistoryEntry[]): number | null
  of(applicationId: string): readonly HistoryEntry[]
  deleteOf(lifecycle: number): void
}

/**
 * Prepares the statements. All histories are one log, to which entries are only ever appended; each
 * knows the number of the one before it, and the lifecycle that of its last.
 */
export function createHistoryTable(connection: DatabaseSync): HistoryTable {
  const insert = connection.prepare(
    'INSERT INTO entry (lifecycle, revision, previous, entry, packed) VALUES (?, ?, ?, ?, ?)',
  )
  const select = connection.prepare(
    `${chainOf('application_id = ?')} SELECT entry, packed FROM chain ORDER BY revision`,
  )
  const remove = connection.prepare(
    `${chainOf('lifecycle.number = ?')} DELETE FROM entry WHERE number IN (SELECT number FROM chain)`,
  )
  return {
    add(lifecycle, previous, entries) {
      let last = previous
      for (const entry of entries) {
        const { text, packed } = packText(JSON.stringify(entry))
        last = Number(insert.run(lifecycle, entry.revision, last, text, packed).lastInsertRowid)
      }
      return last
    },
    of: (applicationId) => select.all(applicationId).map((row: unknown) => entryOf(row as Row)),
    deleteOf: (lifecycle) => void remove.run(lifecycle),
  }
}

/** The entries of a lifecycle, from the last to the first. A damaged file leads into no circle. */
function chainOf(condition: string): string {
  return `WITH RECURSIVE chain AS (
      SELECT entry.* FROM lifecycle JOIN entry ON entry.number = last_entry WHERE ${condition}
      UNION ALL
      SELECT entry.* FROM chain JOIN entry ON entry.number = chain.previous
        AND entry.revision < chain.revision
    )`
}

interface Row {
  readonly entry: string
  readonly packed: Uint8Array | null
}

function entryOf({ entry, packed }: Row): HistoryEntry {
  return JSON.parse(unpackText({ text: entry, packed })) as HistoryEntry
}
