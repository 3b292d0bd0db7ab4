import { type Emitter, createEmitter } from '../emitter.ts'
import type { Disposable } from '../disposable.ts'
import { cloneJson } from '../json-clone.ts'
import type { JsonObject, JsonValue } from '../json-value.ts'

/** The values that when-clauses see. Anyone can read them and hear of changes. */
export interface ContextKeys {
  get(key: string): JsonValue | undefined
  /** Sets a value, or takes it away with `undefined`. Tells listeners when it really changed. */
  set(key: string, value: JsonValue | undefined): void
  /** Sets several at once, and tells once. */
  setAll(values: { readonly [key: string]: JsonValue | undefined }): void
  /** All values, frozen. The same object until something changes. */
  snapshot(): JsonObject
  /** The values with others laid over them, for one question. */
  with(values: JsonObject | undefined): JsonObject
  /** Calls with the names of changed keys. */
  onDidChange(listener: (keys: readonly string[]) => void): Disposable
}

/** Makes context keys with initial values. */
export function createContextKeys(
  initial: JsonObject,
  onError: (error: unknown) => void,
): ContextKeys {
  let values: JsonObject = Object.freeze({ ...initial })
  const changes: Emitter<readonly string[]> = createEmitter(onError)
  const setAll: ContextKeys['setAll'] = (updates) => {
    const changed = changedEntries(values, updates)
    if (changed.length === 0) return
    values = apply(values, changed)
    changes.fire(changed.map(([key]) => key))
  }
  return {
    get: (key) => (Object.hasOwn(values, key) ? values[key] : undefined),
    set: (key, value) => setAll({ [key]: value }),
    setAll,
    snapshot: () => values,
    with: (overlay) => (overlay === undefined ? values : { ...values, ...overlay }),
    onDidChange: changes.event,
  }
}

type Entry = readonly [string, JsonValue | undefined]

function changedEntries(
  values: JsonObject,
  updates: { readonly [key: string]: JsonValue | undefined },
): readonly Entry[] {
  return Object.entries(updates)
    .map(([key, value]): Entry => [
      key,
      value === undefined ? undefined : cloneJson(value, `Key ${key}`),
    ])
    .filter(([key, value]) => !isSame(Object.hasOwn(values, key) ? values[key] : undefined, value))
}

/** Lists and objects are compared as text: setting an equal one again is no change. */
function isSame(left: JsonValue | undefined, right: JsonValue | undefined): boolean {
  if (left === right) return true
  if (typeof left !== 'object' || typeof right !== 'object') return false
  return JSON.stringify(left) === JSON.stringify(right)
}

function apply(values: JsonObject, changed: readonly Entry[]): JsonObject {
  const names = new Set(changed.map(([key]) => key))
  const kept = Object.entries(values).filter(([key]) => !names.has(key))
  const set = changed.flatMap(([key, value]) =>
    value === undefined ? [] : [[key, value] as const],
  )
  return Object.freeze(Object.fromEntries([...kept, ...set]))
}
