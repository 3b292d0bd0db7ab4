import { createStoreEngine, type EngineFactory, type StoreEngineOptions } from '@afterview/engine'
import type { DatabaseOptions } from './database.ts'
import { openIndexedDbStore } from './indexeddb-store.ts'

/** Options of {@link indexedDbEngine}. */
export interface IndexedDbEngineOptions extends DatabaseOptions, StoreEngineOptions {}

/**
 * The engine of browsers: everything in one IndexedDB database of the page's origin. Every event
 * that was answered has been handed to the disk. Several tabs may use the same database at the same
 * time: one of them fires timers, and each hears of what the others change.
 */
export function indexedDbEngine(options: IndexedDbEngineOptions = {}): EngineFactory {
  return async (host) => {
    const store = await openIndexedDbStore(options)
    return createStoreEngine(store, host, options)
  }
}
