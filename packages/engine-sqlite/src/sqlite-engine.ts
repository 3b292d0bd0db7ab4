import {
  createStoreEngine,
  type Engine,
  type EngineFactory,
  type StoreEngineOptions,
} from '@afterview/engine'
import type { DatabaseOptions } from './database.ts'
import { openSqliteStore } from './sqlite-store.ts'

/** Options of {@link sqliteEngine}. */
export interface SqliteEngineOptions extends DatabaseOptions, StoreEngineOptions {}

/** An engine in a database file, with what only a file can do. */
export interface SqliteEngine extends Engine {
  /**
   * Copies everything to a new file while the engine goes on. The copy appears under its name when
   * it is complete. Rejects with `backup-exists`.
   */
  backup(target: string): Promise<void>
  /** What is wrong with the file, in words; empty when all is well. Reads all of it. */
  checkIntegrity(): Promise<readonly string[]>
}

/**
 * The embedded default: everything in one SQLite file, through Node's own `node:sqlite`. Every event
 * that was answered is on the disk. Several engines, also of several processes of one machine, may
 * use the same file at the same time.
 */
export function sqliteEngine(options: SqliteEngineOptions): EngineFactory<SqliteEngine> {
  return async (host) => {
    const store = openSqliteStore(options)
    const engine = createStoreEngine(store, host, options)
    return {
      ...engine,
      backup: (target) => store.backup(target),
      checkIntegrity: () => store.checkIntegrity(),
    }
  }
}
