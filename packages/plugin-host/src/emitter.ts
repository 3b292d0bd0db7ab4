import type { Disposable } from './disposable.ts'

/** Subscribes to something that happens again and again. */
export type Event<Value> = (listener: (value: Value) => void) => Disposable

/** The owner's end of an {@link Event}. */
export interface Emitter<Value> {
  readonly event: Event<Value>
  /** Calls every listener in order of subscription; what one throws goes to `onError`, the rest still run. */
  fire(value: Value): void
  /** How many listen. */
  readonly size: number
}

/** Makes an emitter. Listeners that come or go during `fire` count from the next one on. */
export function createEmitter<Value>(onError: (error: unknown) => void): Emitter<Value> {
  let listeners: readonly ((value: Value) => void)[] = []
  return {
    get size() {
      return listeners.length
    },
    event(listener) {
      const own = (value: Value): void => listener(value)
      listeners = [...listeners, own]
      return {
        dispose: () => {
          listeners = listeners.filter((other) => other !== own)
        },
      }
    },
    fire(value) {
      for (const listener of listeners) {
        try {
          listener(value)
        } catch (error) {
          onError(error)
        }
      }
    },
  }
}
