import type { Disposable } from '@afterview/engine'

/** Those who want to hear of something. */
export interface Listeners<Value> {
  add(listener: (value: Value) => void): Disposable
  /** Calls each in the order in which they came; what one throws goes to `onError`. */
  tell(value: Value): void
}

/** Makes an empty list. */
export function createListeners<Value>(onError: (error: unknown) => void): Listeners<Value> {
  const listeners = new Map<symbol, (value: Value) => void>()
  return {
    add(listener) {
      const id = Symbol('listener')
      listeners.set(id, listener)
      return { dispose: () => void listeners.delete(id) }
    },
    tell(value) {
      for (const listener of Array.from(listeners.values())) {
        try {
          listener(value)
        } catch (error) {
          onError(error)
        }
      }
    },
  }
}
