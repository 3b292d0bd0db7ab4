export { type FaultyAdapter, createFaultyAdapter } from './testing/faulty-adapter.ts'
export { type ManualClock, createManualClock, settle } from './testing/manual-clock.ts'
export {
  type TestHost,
  type TestHostOptions,
  type TestPlugin,
  createTestHost,
} from './testing/test-host.ts'
