import { AfterviewError } from '@afterview/time'

/** The call itself is wrong. */
export function usageError(happened: string, fix: string): AfterviewError {
  return new AfterviewError('usage', { happened, fix })
}
