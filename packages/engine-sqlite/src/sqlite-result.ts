import { type AfterviewError, isAfterviewError } from '@afterview/time'
import { sqliteError } from './error-table.ts'

/** What SQLite threw, as an error that says what to do. Errors of this project stay as they are. */
export function explained(file: string, thrown: unknown): AfterviewError {
  if (isAfterviewError(thrown)) return thrown
  const message = thrown instanceof Error ? thrown.message : String(thrown)
  switch (primaryCode(thrown)) {
    case 5:
    case 6:
      return sqliteError('database-busy', { file }, thrown)
    case 8:
    case 14:
      return sqliteError('database-not-writable', { file, message }, thrown)
    case 10:
      return sqliteError('disk-failed', { file, message }, thrown)
    case 11:
      return sqliteError('database-corrupt', { file, message }, thrown)
    case 13:
      return sqliteError('disk-full', { file }, thrown)
    case 26:
      return sqliteError('file-not-a-database', { file }, thrown)
    default:
      return sqliteError('database-failed', { file, message }, thrown)
  }
}

/**
 * Whether SQLite, or JSON before it, cannot hold a value whatever the state of the file: too big, a
 * constraint, the wrong type.
 */
export function isUnstorable(thrown: unknown): boolean {
  const code = primaryCode(thrown)
  return thrown instanceof TypeError || code === 18 || code === 19 || code === 20
}

/** The primary result code: the low byte of the extended one, as in sqlite.org/rescode.html. */
function primaryCode(thrown: unknown): number | undefined {
  if (!(thrown instanceof Error) || !('errcode' in thrown)) return undefined
  return typeof thrown.errcode === 'number' ? thrown.errcode & 0xff : undefined
}
