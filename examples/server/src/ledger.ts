import { DatabaseSync } from 'node:sqlite'

/**
 * Opens the file in which the server keeps what is its own: who may enter, which applications are
 * whose, and which calendars are subscribed to. Tokens are kept as digests only.
 */
export function openLedger(file: string): DatabaseSync {
  const ledger = new DatabaseSync(file)
  ledger.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA busy_timeout = 5000;
    PRAGMA foreign_keys = ON;
    PRAGMA secure_delete = ON;
    CREATE TABLE IF NOT EXISTS owners (
      owner TEXT PRIMARY KEY,
      digest TEXT
    ) STRICT;
    CREATE TABLE IF NOT EXISTS applications (
      applicationId TEXT PRIMARY KEY,
      owner TEXT NOT NULL REFERENCES owners
    ) STRICT;
    CREATE INDEX IF NOT EXISTS applicationsByOwner ON applications (owner, applicationId);
    CREATE TABLE IF NOT EXISTS subscriptions (
      id TEXT PRIMARY KEY,
      owner TEXT NOT NULL REFERENCES owners ON DELETE CASCADE,
      digest TEXT NOT NULL UNIQUE,
      applicationId TEXT REFERENCES applications ON DELETE CASCADE,
      options TEXT NOT NULL
    ) STRICT;
    CREATE INDEX IF NOT EXISTS subscriptionsByOwner ON subscriptions (owner);
  `)
  return ledger
}
