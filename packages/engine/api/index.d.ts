import { S as StoreEngineOptions, E as EngineStore, a as EngineFactory, b as EngineHost, c as Engine } from './engine-hash.js';
export { B as BeganEntry, d as Begun, C as Change, e as ChangeListener, f as Conflict, D as DeadLetter, g as DeliveryContext, h as DeliveryPolicy, i as DeliveryResult, j as Diagnostics, k as Disposable, l as EffectHandler, m as EngineClock, n as ErasedChange, o as EventEntry, p as ExportedApplication, q as ExportedEffect, F as Failure, H as HistoryEntry, L as LifecyclePort, r as ListQuery, s as Listed, O as OutboxRow, P as Page, t as PageRequest, R as RecordOptions, u as RecordOutcome, v as Renewal, w as RenewedEntry, x as StoreCounts, y as StoreQuery, z as StoreWrite, A as StoredEffect, G as StoredLifecycle, T as TimerEntry, W as WriteResult, I as WrittenChange, J as defaultDelivery, K as systemClock } from './engine-hash.js';
import { ErrorFacts, AfterviewError } from '@afterview/time';
import '@afterview/core';

type Facts = Pick<ErrorFacts, 'happened' | 'fix'>;
/** Every error that this package throws or reports: what happened, and the one action that mends it. */
declare const table: {
    readonly 'application-unknown': (d: {
        applicationId: string;
    }) => Facts;
    readonly 'application-exists': (d: {
        applicationId: string;
    }) => Facts;
    readonly 'engine-disposed': (d: {
        method: string;
    }) => Facts;
    readonly 'lifecycle-failed': (d: {
        applicationId: string;
        during: string;
        message: string;
    }) => Facts;
    readonly 'snapshot-unreadable': (d: {
        applicationId: string;
        message: string;
    }) => Facts;
    readonly 'lifecycle-runaway': (d: {
        applicationId: string;
        fired: number;
    }) => Facts;
    readonly 'timer-kept': (d: {
        applicationId: string;
        timerId: string;
        generation: number;
    }) => Facts;
    readonly 'store-contended': (d: {
        applicationId: string;
        tries: number;
    }) => Facts;
    readonly 'write-refused': (d: {
        applicationId: string;
        message: string;
    }) => Facts;
    readonly 'effect-dead': (d: {
        key: string;
        attempts: number;
        message: string;
    }) => Facts;
    readonly 'effect-timeout': (d: {
        key: string;
        handler: string;
        timeout: number;
    }) => Facts;
    readonly 'handler-exists': (d: {
        name: string;
    }) => Facts;
    readonly 'listener-failed': (d: {
        applicationId: string;
        message: string;
    }) => Facts;
    readonly 'store-failed': (d: {
        during: string;
        message: string;
    }) => Facts;
    readonly 'number-out-of-range': (d: {
        name: string;
        value: unknown;
        from: number;
        to: number;
    }) => Facts;
    readonly 'key-malformed': (d: {
        key: unknown;
    }) => Facts;
    readonly 'conformance-failed': (d: {
        what: string;
        actual: unknown;
        expected: unknown;
    }) => Facts;
};
type Table = typeof table;
/** Codes of the errors that this package throws or reports. */
type EngineErrorCode = keyof Table;
/**
 * For stores: what `commit` rejects with when one write can never be stored, whatever the state of
 * the store. The engine sets its lifecycle aside and goes on with the others.
 */
declare function writeRefused(applicationId: string, cause: unknown): AfterviewError;

/** Options of {@link memoryEngine}. */
interface MemoryEngineOptions extends StoreEngineOptions {
    /** Where to keep things. Default: a store of the engine's own, which goes with it. */
    readonly store?: EngineStore;
}
/** An engine that forgets everything with its process: for tests, demonstrations and trials. */
declare function memoryEngine(options?: MemoryEngineOptions): EngineFactory;

/** A store in the memory of the process. `close()` keeps what is in it for the next engine. */
declare function memoryStore(): EngineStore;

/** Makes an engine that keeps everything in `store`, which it closes when it is disposed. */
declare function createStoreEngine(store: EngineStore, host: EngineHost, options?: StoreEngineOptions): Engine;

export { Engine, EngineFactory, EngineHost, EngineStore, StoreEngineOptions, createStoreEngine, memoryEngine, memoryStore, writeRefused };
export type { EngineErrorCode, MemoryEngineOptions };
