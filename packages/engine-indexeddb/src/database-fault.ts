import { type AfterviewError, isAfterviewError } from '@afterview/time'
import { indexedDbError } from './error-table.ts'
import { schemaSteps } from './schema.ts'

/** What the browser threw at work on a database, in words that say what to do. */
export function explained(name: string, thrown: unknown): AfterviewError {
  if (isAfterviewError(thrown)) return thrown
  const message = thrown instanceof Error ? thrown.message : String(thrown)
  switch (thrown instanceof Error ? thrown.name : '') {
    case 'QuotaExceededError':
      return indexedDbError('storage-full', { name }, thrown)
    case 'VersionError':
      return indexedDbError('database-newer', { name, schema: schemaSteps.length }, thrown)
    default:
      return indexedDbError('database-failed', { name, message }, thrown)
  }
}

/** What the browser threw when a database was to be opened. */
export function explainedOpening(name: string, thrown: unknown): AfterviewError {
  const message = thrown instanceof Error ? thrown.message : String(thrown)
  const isRefused = thrown instanceof Error && refusals.has(thrown.name)
  if (isRefused) return indexedDbError('storage-refused', { name, message }, thrown)
  return explained(name, thrown)
}

/** `SecurityError` where storage is blocked or the origin is opaque, the others in private windows. */
const refusals: ReadonlySet<string> = new Set([
  'SecurityError',
  'InvalidStateError',
  'NotAllowedError',
])
