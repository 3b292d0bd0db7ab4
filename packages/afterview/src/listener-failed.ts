import { AfterviewError, isAfterviewError } from '@afterview/time'

/** What a listener of the host app threw, as a problem to report. */
export function listenerFailed(error: unknown): AfterviewError {
  if (isAfterviewError(error)) return error
  return new AfterviewError('listener-failed', {
    happened: `a listener of the plugin host failed: ${error instanceof Error ? error.message : String(error)}`,
    fix: 'mend the listener',
    cause: error,
  })
}
