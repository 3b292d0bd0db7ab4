import { ErrorFacts } from '@afterview/time';
import { Engine, StoreEngineOptions, EngineFactory, EngineStore } from '@afterview/engine';

/** How a database file is opened. */
interface DatabaseOptions {
    /** Path, or `file:` URL. The folder must exist; the file is made when it does not. */
    readonly file: string | URL;
    /** The file may not grow beyond it, in bytes; a change that would is refused. Default: no bound. */
    readonly maxBytes?: number;
    /**
     * How long to wait for another process that is writing, in ms; the event loop waits too. A write
     * of another engine takes a few ms. Default 5,000.
     */
    readonly busyTimeout?: number;
}

type Facts = Pick<ErrorFacts, 'happened' | 'fix'>;
/** Every error of the database file: what happened, and the one action that mends it. */
declare const table: {
    readonly 'file-malformed': (d: {
        file: unknown;
    }) => Facts;
    readonly 'folder-missing': (d: {
        file: string;
        folder: string;
    }) => Facts;
    readonly 'file-not-a-database': (d: {
        file: string;
    }) => Facts;
    readonly 'database-foreign': (d: {
        file: string;
        applicationId: number;
    }) => Facts;
    readonly 'database-newer': (d: {
        file: string;
        schema: number;
        known: number;
    }) => Facts;
    readonly 'database-busy': (d: {
        file: string;
    }) => Facts;
    readonly 'database-not-writable': (d: {
        file: string;
        message: string;
    }) => Facts;
    readonly 'disk-full': (d: {
        file: string;
    }) => Facts;
    readonly 'disk-failed': (d: {
        file: string;
        message: string;
    }) => Facts;
    readonly 'database-corrupt': (d: {
        file: string;
        message: string;
    }) => Facts;
    readonly 'database-failed': (d: {
        file: string;
        message: string;
    }) => Facts;
    readonly 'backup-exists': (d: {
        target: string;
    }) => Facts;
};
type Table = typeof table;
/** Codes of the errors of this package. */
type SqliteErrorCode = keyof Table;

/** Options of {@link sqliteEngine}. */
interface SqliteEngineOptions extends DatabaseOptions, StoreEngineOptions {
}
/** An engine in a database file, with what only a file can do. */
interface SqliteEngine extends Engine {
    /**
     * Copies everything to a new file while the engine goes on. The copy appears under its name when
     * it is complete. Rejects with `backup-exists`.
     */
    backup(target: string): Promise<void>;
    /** What is wrong with the file, in words; empty when all is well. Reads all of it. */
    checkIntegrity(): Promise<readonly string[]>;
}
/**
 * The embedded default: everything in one SQLite file, through Node's own `node:sqlite`. Every event
 * that was answered is on the disk. Several engines, also of several processes of one machine, may
 * use the same file at the same time.
 */
declare function sqliteEngine(options: SqliteEngineOptions): EngineFactory<SqliteEngine>;

/** A store in a database file; see {@link openSqliteStore}. */
interface SqliteStore extends EngineStore {
    /** See {@link SqliteEngine.backup}. */
    backup(target: string): Promise<void>;
    /** See {@link SqliteEngine.checkIntegrity}. */
    checkIntegrity(): Promise<readonly string[]>;
}
/**
 * Opens a store in one SQLite file, for {@link createStoreEngine}; `sqliteEngine` does both. Throws
 * with a clear error when the file cannot be used, and leaves a file of others untouched.
 */
declare function openSqliteStore(options: DatabaseOptions): SqliteStore;

export { openSqliteStore, sqliteEngine };
export type { DatabaseOptions, SqliteEngine, SqliteEngineOptions, SqliteErrorCode, SqliteStore };
