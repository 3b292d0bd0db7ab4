import { DatabaseSync } from 'node:sqlite'

/**
 * The least that a durable event can cost: the same bytes in the same places by hand-written
 * statements, no core.
 */
export interface BareLoop {
  seed(count: number, idOf: (number: number) => string, snapshot: Uint8Array): void
  /** Loads a row, writes it again, and adds an event row, in one transaction. */
  write(id: string, entry: string): void
  close(): void
}

/** Opens a database of its own with the settings of the engine. */
export function openBareLoop(file: string): BareLoop {
  const db = new DatabaseSync(file)
  db.exec(`
    PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA fullfsync = ON;
    PRAGMA wal_autocheckpoint = 4000;
    CREATE TABLE row (
      number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, revision INTEGER NOT NULL,
      snapshot BLOB NOT NULL, last_entry INTEGER
    ) STRICT;
    CREATE TABLE entry (
      number INTEGER PRIMARY KEY, row INTEGER NOT NULL, revision INTEGER NOT NULL, previous INTEGER,
      entry TEXT NOT NULL
    ) STRICT;
  `)
  const insert = db.prepare('INSERT INTO row (id, revision, snapshot) VALUES (?, 0, ?)')
  const load = db.prepare('SELECT * FROM row WHERE id = ?')
  const update = db.prepare(
    'UPDATE row SET revision = ?, snapshot = ?, last_entry = ? WHERE number = ?',
  )
  const append = db.prepare(
    'INSERT INTO entry (row, revision, previous, entry) VALUES (?, ?, ?, ?)',
  )
  return {
    seed(count, idOf, snapshot) {
      for (let from = 0; from < count; from += 1000) {
        db.exec('BEGIN')
        for (let number = from; number < Math.min(from + 1000, count); number += 1) {
          insert.run(idOf(number), snapshot)
        }
        db.exec('COMMIT')
      }
    },
    write(id, entry) {
      db.exec('BEGIN IMMEDIATE')
      const row = load.get(id)
      if (row === undefined) throw new Error(`there is no row ${id}`)
      const { number = null, snapshot = null, last_entry: last = null } = row
      const revision = Number(row['revision']) + 1
      const added = append.run(number, revision, last, entry)
      update.run(revision, snapshot, added.lastInsertRowid, number)
      db.exec('COMMIT')
    },
    close: () => db.close(),
  }
}
