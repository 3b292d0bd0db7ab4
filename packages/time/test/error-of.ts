import { type AfterviewError, isAfterviewError } from '@afterview/time'

/** The error that an action throws; fails the test where it throws none, or one of another kind. */
export function errorOf(action: () => unknown): AfterviewError {
  try {
    action()
  } catch (error) {
    if (isAfterviewError(error)) return error
    throw error
  }
  throw new Error('expected an AfterviewError, but nothing was thrown')
}
