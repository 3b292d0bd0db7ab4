import {
  createStoreEngine,
  type Engine,
  type EngineFactory,
  type EngineHost,
  type StoreEngineOptions,
} from '@afterview/engine'
import type { DatabaseOptions } from './database.ts'
import { exportData } from './export-data.ts'
import { type Existing, importData, type Imported } from './import-data.ts'
import { type IndexedDbStore, openIndexedDbStore } from './indexeddb-store.ts'
import { readSavedData } from './read-saved-data.ts'

/** Options of {@link indexedDbEngine}. */
export interface IndexedDbEngineOptions extends DatabaseOptions, StoreEngineOptions {}

/** How {@link IndexedDbEngine.importFromJson} treats what is here already. */
export interface ImportOptions {
  /**
   * An application whose id is here already makes the whole import fail (`refuse`, the default),
   * stays as it is (`keep`), or is erased for the one of the file (`replace`).
   */
  readonly existing?: Existing
}

/** An engine in the browser, with what a single file can carry from one browser to another. */
export interface IndexedDbEngine extends Engine {
  /** Everything in the database as of one moment, as the text of one JSON file; see {@link SavedData}. */
  exportToJson(): Promise<string>
  /**
   * Takes in what `exportToJson` gave, here or elsewhere. The whole text is looked through before
   * anything is written, and all of it is written or nothing. Rejects with `saved-data-malformed`,
   * `saved-data-newer` or `saved-data-conflicts`. Subscribers hear of each application as if it
   * began; its waiting effects are delivered.
   */
  importFromJson(text: string, options?: ImportOptions): Promise<Imported>
}

/**
 * The engine of browsers: everything in one IndexedDB database of the page's origin. Every event
 * that was answered has been handed to the disk. Several tabs may use the same database at the same
 * time: one of them fires timers, and each hears of what the others change.
 */
export function indexedDbEngine(
  options: IndexedDbEngineOptions = {},
): EngineFactory<IndexedDbEngine> {
  return async (host) => {
    const store = await openIndexedDbStore(options)
    const engine = createStoreEngine(store, host, options)
    return { ...engine, ...fileMethods(store, host, options.spread ?? 0) }
  }
}

type FileMethods = Pick<IndexedDbEngine, 'exportToJson' | 'importFromJson'>

function fileMethods(store: IndexedDbStore, host: EngineHost, spread: number): FileMethods {
  const { database, company } = store
  return {
    exportToJson: async () => JSON.stringify(await exportData(database, host.clock.now())),
    async importFromJson(text, { existing = 'refuse' } = {}) {
      const applications = readSavedData(text, host.lifecycle)
      const result = await importData(database, applications, existing, spread)
      company.announce(result.changes, result.wakeAt)
      const { imported, kept } = result
      return { imported, kept }
    },
  }
}
