export type { DatabaseOptions } from './database.ts'
export type { IndexedDbErrorCode } from './error-table.ts'
export type { Existing, Imported } from './import-data.ts'
export {
  type ImportOptions,
  type IndexedDbEngine,
  indexedDbEngine,
  type IndexedDbEngineOptions,
} from './indexeddb-engine.ts'
export { type IndexedDbStore, openIndexedDbStore } from './indexeddb-store.ts'
export type { SavedApplication, SavedData, SavedEffect } from './saved-data.ts'
