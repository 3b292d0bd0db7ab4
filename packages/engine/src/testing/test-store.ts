import { type StoreCase, storeCases } from './cases/store-cases.ts'
import type { EngineStore } from '../engine-store.ts'
import type { StoredData } from './store-under-test.ts'
import type { TestRunner } from './test-engine.ts'

/**
 * Registers the conformance suite of the store port: one test for each guarantee that an engine
 * relies on. `create` makes empty data and is called for each test. Run {@link testEngine} as well.
 */
export function testStore(
  name: string,
  create: () => Promise<StoredData>,
  { describe, it }: TestRunner,
): void {
  describe(`${name} keeps the store port`, () => {
    for (const one of storeCases) {
      it(`${one.rule} ${one.title}`, () => withStores(create, one))
    }
  })
}

async function withStores(create: () => Promise<StoredData>, one: StoreCase): Promise<void> {
  const data = await create()
  const opened: EngineStore[] = []
  try {
    await one.run(async () => {
      const store = await data.open()
      opened.push(store)
      return store
    })
  } finally {
    for (const store of opened) await store.close()
    await data.discard?.()
  }
}
