import { AfterviewError } from '@afterview/time'
import type { JsonObject, JsonValue } from './json-value.ts'

const DEEPEST = 100

type Name = string | (() => string)

/**
 * A deeply frozen copy of a value that survives JSON. `undefined` becomes `null`, and is left out
 * as a property.
 * @param what Names the value in errors, such as `the answer of command acme.draft`; a function is
 * called only for an error.
 * @throws {AfterviewError} `value-not-json`, with the path, for everything else: functions, class
 * instances, `NaN`, cycles, more than 100 levels.
 */
export function cloneJson(value: unknown, what: Name): JsonValue {
  if (value === undefined) return null
  return clone(value, what, '', 0)
}

/** The same for a value that must be an object. */
export function cloneJsonObject(value: unknown, what: Name): JsonObject {
  const copy = cloneJson(value, what)
  if (isJsonObject(copy)) return copy
  throw notJson(what, '', copy === null ? 'null' : Array.isArray(copy) ? 'a list' : typeof copy)
}

/** Whether a JSON value is an object, not a list or `null`. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function clone(value: unknown, what: Name, path: string, depth: number): JsonValue {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number' && Number.isFinite(value)) return value
  if (typeof value !== 'object') throw notJson(what, path, describe(value))
  if (depth >= DEEPEST) throw notJson(what, path, `nested deeper than ${DEEPEST} levels`)
  if (Array.isArray(value)) {
    return Object.freeze(value.map((item, at) => clone(item, what, `${path}/${at}`, depth + 1)))
  }
  if (!isPlain(value)) throw notJson(what, path, 'an instance of a class')
  return cloneRecord(value, what, path, depth)
}

function cloneRecord(value: object, what: Name, path: string, depth: number): JsonObject {
  const copy: Record<string, JsonValue> = {}
  for (const [key, item] of Object.entries(value)) {
    if (item === undefined) continue
    const copied = clone(item, what, `${path}/${key}`, depth + 1)
    if (key === '__proto__') defineOwn(copy, key, copied)
    else copy[key] = copied
  }
  return Object.freeze(copy)
}

/** Assigning `__proto__` would change the prototype instead of making a property. */
function defineOwn(target: object, key: string, value: JsonValue): void {
  Object.defineProperty(target, key, { value, enumerable: true })
}

/** Plain across realms too: only a direct child of some `Object.prototype`, or of nothing. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value)
  return (
    prototype === null ||
    prototype === Object.prototype ||
    (typeof prototype === 'object' && Object.getPrototypeOf(prototype) === null)
  )
}

function describe(value: unknown): string {
  return typeof value === 'number' ? String(value) : typeof value
}

function notJson(what: Name, path: string, found: string): AfterviewError {
  return new AfterviewError('value-not-json', {
    happened: `${typeof what === 'string' ? what : what()} is not JSON data: ${path === '' ? 'it' : path} is ${found}`,
    fix: 'pass only null, booleans, finite numbers, texts, lists and plain objects',
    details: { path, found },
  })
}
