import { createLifecycle } from '@afterview/core'
import { type Engine, memoryEngine } from '@afterview/engine'
import { createManualClock, type ManualClock } from '@afterview/engine/testing'

/** An engine for tests: in memory, with a clock that stands until the test moves it. */
export async function openTestEngine(
  now: string,
): Promise<{ readonly engine: Engine; readonly clock: ManualClock }> {
  const clock = createManualClock(now)
  const engine = await memoryEngine()({
    lifecycle: createLifecycle(),
    clock,
    report: (problem) => {
      throw problem
    },
  })
  return { engine, clock }
}
