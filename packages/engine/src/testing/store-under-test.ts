import { createLifecycle, type Snapshot } from '@afterview/core'
import type { AfterviewError } from '@afterview/time'
import { presentOf } from '../engine-clock.ts'
import type { Engine } from '../engine.ts'
import type { EngineStore } from '../engine-store.ts'
import type { StoreEngineOptions } from '../engine-options.ts'
import { createStoreEngine } from '../store-engine.ts'
import type { EngineUnderTest } from './engine-under-test.ts'
import { createManualClock } from './manual-clock.ts'
import { morning } from './scenario.ts'

/** The data that a store under test works on. */
export interface StoredData {
  /** One more connection to the same data. */
  open(): Promise<EngineStore>
  /** Throws the data away, after every connection was closed. */
  discard?(): Promise<void>
}

/** An engine on a store, ready for the conformance suite. */
export function storeUnderTest(
  data: StoredData,
  options: StoreEngineOptions = {},
): EngineUnderTest {
  const clock = createManualClock(morning)
  const problems: AfterviewError[] = []
  const engines: Engine[] = []
  let failing = 0

  function isFailing(): boolean {
    failing -= 1
    return failing >= 0
  }

  return {
    clock,
    problems,
    async open({ lifecycle = createLifecycle(), clock: itsClock = clock } = {}) {
      const store = withFailures(await data.open(), isFailing)
      const host = {
        lifecycle,
        clock: itsClock,
        report: (one: AfterviewError) => void problems.push(one),
      }
      const engine = createStoreEngine(store, host, options)
      engines.push(engine)
      return engine
    },
    async plant(applicationId, snapshot) {
      const store = await data.open()
      await plantIn(store, applicationId, snapshot, presentOf(clock).ms)
      await store.close()
    },
    failWrites(count) {
      failing = count
    },
    async close() {
      for (const engine of engines) await engine.dispose()
      await data.discard?.()
    },
  }
}

function withFailures(store: EngineStore, isFailing: () => boolean): EngineStore {
  const commit: EngineStore['commit'] = async (writes) => {
    if (isFailing()) throw new Error('the disk is gone')
    return store.commit(writes)
  }
  return new Proxy(store, {
    get(target, name) {
      if (name === 'commit') return commit
      const member: unknown = Reflect.get(target, name)
      return typeof member === 'function' ? member.bind(target) : member
    },
  })
}

async function plantIn(
  store: EngineStore,
  applicationId: string,
  snapshot: unknown,
  at: number,
): Promise<void> {
  const stored = await store.load(applicationId)
  if (stored === undefined) throw new TypeError(`${applicationId} must have begun to be planted`)
  const { incarnation, revision, state, wakeAt } = stored
  await store.commit([
    {
      applicationId,
      fence: { incarnation, revision },
      // A store takes any JSON; that it is no snapshot is the point.
      snapshot: snapshot as Snapshot,
      revision,
      state,
      at,
      wakeAt,
      entries: [],
      effects: [],
    },
  ])
}
