import { AfterviewError } from '@afterview/time';
import { EngineClock, LifecyclePort, Engine, EngineStore, StoreEngineOptions } from './index.js';
import '@afterview/core';

/** A clock that stands still until a test moves it. */
interface ManualClock extends EngineClock {
    /**
     * Lets `ms` pass: timers run at their time, in order, and what each of them starts is finished
     * before time goes on. Whole ms.
     */
    advance(ms: number): Promise<void>;
    /**
     * Sets the clock forward or back by `ms` while no time passes: someone corrected it, or the
     * machine slept. Timers wait as long as before.
     */
    step(ms: number): void;
    /** Steps to a minute and a half before `instant`, then advances to it. */
    sleepTo(instant: string): Promise<void>;
    /** How many timers are set. */
    readonly timers: number;
}
/** A clock that shows `start`. */
declare function createManualClock(start: string): ManualClock;

/** How a case wants an engine. */
interface OpenOptions {
    /** Default: `createLifecycle()` of `@afterview/core`. */
    readonly lifecycle?: LifecyclePort;
    /** Default: the clock of the test. An engine with another clock stands still, as after a crash. */
    readonly clock?: ManualClock;
}
/** An engine with empty data and a clock in the test's hand; one for each case. */
interface EngineUnderTest {
    /** The clock of every engine that `open` gives. */
    readonly clock: ManualClock;
    /** What the engines reported. */
    readonly problems: readonly AfterviewError[];
    /** One more engine on the same data, from its own connection, as after a restart or in another process. */
    readonly open: (options?: OpenOptions) => Promise<Engine>;
    /** Puts a value in place of a stored snapshot, as an older version or a broken disk may have left it. */
    readonly plant?: (applicationId: string, snapshot: unknown) => Promise<void>;
    /** Makes the next durable writes of every engine fail with nothing written. */
    readonly failWrites?: (count: number) => void;
    /**
     * Resolves when nothing goes on any more that does not wait for the clock or for a handler: for
     * engines that do their work outside the process. Default: one turn of the event loop.
     */
    readonly rest?: () => Promise<void>;
    /** Disposes what is still open and throws the data away. */
    close(): Promise<void>;
}
/** What some cases need beyond the required. */
type Ability = 'plant' | 'failWrites';

/** One guarantee with the check of it. */
interface EngineCase {
    /** Id of the rule in SPEC.md. */
    readonly rule: string;
    /** A sentence about what engines do. */
    readonly title: string;
    readonly needs?: Ability;
    run(test: EngineUnderTest): Promise<void>;
}

/**
 * Does `steps` things at random to two engines on the same data: begins, events, repetitions,
 * restarts, erasures, time that passes, clocks that are corrected. After each of them what is stored
 * must be what the core alone makes of it, and in the end each effect must have been delivered once.
 */
declare function runRandomLife(test: EngineUnderTest, seed: number, steps?: number): Promise<void>;

/** The data that a store under test works on. */
interface StoredData {
    /** One more connection to the same data. */
    open(): Promise<EngineStore>;
    /** Throws the data away, after every connection was closed. */
    discard?(): Promise<void>;
}
/** An engine on a store, ready for the conformance suite. */
declare function storeUnderTest(data: StoredData, options?: StoreEngineOptions): EngineUnderTest;

/** Every guarantee of the `Engine` contract, as checks. */
declare const engineCases: readonly EngineCase[];
/** What the suite needs of a test runner: vitest, `node:test` and their like have it. */
interface TestRunner {
    readonly describe: (name: string, body: () => void) => unknown;
    readonly it: ((title: string, body: () => Promise<void>) => unknown) & {
        readonly skip: (title: string, body: () => Promise<void>) => unknown;
    };
}
/** What an engine cannot offer to the suite, with the reason in words. */
type LeftOut = Partial<Record<Ability, string>>;
/**
 * Registers the conformance suite for an engine: one test for each guarantee, its rule's id first.
 * `create` makes empty data and is called for each test. A case that needs what the engine cannot
 * offer is skipped with the reason in its title.
 */
declare function testEngine(name: string, create: () => Promise<EngineUnderTest>, { describe, it }: TestRunner, leftOut?: LeftOut): void;
/** Runs one case on fresh data; throws when the engine does not keep the rule. */
declare function runCase(one: EngineCase, create: () => Promise<EngineUnderTest>): Promise<void>;

/**
 * Registers the conformance suite of the store port: one test for each guarantee that an engine
 * relies on. `create` makes empty data and is called for each test. Run {@link testEngine} as well.
 */
declare function testStore(name: string, create: () => Promise<StoredData>, { describe, it }: TestRunner): void;

export { createManualClock, engineCases, runCase, runRandomLife, storeUnderTest, testEngine, testStore };
export type { Ability, EngineCase, EngineUnderTest, LeftOut, ManualClock, OpenOptions, StoredData, TestRunner };
