import { ErrorFacts } from '@afterview/time';
import { ExportedApplication, Engine, StoreEngineOptions, EngineFactory, StoreCompany, Change, EngineStore } from '@afterview/engine';
import { Effect } from '@afterview/core';

/** How a database of the browser is opened. */
interface DatabaseOptions {
    /** Name of the database within the origin of the page. Default `afterview`. */
    readonly name?: string;
    /**
     * How long to wait, in ms, for tabs that keep an older version open and do not let go of it.
     * Default 5,000.
     */
    readonly blockedTimeout?: number;
}
/** The tables of a transaction under way. Within it, await nothing but requests to these. */
interface Tables {
    readonly lifecycles: IDBObjectStore;
    readonly histories: IDBObjectStore;
    readonly effects: IDBObjectStore;
    readonly failures: IDBObjectStore;
}
/** A database that is open. */
interface Database {
    readonly name: string;
    /** Reads as of one moment. */
    readonly read: <Result>(work: (tables: Tables) => Promise<Result>) => Promise<Result>;
    /** Writes all or nothing, with no other writer in between; resolves when it is durable. */
    readonly write: <Result>(work: (tables: Tables) => Promise<Result>) => Promise<Result>;
    close(): void;
}

type Facts = Pick<ErrorFacts, 'happened' | 'fix'>;
/** Every error of the browser's database: what happened, and the one action that mends it. */
declare const table: {
    readonly 'indexeddb-missing': (d: {
        name: string;
    }) => Facts;
    readonly 'storage-refused': (d: {
        name: string;
        message: string;
    }) => Facts;
    readonly 'storage-full': (d: {
        name: string;
    }) => Facts;
    readonly 'database-newer': (d: {
        name: string;
        schema: number;
    }) => Facts;
    readonly 'database-blocked': (d: {
        name: string;
        timeout: number;
    }) => Facts;
    readonly 'database-superseded': (d: {
        name: string;
    }) => Facts;
    readonly 'database-lost': (d: {
        name: string;
    }) => Facts;
    readonly 'database-closed': (d: {
        name: string;
    }) => Facts;
    readonly 'database-failed': (d: {
        name: string;
        message: string;
    }) => Facts;
    readonly 'name-malformed': (d: {
        name: unknown;
    }) => Facts;
    readonly 'saved-data-malformed': (d: {
        path: string;
        problem: string;
    }) => Facts;
    readonly 'saved-data-newer': (d: {
        version: unknown;
        known: number;
    }) => Facts;
    readonly 'saved-data-conflicts': (d: {
        applicationIds: readonly string[];
    }) => Facts;
};
type Table = typeof table;
/** Codes of the errors of this package. */
type IndexedDbErrorCode = keyof Table;

/** The present version of {@link SavedData}. */
declare const SAVED_DATA_VERSION = 1;
/** Everything that a database holds, as one piece of plain JSON. */
interface SavedData {
    readonly format: 'afterview-data';
    readonly version: typeof SAVED_DATA_VERSION;
    /** Instant (ISO, UTC) of the export. */
    readonly exportedAt: string;
    /** In the order of their ids. */
    readonly applications: readonly SavedApplication[];
}
/** Everything about one application. */
interface SavedApplication extends Pick<ExportedApplication, 'applicationId' | 'beganAt' | 'changedAt' | 'snapshot' | 'history' | 'failure'> {
    readonly effects: readonly SavedEffect[];
}
/** An effect that has not been delivered. Instants are ISO, UTC. */
interface SavedEffect {
    readonly effect: Effect;
    readonly attempts: number;
    /** Names of the handlers that have performed it. */
    readonly performedBy: readonly string[];
    /** When it is due; `null` when it is dead. */
    readonly dueAt: string | null;
    /** What became of it, when it is dead. */
    readonly death: {
        readonly at: string;
        readonly error: string;
    } | null;
}

/** What becomes of applications whose id is here already. */
type Existing = 'refuse' | 'keep' | 'replace';
/** What an import did. */
interface Imported {
    /** Ids that were written, in the order of the saved data. */
    readonly imported: readonly string[];
    /** Ids that were here already and were left as they are. */
    readonly kept: readonly string[];
}

/** Options of {@link indexedDbEngine}. */
interface IndexedDbEngineOptions extends DatabaseOptions, StoreEngineOptions {
}
/** How {@link IndexedDbEngine.importFromJson} treats what is here already. */
interface ImportOptions {
    /**
     * An application whose id is here already makes the whole import fail (`refuse`, the default),
     * stays as it is (`keep`), or is erased for the one of the file (`replace`).
     */
    readonly existing?: Existing;
}
/** An engine in the browser, with what a single file can carry from one browser to another. */
interface IndexedDbEngine extends Engine {
    /** Everything in the database as of one moment, as the text of one JSON file; see {@link SavedData}. */
    exportToJson(): Promise<string>;
    /**
     * Takes in what `exportToJson` gave, here or elsewhere. The whole text is looked through before
     * anything is written, and all of it is written or nothing. Rejects with `saved-data-malformed`,
     * `saved-data-newer` or `saved-data-conflicts`. Subscribers hear of each application as if it
     * began; its waiting effects are delivered.
     */
    importFromJson(text: string, options?: ImportOptions): Promise<Imported>;
}
/**
 * The engine of browsers: everything in one IndexedDB database of the page's origin. Every event
 * that was answered has been handed to the disk. Several tabs may use the same database at the same
 * time: one of them fires timers, and each hears of what the others change.
 */
declare function indexedDbEngine(options?: IndexedDbEngineOptions): EngineFactory<IndexedDbEngine>;

/** The other tabs at a database, with what an import needs besides. */
interface TabCompany extends StoreCompany {
    /** Tells everybody, this tab included, of changes that no engine made, and of what is due first. */
    announce(changes: readonly Change[], wakeAt: number | null): void;
    close(): void;
}

/** A store in a database of the browser; see {@link openIndexedDbStore}. */
interface IndexedDbStore extends EngineStore {
    readonly company: TabCompany;
    readonly database: Database;
}
/**
 * Opens a store in IndexedDB, for `createStoreEngine`; `indexedDbEngine` does both. Rejects with a
 * clear error when the browser keeps no data for this page.
 */
declare function openIndexedDbStore(options?: DatabaseOptions): Promise<IndexedDbStore>;

export { indexedDbEngine, openIndexedDbStore };
export type { DatabaseOptions, Existing, ImportOptions, Imported, IndexedDbEngine, IndexedDbEngineOptions, IndexedDbErrorCode, IndexedDbStore, SavedApplication, SavedData, SavedEffect };
