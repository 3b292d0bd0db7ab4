import { instantFromMs } from '@afterview/time'
import type { Diagnostics } from './diagnostics.ts'
import { type EngineClock, presentOf } from './engine-clock.ts'
import type { EngineStore } from './engine-store.ts'

/** See {@link Engine.diagnostics}. */
export async function readDiagnostics(
  store: Pick<EngineStore, 'name' | 'count' | 'nextWake'>,
  clock: EngineClock,
): Promise<Diagnostics> {
  const { facts, ...counts } = await store.count(presentOf(clock).ms)
  const nextWake = await store.nextWake()
  return {
    engine: store.name,
    ...counts,
    nextWakeAt: nextWake === null ? null : instantFromMs(nextWake),
    store: facts,
  }
}
