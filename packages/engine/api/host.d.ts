import { AfterviewError } from '@afterview/time';
import { L as LifecycleStore } from './engine-hash.js';
import { ChangeListener, Disposable, Change, LifecyclePort, EngineClock, RecordOptions, RecordOutcome, Begun, EngineStore, Diagnostics, StoredLifecycle, ListQuery, Page, Listed, PageRequest, DeadLetter, Failure, EffectHandler } from './index.js';
export { k as Present, p as presentOf, r as requireWholeNumber } from './engine-hash.js';
import { S as StoreWriter } from './store-writer-hash.js';
export { c as createStoreWriter, e as engineError, m as messageOf } from './store-writer-hash.js';
import { StartInput, Snapshot } from '@afterview/core';

/** How the waits between tries grow. */
interface Backoff {
    /** Wait after the first failure, in ms; each further one doubles it. */
    readonly firstDelay: number;
    /** The longest wait, in ms. */
    readonly longestDelay: number;
}
/** How long to wait, in ms, after `failures` failures in a row (from 1). */
declare function backoffDelay(backoff: Backoff, failures: number): number;

/** Tells subscribers of changes. */
interface ChangeFeed {
    subscribe(listener: ChangeListener): Disposable;
    /** Calls every listener in the order of subscription; what one throws is reported. */
    publish(change: Change): void;
}
/** A feed without subscribers. */
declare function createChangeFeed(report: (problem: AfterviewError) => void): ChangeFeed;

/** Runs tasks of the same key one after the other, and of different keys side by side. */
interface KeyedQueue {
    /** Resolves or rejects as the task does; a task that fails does not hold up the next. */
    run<Result>(key: string, task: () => Promise<Result>): Promise<Result>;
}
/** An empty queue. It holds no memory of keys without tasks. */
declare function createKeyedQueue(): KeyedQueue;

/** What recording works with. */
interface EventRecorderOptions {
    readonly store: LifecycleStore;
    readonly lifecycle: LifecyclePort;
    readonly clock: EngineClock;
    readonly writer: StoreWriter;
    readonly queue: KeyedQueue;
}
/** Takes an event to a stored lifecycle and makes the result durable; see {@link Engine.record}. */
declare function recordEvent(options: EventRecorderOptions, applicationId: string, event: unknown, recordOptions: RecordOptions): Promise<RecordOutcome>;

/** A value as it would come back from a store; `undefined` for one that JSON cannot hold. */
declare function jsonCopy(value: unknown): unknown;

/** What beginning works with. */
interface LifecycleBeginOptions {
    readonly store: LifecycleStore;
    readonly lifecycle: LifecyclePort;
    readonly clock: EngineClock;
    readonly writer: StoreWriter;
    readonly queue: KeyedQueue;
}
/** Starts a lifecycle and makes it durable, unless it is there already; see {@link Engine.begin}. */
declare function beginLifecycle(options: LifecycleBeginOptions, input: StartInput): Promise<Begun>;

/** Knows the calls under way, so that disposing can wait for them and refuse later ones. */
interface OpenCalls {
    /** Runs a call. Rejects with `engine-disposed` once closed. */
    run<Result>(method: string, call: () => Promise<Result>): Promise<Result>;
    /** Throws `engine-disposed` once closed. */
    requireOpen(method: string): void;
    /** Lets no more calls in; resolves when the last has ended. */
    close(): Promise<void>;
}
/** No calls yet. */
declare function createOpenCalls(): OpenCalls;

/** See {@link Engine.diagnostics}. */
declare function readDiagnostics(store: Pick<EngineStore, 'name' | 'count' | 'nextWake'>, clock: EngineClock): Promise<Diagnostics>;

/** What a stored snapshot says. Throws `snapshot-unreadable`. */
declare function readStored(lifecycle: LifecyclePort, stored: StoredLifecycle): Snapshot;

/** See {@link Engine.list}. */
declare function listStored(store: Pick<EngineStore, 'list'>, lifecycle: LifecyclePort, query: ListQuery): Promise<Page<Listed>>;
/** See {@link Engine.deadLetters}. */
declare function pageOfDeadLetters(store: Pick<EngineStore, 'deadLetters'>, request: PageRequest): Promise<Page<DeadLetter>>;
/** See {@link Engine.failures}. */
declare function pageOfFailures(store: Pick<EngineStore, 'failures'>, request: PageRequest): Promise<Page<Failure>>;
/** Every stored lifecycle, in the order of the ids. */
declare function storedInOrder(store: Pick<EngineStore, 'list'>): AsyncGenerator<StoredLifecycle>;

/** Does work when it is due, never twice at the same time, asleep in between. */
interface Alarm {
    /** Something is due at `at`, in ms since 1970: ring then, if not before. */
    setFor(at: number): void;
    /** Does the work now; resolves after a run that began no earlier than this call. */
    ringNow(): Promise<void>;
    /** Stops ringing and waits for work that has begun. */
    dispose(): Promise<void>;
}

/** Brings effects from the outbox to their handlers. */
interface EffectCourier {
    /** Throws `handler-exists`. */
    add(name: string, handler: EffectHandler): Disposable;
    /** Tries each effect that is due once. */
    deliverAllDue(): Promise<void>;
    /** When the next effect is due, in ms since 1970; `null` also while there is no handler. */
    nextDelivery(): Promise<number | null>;
}

/** The parts of a store engine that keep running behind its methods. */
interface StoreWorks {
    readonly store: EngineStore;
    readonly lifecycle: LifecyclePort;
    readonly clock: EngineClock;
    readonly report: (problem: AfterviewError) => void;
    readonly spread: number;
    readonly writer: StoreWriter;
    readonly feed: ChangeFeed;
    /** Tells subscribers, here and at the other connections, of a change that was made here. */
    readonly publish: (change: Change) => void;
    readonly courier: EffectCourier;
    /** One task at a time for each application. */
    readonly queue: KeyedQueue;
    /** Aborted to end what runs by itself. */
    readonly ending: AbortController;
    /** Rings when a lifecycle is to be woken. */
    readonly wakes: Alarm;
    /** Rings when an effect is to be delivered. */
    readonly deliveries: Alarm;
}

/** What renewing one lifecycle works with. */
interface RenewalWorks extends Pick<StoreWorks, 'lifecycle' | 'clock' | 'report' | 'spread'> {
    readonly store: LifecycleStore;
    readonly writer: StoreWriter;
}
/** Renews one lifecycle; one that cannot be read is set aside. */
declare function renewOne(works: RenewalWorks, applicationId: string): Promise<'renewed' | 'same' | 'failed'>;

/** What a poller works with. */
interface WakePollerOptions {
    readonly store: LifecycleStore & Pick<EngineStore, 'due'>;
    readonly lifecycle: LifecyclePort;
    readonly clock: EngineClock;
    readonly writer: StoreWriter;
    /** Lifecycles in one transaction. */
    readonly batch: number;
    /** Aborted when the engine is disposed: the poller then stops after the present transaction. */
    readonly signal: AbortSignal;
    readonly report: (problem: AfterviewError) => void;
}
/**
 * Fires every timer that is due, the earliest wake-up first, until none is. A lifecycle that fails
 * is set aside. Rejects when the store fails.
 */
declare function fireAllDue(options: WakePollerOptions): Promise<void>;

export { LifecycleStore, StoreWriter, backoffDelay, beginLifecycle, createChangeFeed, createKeyedQueue, createOpenCalls, fireAllDue, jsonCopy, listStored, pageOfDeadLetters, pageOfFailures, readDiagnostics, readStored, recordEvent, renewOne, storedInOrder };
export type { ChangeFeed, EventRecorderOptions, KeyedQueue, LifecycleBeginOptions, OpenCalls, RenewalWorks, WakePollerOptions };
