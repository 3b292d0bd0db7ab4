import { type ErrorData, toErrorData } from '../error-data.ts'
import type { JsonObject } from '../json-value.ts'
import { checkPayload } from './payload.ts'

const LONGEST_TEXT = 10_000
const LARGEST_DETAILS = 64 * 1024
const DEEPEST_CAUSE = 8

/** Anything thrown, as data that is small enough to cross: long texts are cut, huge details left out. */
export function errorFrame(thrown: unknown): ErrorData {
  return readErrorData(toErrorData(thrown))
}

/** Reads error data of unknown origin. Whatever it is given, the result is an error of bearable size. */
export function readErrorData(data: unknown): ErrorData {
  return read(data, 0)
}

function read(data: unknown, depth: number): ErrorData {
  const source: Readonly<Record<string, unknown>> =
    typeof data === 'object' && data !== null ? { ...data } : {}
  const details = readDetails(source['details'])
  const cause = source['cause']
  return {
    name: readText(source['name']) ?? 'Error',
    message: readText(source['message']) ?? 'An error without a message',
    ...optional('code', readText(source['code'])),
    ...optional('fix', readText(source['fix'])),
    ...optional('stack', readText(source['stack'])),
    ...optional('details', details),
    ...(cause === undefined || depth >= DEEPEST_CAUSE ? {} : { cause: read(cause, depth + 1) }),
  }
}

function optional<Key extends string, Value>(
  key: Key,
  value: Value | undefined,
): { readonly [key in Key]?: Value } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [key in Key]: Value })
}

function readText(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined
  return value.length <= LONGEST_TEXT ? value : `${value.slice(0, LONGEST_TEXT)}…`
}

function readDetails(value: unknown): JsonObject | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  try {
    checkPayload(value, { what: 'details', limit: LARGEST_DETAILS, isFrozen: false })
    return value as JsonObject
  } catch {
    return undefined
  }
}
