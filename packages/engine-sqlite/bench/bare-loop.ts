import { DatabaseSync } from 'node:sqlite'

/** The least that a durable event can cost: the same bytes by hand-written statements, no core. */
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
    CREATE TABLE row (id TEXT PRIMARY KEY, revision INTEGER NOT NULL, snapshot BLOB NOT NULL) STRICT;
    CREATE TABLE event (id TEXT, revision INTEGER, entry TEXT, PRIMARY KEY (id, revision)) STRICT, WITHOUT ROWID;
  `)
  const insert = db.prepare('INSERT INTO row VALUES (?, 0, ?)')
  const load = db.prepare('SELECT revision, snapshot FROM row WHERE id = ?')
  const update = db.prepare('UPDATE row SET revision = ?, snapshot = ? WHERE id = ?')
  const append = db.prepare('INSERT INTO event VALUES (?, ?, ?)')
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
      const revision = Number(row?.['revision']) + 1
      update.run(revision, row?.['snapshot'] ?? null, id)
      append.run(id, revision, entry)
      db.exec('COMMIT')
    },
    close: () => db.close(),
  }
}
