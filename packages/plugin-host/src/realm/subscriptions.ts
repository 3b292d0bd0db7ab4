import { AfterviewError } from '@afterview/time'
import type { Disposable } from '../disposable.ts'

/** What can be undone: an object with one of the three methods, or a function. */
export type Subscription = Disposable | SymbolDisposable | SymbolAsyncDisposable | (() => unknown)

/** An object for `using`. */
export interface SymbolDisposable {
  [Symbol.dispose](): void
}

/** An object for `await using`. */
export interface SymbolAsyncDisposable {
  [Symbol.asyncDispose](): PromiseLike<void>
}

/** Takes errors that have nobody else to go to. */
export type ErrorSink = (error: unknown) => void

/**
 * What one activation must undo.
 *
 * Disposal runs in reverse order of `push`; every subscription runs once, even when others throw.
 * Pushing to a disposed store disposes at once and reports `subscription-late`.
 */
export interface SubscriptionStore {
  push(...subscriptions: readonly Subscription[]): void
  /** How many are waiting to be undone. */
  readonly size: number
  /**
   * Disposes all, awaiting asynchronous ones until `signal` is aborted; after that they run unawaited.
   * Resolves with everything that was thrown. A second call finds nothing to do.
   */
  dispose(signal: AbortSignal): Promise<readonly unknown[]>
}

/** Makes an empty store. `report` hears of late pushes and of rejections after the budget. */
export function createSubscriptionStore(report: ErrorSink): SubscriptionStore {
  const held = new Set<Subscription>()
  let isDisposed = false
  const store: SubscriptionStore = {
    get size() {
      return held.size
    },
    push(...subscriptions) {
      for (const subscription of subscriptions) {
        assertDisposable(subscription, store)
        if (isDisposed) disposeLate(subscription, report)
        else held.add(subscription)
      }
    },
    async dispose(signal) {
      isDisposed = true
      const reversed = [...held].toReversed()
      held.clear()
      return disposeInOrder(reversed, signal, report)
    },
  }
  return store
}

async function disposeInOrder(
  subscriptions: readonly Subscription[],
  signal: AbortSignal,
  report: ErrorSink,
): Promise<readonly unknown[]> {
  const errors: unknown[] = []
  for (const subscription of subscriptions) {
    try {
      const pending = undo(subscription)
      if (isPromiseLike(pending)) await untilAborted(pending, signal, report)
    } catch (error) {
      errors.push(error)
    }
  }
  return errors
}

/** Waits for `pending`, but not beyond the abort of `signal`; what it rejects with later is reported. */
export function untilAborted(
  pending: PromiseLike<unknown>,
  signal: AbortSignal,
  report: ErrorSink,
): Promise<void> {
  return new Promise((resolve, reject) => {
    let isOver = false
    const stop = (): void => {
      isOver = true
      resolve()
    }
    const settle = (act: () => void): void => {
      signal.removeEventListener('abort', stop)
      act()
    }
    if (signal.aborted) stop()
    else signal.addEventListener('abort', stop, { once: true })
    pending.then(
      () => settle(resolve),
      (error: unknown) => settle(() => (isOver ? report(error) : reject(error))),
    )
  })
}

function disposeLate(subscription: Subscription, report: ErrorSink): void {
  report(
    new AfterviewError('subscription-late', {
      happened:
        'A subscription was pushed after its plugin was deactivated; it was disposed at once',
      fix: 'stop the work that pushes it in `deactivate`',
    }),
  )
  try {
    const pending = undo(subscription)
    if (isPromiseLike(pending)) pending.then(undefined, report)
  } catch (error) {
    report(error)
  }
}

function undo(subscription: Subscription): unknown {
  if (typeof subscription === 'function') return subscription()
  if ('dispose' in subscription) return subscription.dispose()
  if (Symbol.asyncDispose in subscription) return subscription[Symbol.asyncDispose]()
  return subscription[Symbol.dispose]()
}

function assertDisposable(subscription: unknown, store: SubscriptionStore): void {
  if (subscription !== store && isDisposable(subscription)) return
  throw new AfterviewError('subscription-not-disposable', {
    happened:
      subscription === store
        ? 'A subscription store was pushed into itself'
        : 'Something that cannot be disposed was pushed into subscriptions',
    fix: 'push an object with dispose(), Symbol.dispose or Symbol.asyncDispose, or a function',
  })
}

function isDisposable(value: unknown): boolean {
  if (typeof value === 'function') return true
  if (typeof value !== 'object' || value === null) return false
  return 'dispose' in value || Symbol.dispose in value || Symbol.asyncDispose in value
}

function isPromiseLike(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value
}
