export type { EngineCase } from './testing/engine-case.ts'
export type { Ability, EngineUnderTest, OpenOptions } from './testing/engine-under-test.ts'
export { createManualClock, type ManualClock } from './testing/manual-clock.ts'
export { runRandomLife } from './testing/random-life.ts'
export { type StoredData, storeUnderTest } from './testing/store-under-test.ts'
export { testStore } from './testing/test-store.ts'
export {
  engineCases,
  type LeftOut,
  runCase,
  testEngine,
  type TestRunner,
} from './testing/test-engine.ts'
