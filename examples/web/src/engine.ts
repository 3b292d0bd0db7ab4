import type { EngineFactory } from '@afterview/engine'
import { type IndexedDbEngine, indexedDbEngine } from '@afterview/engine-indexeddb'

/** Where the job search `name` is kept: a database of this browser. */
export function openEngine(name: string): EngineFactory<IndexedDbEngine> {
  return indexedDbEngine({ name })
}
