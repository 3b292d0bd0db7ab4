export type { DatabaseOptions } from './database.ts'
export type { IndexedDbErrorCode } from './error-table.ts'
export { indexedDbEngine, type IndexedDbEngineOptions } from './indexeddb-engine.ts'
export { type IndexedDbStore, openIndexedDbStore } from './indexeddb-store.ts'
