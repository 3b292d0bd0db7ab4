import type { DatabaseSync, SQLOutputValue } from 'node:sqlite'
import { unpackText } from './packed-text.ts'

/**
 * Everything that is wrong with a database, in words; empty when all is well. It asks SQLite to
 * check every page, then checks what SQLite knows nothing of. It reads the whole file, and keeps the
 * process busy meanwhile.
 */
export function integrityFindings(connection: DatabaseSync): readonly string[] {
  const pages = connection.prepare('PRAGMA integrity_check').all()
  const damage = pages.map((row) => String(row['integrity_check'])).filter((one) => one !== 'ok')
  if (damage.length > 0) return damage
  connection.function('unpacked', { deterministic: true }, unpacked)
  return questions.flatMap(({ sql, finding }) =>
    connection
      .prepare(sql)
      .all()
      .map(({ subject }) => finding(String(subject))),
  )
}

interface Question {
  /** Selects a `subject` for each thing that is wrong. */
  readonly sql: string
  readonly finding: (subject: string) => string
}

const questions: readonly Question[] = [
  {
    sql: 'SELECT "table" AS subject FROM pragma_foreign_key_check',
    finding: (table) => `a row of ${table} belongs to no lifecycle`,
  },
  {
    sql: `SELECT 'entry' AS subject WHERE EXISTS
          (SELECT 1 FROM entry LEFT JOIN lifecycle ON lifecycle.number = lifecycle WHERE application_id IS NULL)`,
    finding: (table) => `a row of ${table} belongs to no lifecycle`,
  },
  {
    sql: `SELECT application_id AS subject FROM lifecycle LEFT JOIN entry ON entry.number = last_entry
          WHERE entry.revision IS NOT lifecycle.revision OR entry.lifecycle IS NOT lifecycle.number`,
    finding: (id) => `the history of ${id} does not end at the revision of its snapshot`,
  },
  {
    sql: `SELECT application_id AS subject FROM lifecycle
          LEFT JOIN (SELECT lifecycle, count(*) AS entries, min(is_linked) AS is_linked
            FROM (SELECT entry.lifecycle,
              CASE entry.revision WHEN 0 THEN entry.previous IS NULL
                ELSE earlier.lifecycle IS entry.lifecycle AND earlier.revision IS entry.revision - 1
              END AS is_linked
              FROM entry LEFT JOIN entry AS earlier ON earlier.number = entry.previous)
            GROUP BY lifecycle) AS history ON history.lifecycle = number
          WHERE entries IS NOT revision + 1 OR NOT is_linked`,
    finding: (id) => `the history of ${id} has a gap`,
  },
  {
    sql: 'SELECT application_id AS subject FROM lifecycle WHERE NOT json_valid(unpacked(snapshot, packed))',
    finding: (id) => `the snapshot of ${id} is no JSON`,
  },
  {
    sql: `SELECT application_id AS subject FROM entry JOIN lifecycle ON lifecycle.number = lifecycle
          WHERE NOT json_valid(unpacked(entry, entry.packed)) GROUP BY lifecycle`,
    finding: (id) => `an entry in the history of ${id} is no JSON`,
  },
]

/** What cannot be unpacked is no JSON. */
function unpacked(text: SQLOutputValue, packed: SQLOutputValue): string {
  try {
    const bytes = packed instanceof Uint8Array ? packed : null
    return unpackText({ text: String(text), packed: bytes })
  } catch {
    return ''
  }
}
