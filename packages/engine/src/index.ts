export {
  type Change,
  type ChangeListener,
  type ErasedChange,
  type WrittenChange,
} from './change.ts'
export type { Diagnostics } from './diagnostics.ts'
export type { Disposable } from './disposable.ts'
export {
  type DeadLetter,
  defaultDelivery,
  type DeliveryContext,
  type DeliveryPolicy,
  type EffectHandler,
} from './effect-handler.ts'
export { type EngineClock, systemClock } from './engine-clock.ts'
export type { StoreEngineOptions } from './engine-options.ts'
export type {
  DeliveryResult,
  EngineStore,
  OutboxRow,
  StoreCounts,
  StoredEffect,
  StoredLifecycle,
  StoreQuery,
  StoreWrite,
  WriteResult,
} from './engine-store.ts'
export {
  type Begun,
  type Conflict,
  type Engine,
  type EngineFactory,
  type EngineHost,
  type RecordOptions,
  type RecordOutcome,
  type Renewal,
} from './engine.ts'
export { type EngineErrorCode, writeRefused } from './error-table.ts'
export type { ExportedApplication, ExportedEffect } from './exported-application.ts'
export type { Failure } from './failure.ts'
export type {
  BeganEntry,
  EventEntry,
  HistoryEntry,
  RenewedEntry,
  TimerEntry,
} from './history-entry.ts'
export type { LifecyclePort } from './lifecycle-port.ts'
export type { Listed, ListQuery } from './listing.ts'
export { memoryEngine, type MemoryEngineOptions } from './memory-engine.ts'
export { memoryStore } from './memory-store.ts'
export type { Page, PageRequest } from './page.ts'
export type { StoreCompany } from './store-company.ts'
export { statePath } from './state-path.ts'
export { createStoreEngine } from './store-engine.ts'
export { spreadWake } from './store-writer.ts'
