import {
  createTestHost as createBare,
  type TestHost,
  type TestHostOptions,
} from '@afterview/plugin-host/testing'
import { onTestFinished } from 'vitest'

/** A test host that is disposed when its test ends; what is left behind then fails the test. */
export async function createTestHost(options?: TestHostOptions): Promise<TestHost> {
  const made = await createBare(options)
  onTestFinished(() => made.expectNoLeaks())
  return made
}
