import {
  type IndexedDbEngine,
  indexedDbEngine,
  type IndexedDbEngineOptions,
} from '@afterview/engine-indexeddb'
import { onTestFinished } from 'vitest'
import { testHost, type TestHost } from './application.ts'

let databases = 0

/** The name of a database that no other test uses. */
export function newName(): string {
  databases += 1
  return `afterview-${databases}`
}

/** An engine that is disposed with the test. */
export async function openEngine(
  options: IndexedDbEngineOptions,
  host: TestHost = testHost(),
): Promise<IndexedDbEngine> {
  const engine = await indexedDbEngine(options)(host)
  onTestFinished(() => engine.dispose())
  return engine
}
