import { isAfterviewError } from '@afterview/time'
import { engineError } from '../error-table.ts'
import { sameJson } from '../same-json.ts'

/** Throws unless both are the same JSON, naming the first place where they differ. */
export function checkEqual(actual: unknown, expected: unknown, what: string): void {
  if (sameJson(actual, expected)) return
  const [path, ...values] = firstDifference(actual, expected, '')
  throw engineError('conformance-failed', {
    what: path === '' ? what : `${what}, at ${path},`,
    actual: values[0],
    expected: values[1],
  })
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
  if (value == null) {
    throw engineError('conformance-failed', { what, actual: value, expected: 'one' })
  }
  return value
}

/** The path of the first place where two values differ, with what each has there. */
function firstDifference(
  actual: unknown,
  expected: unknown,
  path: string,
): [string, unknown, unknown] {
  if (!isObject(actual) || !isObject(expected)) return [path, actual, expected]
  const keys = new Set([...Object.keys(actual), ...Object.keys(expected)])
  for (const key of keys) {
    const [one, other]: unknown[] = [Reflect.get(actual, key), Reflect.get(expected, key)]
    if (!sameJson(one, other)) return firstDifference(one, other, `${path}/${key}`)
  }
  return [path, actual, expected]
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
