import { isAfterviewError } from '@afterview/time'
import { engineError } from '../error-table.ts'
import { sameJson } from '../same-json.ts'

/** Throws unless both are the same JSON. */
export function checkEqual(actual: unknown, expected: unknown, what: string): void {
  if (sameJson(actual, expected)) return
  throw engineError('conformance-failed', { what, actual, expected })
}

/** Throws unless `fact` holds. */
export function check(fact: boolean, what: string): void {
  checkEqual(fact, true, what)
}

/** Throws unless the promise rejects with an error of this code. */
export async function checkRejects(promise: Promise<unknown>, code: string): Promise<void> {
  const thrown = await promise.then(
    () => undefined,
    (error: unknown) => error,
  )
  checkEqual(isAfterviewError(thrown) ? thrown.code : String(thrown), code, 'the error')
}

/** Throws when there is none, else gives it. */
export function checkFound<Value>(value: Value | null | undefined, what: string): Value {
  if (value == null)
    throw engineError('conformance-failed', { what, actual: value, expected: 'one' })
  return value
}
