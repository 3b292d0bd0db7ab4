import { l as StoreEngineOptions, d as EngineStore, m as EngineFactory, n as EngineHost, o as Engine } from './engine-hash.js';
export { q as BeganEntry, B as Begun, a as Change, C as ChangeListener, s as Conflict, i as DeadLetter, t as DeliveryContext, u as DeliveryPolicy, v as DeliveryResult, e as Diagnostics, D as Disposable, j as EffectHandler, E as EngineClock, w as ErasedChange, x as EventEntry, y as ExportedApplication, z as ExportedEffect, F as Failure, H as HistoryEntry, b as LifecyclePort, f as ListQuery, g as Listed, O as OutboxRow, P as Page, h as PageRequest, R as RecordOptions, c as RecordOutcome, A as Renewal, G as RenewedEntry, I as StoreCompany, J as StoreCounts, K as StoreQuery, M as StoreWrite, N as StoredEffect, S as StoredLifecycle, T as TimerEntry, W as WriteResult, Q as WrittenChange, U as defaultDelivery, V as systemClock } from './engine-hash.js';
export { E as EngineErrorCode, s as spreadWake, w as writeRefused } from './store-writer-hash.js';
import { MachineSnapshot } from '@afterview/core';
import '@afterview/time';

/** Options of {@link memoryEngine}. */
interface MemoryEngineOptions extends StoreEngineOptions {
    /** Where to keep things. Default: a store of the engine's own, which goes with it. */
    readonly store?: EngineStore;
}
/** An engine that forgets everything with its process: for tests, demonstrations and trials. */
declare function memoryEngine(options?: MemoryEngineOptions): EngineFactory;

/** A store in the memory of the process. `close()` keeps what is in it for the next engine. */
declare function memoryStore(): EngineStore;

/**
 * The path of a state, such as `waiting.quiet`. Where several regions are active at once it ends
 * at the state that holds them.
 */
declare function statePath(value: MachineSnapshot['value']): string;

/** Makes an engine that keeps everything in `store`, which it closes when it is disposed. */
declare function createStoreEngine(store: EngineStore, host: EngineHost, options?: StoreEngineOptions): Engine;

export { Engine, EngineFactory, EngineHost, EngineStore, StoreEngineOptions, createStoreEngine, memoryEngine, memoryStore, statePath };
export type { MemoryEngineOptions };
