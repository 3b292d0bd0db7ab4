import { instantFromMs } from '@afterview/time'
import { type EngineClock, presentOf } from './engine-clock.ts'
import type { EngineStore, StoredLifecycle } from './engine-store.ts'
import type { ExportedApplication } from './exported-application.ts'
import type { KeyedQueue } from './keyed-queue.ts'
import { requireStored, storedInOrder } from './store-reader.ts'

/** What exporting works with. */
export interface StoreExportOptions {
  readonly store: EngineStore
  readonly clock: EngineClock
  readonly queue: KeyedQueue
}

/** See {@link Engine.export}. */
export function exportStored(
  { store, clock, queue }: StoreExportOptions,
  applicationId: string,
): Promise<ExportedApplication> {
  return queue.run(applicationId, async () => {
    const stored = await requireStored(store, applicationId)
    return exported(store, stored, presentOf(clock).iso)
  })
}

/** See {@link Engine.exportAll}. Applications that are erased meanwhile are passed over. */
export async function* exportAllStored(
  options: StoreExportOptions,
): AsyncGenerator<ExportedApplication> {
  const { store, clock } = options
  for await (const { applicationId } of storedInOrder(store)) {
    const stored = await store.load(applicationId)
    if (stored !== undefined) yield await exported(store, stored, presentOf(clock).iso)
  }
}

async function exported(
  store: EngineStore,
  stored: StoredLifecycle,
  exportedAt: string,
): Promise<ExportedApplication> {
  const { applicationId } = stored
  return {
    format: 'afterview-application',
    version: 1,
    applicationId,
    exportedAt,
    beganAt: instantFromMs(stored.beganAt),
    changedAt: instantFromMs(stored.changedAt),
    snapshot: stored.snapshot,
    history: await store.history(applicationId),
    effects: await store.effects(applicationId),
    failure: (await store.failure(applicationId)) ?? null,
  }
}
