import { closeSync, existsSync, openSync, readSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { sqliteError } from './error-table.ts'
import { APPLICATION_ID, schemaSteps } from './schema.ts'
import { explained } from './sqlite-result.ts'

/** A database file that is open. */
export interface Database {
  /** Absolute path. */
  readonly file: string
  readonly connection: DatabaseSync
  /** Runs `work` in one transaction that no other writer can come between; all or nothing. */
  readonly transaction: <Result>(work: () => Result) => Result
}

/** How a database file is opened. */
export interface DatabaseOptions {
  /** Path, or `file:` URL. The folder must exist; the file is made when it does not. */
  readonly file: string | URL
  /** The file may not grow beyond it, in bytes; a change that would is refused. Default: no bound. */
  readonly maxBytes?: number
  /**
   * How long to wait for another process that is writing, in ms; the event loop waits too. A write
   * of another engine takes a few ms. Default 5,000.
   */
  readonly busyTimeout?: number
}

/**
 * Opens a file of this engine, or makes one. Throws with a clear error, and leaves the file
 * untouched, when it is something else, or comes from a newer version.
 */
export function openDatabase(options: DatabaseOptions): Database {
  const file = pathOf(options.file)
  requireOurs(file)
  try {
    return opened(file, options)
  } catch (thrown) {
    throw explained(file, thrown)
  }
}

function opened(file: string, { maxBytes, busyTimeout = 5000 }: DatabaseOptions): Database {
  const connection = new DatabaseSync(file)
  try {
    const database = { file, connection, transaction: createTransaction(file, connection) }
    connection.exec(`PRAGMA busy_timeout = ${Math.floor(busyTimeout)}`)
    configure(connection, file)
    migrate(database)
    if (maxBytes !== undefined) limitSize(connection, maxBytes)
    return database
  } catch (thrown) {
    connection.close()
    throw thrown
  }
}

/**
 * `application_id` comes first, while the file is in rollback mode: so it is in the header of the
 * file itself whenever the file is not empty. `synchronous=FULL` syncs the log at each commit,
 * `fullfsync` makes that reach the medium on macOS, `secure_delete` overwrites what is erased. The
 * cache holds 16 MiB, which is the inner pages of millions of lifecycles. The log is copied into the
 * file when it has 4,000 pages, 16 MiB, instead of SQLite's 1,000: the event that has to wait for it
 * is one in about two thousand.
 */
function configure(connection: DatabaseSync, file: string): void {
  requireKnownSchema(connection, file)
  if (pragma(connection, 'application_id') === 0) {
    connection.exec(`PRAGMA application_id = ${APPLICATION_ID}`)
  }
  connection.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA fullfsync = ON;
    PRAGMA checkpoint_fullfsync = ON;
    PRAGMA secure_delete = ON;
    PRAGMA foreign_keys = ON;
    PRAGMA journal_size_limit = 67108864;
    PRAGMA wal_autocheckpoint = 4000;
    PRAGMA cache_size = -16384;
  `)
}

/** Another process may migrate at the same time: whoever comes second finds the work done. */
function migrate({ connection, transaction, file }: Database): void {
  if (pragma(connection, 'user_version') === schemaSteps.length) return
  transaction(() => {
    requireKnownSchema(connection, file)
    const done = pragma(connection, 'user_version')
    for (const step of schemaSteps.slice(done)) connection.exec(step)
    connection.exec(`PRAGMA user_version = ${schemaSteps.length}`)
  })
}

function requireKnownSchema(connection: DatabaseSync, file: string): void {
  const schema = pragma(connection, 'user_version')
  const known = schemaSteps.length
  if (schema > known) throw sqliteError('database-newer', { file, schema, known })
}

function limitSize(connection: DatabaseSync, maxBytes: number): void {
  const pages = Math.floor(maxBytes / pragma(connection, 'page_size'))
  connection.exec(`PRAGMA max_page_count = ${Math.max(1, pages)}`)
}

/** The value of a pragma that is a number. */
export function pragma(connection: DatabaseSync, name: string): number {
  const row = connection.prepare(`PRAGMA ${name}`).get()
  return Number(row?.[name])
}

function createTransaction(file: string, connection: DatabaseSync): Database['transaction'] {
  const begin = connection.prepare('BEGIN IMMEDIATE')
  const commit = connection.prepare('COMMIT')
  return (work) => {
    try {
      begin.run()
      const result = work()
      commit.run()
      return result
    } catch (thrown) {
      rollBack(connection)
      throw explained(file, thrown)
    }
  }
}

function rollBack(connection: DatabaseSync): void {
  try {
    connection.exec('ROLLBACK')
  } catch {
    // SQLite has rolled back by itself, as it does when the disk is full.
  }
}

function pathOf(file: string | URL): string {
  if (file instanceof URL) return fileURLToPath(file)
  if (typeof file !== 'string' || file === '' || file === ':memory:') {
    throw sqliteError('file-malformed', { file })
  }
  return resolve(file)
}

/** Looks at the header alone, so that a file of somebody else is not even opened by SQLite. */
function requireOurs(file: string): void {
  const folder = dirname(file)
  if (!existsSync(folder)) throw sqliteError('folder-missing', { file, folder })
  const header = readHeader(file)
  if (header.length === 0) return
  if (header.toString('latin1', 0, 16) !== 'SQLite format 3\0' || header.length < 100) {
    throw sqliteError('file-not-a-database', { file })
  }
  const applicationId = header.readUInt32BE(68)
  if (applicationId !== APPLICATION_ID)
    throw sqliteError('database-foreign', { file, applicationId })
}

/** The first 100 bytes, as in sqlite.org/fileformat.html; none when there is no file yet. */
function readHeader(file: string): Buffer {
  if (!existsSync(file)) return Buffer.alloc(0)
  try {
    const handle = openSync(file, 'r')
    try {
      const header = Buffer.alloc(100)
      return header.subarray(0, readSync(handle, header, 0, 100, 0))
    } finally {
      closeSync(handle)
    }
  } catch (thrown) {
    const message = thrown instanceof Error ? thrown.message : String(thrown)
    throw sqliteError('database-not-writable', { file, message }, thrown)
  }
}
