import { presentOf } from './engine-clock.ts'
import { type StoreEngineOptions, resolveOptions } from './engine-options.ts'
import type { Engine, EngineHost } from './engine.ts'
import type { EngineStore } from './engine-store.ts'
import { recordEvent } from './event-recorder.ts'
import { readStored } from './failure-ward.ts'
import { beginLifecycle } from './lifecycle-begin.ts'
import { type OpenCalls, createOpenCalls } from './open-calls.ts'
import { readDiagnostics } from './store-diagnostics.ts'
import { exportAllStored, exportStored } from './store-export.ts'
import { listStored, pageOfDeadLetters, pageOfFailures, requireStored } from './store-reader.ts'
import { renewStored } from './store-renewal.ts'
import { type StoreWorks, createStoreWorks } from './store-works.ts'

/** Makes an engine that keeps everything in `store`, which it closes when it is disposed. */
export function createStoreEngine(
  store: EngineStore,
  host: EngineHost,
  options: StoreEngineOptions = {},
): Engine {
  const works = createStoreWorks(store, host, resolveOptions(options))
  const calls = createOpenCalls()
  let disposal: Promise<void> | null = null
  return {
    ...lifecycleMethods(works, calls),
    ...inspectionMethods(works, calls),
    ...deliveryMethods(works, calls),
    dispose: () => (disposal ??= disposeAll(works, calls)),
  }
}

type LifecycleMethods = Pick<
  Engine,
  'begin' | 'record' | 'read' | 'history' | 'subscribe' | 'retry' | 'catchUp' | 'renew' | 'erase'
>

function lifecycleMethods(works: StoreWorks, calls: OpenCalls): LifecycleMethods {
  const { store, lifecycle, feed } = works
  return {
    begin: (input) => calls.run('begin', () => beginLifecycle(works, input)),
    record: (id, event, options = {}) =>
      calls.run('record', () => recordEvent(works, id, event, options)),
    read: (id) =>
      calls.run('read', async () => {
        const stored = await store.load(id)
        return stored && readStored(lifecycle, stored)
      }),
    history: (id) =>
      calls.run('history', async () => {
        await requireStored(store, id)
        return store.history(id)
      }),
    subscribe(listener) {
      calls.requireOpen('subscribe')
      return feed.subscribe(listener)
    },
    retry: (id) => calls.run('retry', () => retryFailed(works, id)),
    catchUp: () => calls.run('catchUp', () => catchUpAll(works)),
    renew: () => calls.run('renew', () => renewStored(works)),
    erase: (id) => calls.run('erase', () => eraseStored(works, id)),
  }
}

type InspectionMethods = Pick<Engine, 'list' | 'failures' | 'export' | 'exportAll' | 'diagnostics'>

function inspectionMethods(works: StoreWorks, calls: OpenCalls): InspectionMethods {
  const { store, lifecycle, clock } = works
  return {
    list: (query = {}) => calls.run('list', () => listStored(store, lifecycle, query)),
    failures: (request = {}) => calls.run('failures', () => pageOfFailures(store, request)),
    export: (id) => calls.run('export', () => exportStored(works, id)),
    exportAll() {
      calls.requireOpen('exportAll')
      return exportAllStored(works)
    },
    diagnostics: () => calls.run('diagnostics', () => readDiagnostics(store, clock)),
  }
}

type DeliveryMethods = Pick<Engine, 'handleEffects' | 'deadLetters' | 'redeliver'>

function deliveryMethods(works: StoreWorks, calls: OpenCalls): DeliveryMethods {
  const { store, clock, courier, deliveries } = works
  return {
    handleEffects(name, handler) {
      calls.requireOpen('handleEffects')
      const registration = courier.add(name, handler)
      deliveries.setFor(presentOf(clock).ms)
      return registration
    },
    deadLetters: (request = {}) =>
      calls.run('deadLetters', () => pageOfDeadLetters(store, request)),
    redeliver: (key) => calls.run('redeliver', () => redeliverDead(works, key)),
  }
}

function eraseStored(
  { store, publish, queue }: StoreWorks,
  applicationId: string,
): Promise<boolean> {
  return queue.run(applicationId, async () => {
    const isErased = await store.erase(applicationId)
    if (isErased) publish({ type: 'erased', applicationId })
    return isErased
  })
}

async function catchUpAll({ wakes, deliveries }: StoreWorks): Promise<void> {
  await wakes.ringNow()
  await deliveries.ringNow()
}

async function retryFailed({ store, clock, wakes }: StoreWorks, id: string): Promise<boolean> {
  const now = presentOf(clock).ms
  const isFailed = await store.reawaken(id, now)
  if (isFailed) wakes.setFor(now)
  return isFailed
}

async function redeliverDead(
  { store, clock, deliveries }: StoreWorks,
  key: string,
): Promise<boolean> {
  const now = presentOf(clock).ms
  const isDead = await store.revive(key, now)
  if (isDead) deliveries.setFor(now)
  return isDead
}

/** Handlers and the poller are told to stop first, since calls may wait for them. */
async function disposeAll(works: StoreWorks, calls: OpenCalls): Promise<void> {
  works.ending.abort()
  await calls.close()
  await works.wakes.dispose()
  await works.deliveries.dispose()
  await works.store.close()
}
