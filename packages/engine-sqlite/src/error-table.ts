import { AfterviewError, type ErrorFacts } from '@afterview/time'

type Facts = Pick<ErrorFacts, 'happened' | 'fix'>

/** Every error of the database file: what happened, and the one action that mends it. */
const table = {
  'file-malformed': (d: { file: unknown }): Facts => ({
    happened: `file is ${JSON.stringify(d.file)}, which names no file`,
    fix: 'give the path of a file, or take memoryEngine() to keep nothing',
  }),
  'folder-missing': (d: { file: string; folder: string }): Facts => ({
    happened: `the folder ${d.folder} of ${d.file} does not exist`,
    fix: 'make the folder first',
  }),
  'file-not-a-database': (d: { file: string }): Facts => ({
    happened: `${d.file} is no SQLite database; it was left untouched`,
    fix: 'give the path of a new file, or of one that this engine made',
  }),
  'database-foreign': (d: { file: string; applicationId: number }): Facts => ({
    happened: `${d.file} is the SQLite database of another program (application_id ${d.applicationId}); it was left untouched`,
    fix: 'give the engine a file of its own',
  }),
  'database-newer': (d: { file: string; schema: number; known: number }): Facts => ({
    happened: `${d.file} has schema ${d.schema}, this version knows ${d.known}; it was left untouched`,
    fix: 'update @afterview/engine-sqlite',
  }),
  'database-busy': (d: { file: string }): Facts => ({
    happened: `another process kept ${d.file} locked for longer than busyTimeout`,
    fix: 'close the program that holds it, such as a database browser with an open transaction',
  }),
  'database-not-writable': (d: { file: string; message: string }): Facts => ({
    happened: `${d.file} cannot be opened for writing: ${d.message}`,
    fix: 'give the process the right to write the file and its folder, where two more files come beside it',
  }),
  'disk-full': (d: { file: string }): Facts => ({
    happened: `there is no room left to write ${d.file}; nothing of this change was written`,
    fix: 'free some space, or raise maxBytes, then send it again',
  }),
  'disk-failed': (d: { file: string; message: string }): Facts => ({
    happened: `reading or writing ${d.file} failed: ${d.message}`,
    fix: 'check the disk, then open the file again',
  }),
  'database-corrupt': (d: { file: string; message: string }): Facts => ({
    happened: `${d.file} is damaged: ${d.message}`,
    fix: 'restore a backup; keep the damaged file with its -wal for a rescue with sqlite3 .recover',
  }),
  'database-failed': (d: { file: string; message: string }): Facts => ({
    happened: `SQLite failed on ${d.file}: ${d.message}`,
    fix: 'look at the cause',
  }),
  'backup-exists': (d: { target: string }): Facts => ({
    happened: `there is a file ${d.target} already; it was left untouched`,
    fix: 'back up to a new name, and delete the old backup afterwards',
  }),
} as const

type Table = typeof table

/** Codes of the errors of this package. */
export type SqliteErrorCode = keyof Table

/** The error of `code` with its values, ready to be thrown. */
export function sqliteError<Code extends SqliteErrorCode>(
  code: Code,
  details: Parameters<Table[Code]>[0],
  cause?: unknown,
): AfterviewError {
  const describe = table[code] as (details: Parameters<Table[Code]>[0]) => Facts
  return new AfterviewError(code, { ...describe(details), details, cause })
}
