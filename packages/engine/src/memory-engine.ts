import type { StoreEngineOptions } from './engine-options.ts'
import type { EngineFactory } from './engine.ts'
import type { EngineStore } from './engine-store.ts'
import { memoryStore } from './memory-store.ts'
import { createStoreEngine } from './store-engine.ts'

/** Options of {@link memoryEngine}. */
export interface MemoryEngineOptions extends StoreEngineOptions {
  /** Where to keep things. Default: a store of the engine's own, which goes with it. */
  readonly store?: EngineStore
}

/** An engine that forgets everything with its process: for tests, demonstrations and trials. */
export function memoryEngine(options: MemoryEngineOptions = {}): EngineFactory {
  const { store, ...engineOptions } = options
  return async (host) => createStoreEngine(store ?? memoryStore(), host, engineOptions)
}
