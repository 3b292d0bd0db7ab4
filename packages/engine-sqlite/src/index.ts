export type { DatabaseOptions } from './database.ts'
export type { SqliteErrorCode } from './error-table.ts'
export { type SqliteEngine, sqliteEngine, type SqliteEngineOptions } from './sqlite-engine.ts'
export { openSqliteStore, type SqliteStore } from './sqlite-store.ts'
