/**
 * Marks a file as ours, in the header of the database (`PRAGMA application_id`): `AVEW` in ASCII.
 */
export const APPLICATION_ID = 0x41564557

/**
 * Numbered steps of the schema; `PRAGMA user_version` says how many a file has behind it. A released
 * step is never changed. Instants are whole milliseconds since 1970, JSON is text.
 *
 * Columns that have an index are written by statements of their own, and only when they change, so
 * that an event touches as few pages as it can.
 */
export const schemaSteps: readonly string[] = [
  `
  CREATE TABLE lifecycle (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    application_id TEXT NOT NULL UNIQUE,
    revision INTEGER NOT NULL,
    wake_at INTEGER,
    began_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    stage TEXT NOT NULL,
    state TEXT NOT NULL,
    snapshot TEXT NOT NULL
  ) STRICT;
  CREATE INDEX lifecycle_wake ON lifecycle (wake_at) WHERE wake_at IS NOT NULL;
  CREATE INDEX lifecycle_stage ON lifecycle (stage, application_id);

  CREATE TABLE history (
    lifecycle INTEGER NOT NULL REFERENCES lifecycle (number),
    revision INTEGER NOT NULL,
    entry TEXT NOT NULL,
    PRIMARY KEY (lifecycle, revision)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE outbox (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    lifecycle INTEGER NOT NULL REFERENCES lifecycle (number),
    key TEXT NOT NULL UNIQUE,
    effect TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    performed_by TEXT NOT NULL DEFAULT '[]',
    due_at INTEGER NOT NULL,
    died_at INTEGER,
    error TEXT
  ) STRICT;
  CREATE INDEX outbox_due ON outbox (due_at) WHERE died_at IS NULL;
  CREATE INDEX outbox_dead ON outbox (key) WHERE died_at IS NOT NULL;
  CREATE INDEX outbox_lifecycle ON outbox (lifecycle);

  CREATE TABLE failure (
    lifecycle INTEGER PRIMARY KEY REFERENCES lifecycle (number),
    application_id TEXT NOT NULL UNIQUE,
    failure TEXT NOT NULL
  ) STRICT;
  `,
  // Texts are packed from here on: see `packed-text.ts`. What was written before is packed with its next write.
  `
  ALTER TABLE lifecycle ADD COLUMN packed BLOB;
  ALTER TABLE history ADD COLUMN packed BLOB;
  `,
  // Histories become one log, in the order in which entries were written: see `docs/histories-in-one-log.md`.
  `
  CREATE TABLE entry (
    number INTEGER PRIMARY KEY,
    lifecycle INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    previous INTEGER,
    entry TEXT NOT NULL,
    packed BLOB
  ) STRICT;
  INSERT INTO entry
    SELECT number, lifecycle, revision, lag(number) OVER (PARTITION BY lifecycle ORDER BY number), entry, packed
    FROM (SELECT row_number() OVER (ORDER BY lifecycle, revision) AS number, * FROM history)
    ORDER BY number;
  ALTER TABLE lifecycle ADD COLUMN last_entry INTEGER;
  UPDATE lifecycle SET last_entry = last.number
    FROM (SELECT lifecycle, max(number) AS number FROM entry GROUP BY lifecycle) AS last
    WHERE lifecycle.number = last.lifecycle;
  DROP TABLE history;
  `,
]
