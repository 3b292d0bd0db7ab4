import { type AfterviewError } from '@afterview/time'
import type { Change, ChangeListener } from './change.ts'
import type { Disposable } from './disposable.ts'
import { engineError, messageOf } from './error-table.ts'

/** Tells subscribers of changes. */
export interface ChangeFeed {
  subscribe(listener: ChangeListener): Disposable
  /** Calls every listener in the order of subscription; what one throws is reported. */
  publish(change: Change): void
}

/** A feed without subscribers. */
export function createChangeFeed(report: (problem: AfterviewError) => void): ChangeFeed {
  const listeners = new Map<symbol, ChangeListener>()

  function tell(listener: ChangeListener, change: Change): void {
    try {
      listener(change)
    } catch (thrown) {
      const { applicationId } = change
      report(engineError('listener-failed', { applicationId, message: messageOf(thrown) }, thrown))
    }
  }

  return {
    subscribe(listener) {
      const id = Symbol('subscriber')
      listeners.set(id, listener)
      return { dispose: () => void listeners.delete(id) }
    },
    publish(change) {
      for (const listener of Array.from(listeners.values())) tell(listener, change)
    },
  }
}
