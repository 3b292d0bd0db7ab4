import { createLifecycle } from '@afterview/core'
import { type Engine, type EngineStore, type LifecyclePort, memoryStore } from '@afterview/engine'
import { type EngineUnderTest, type ManualClock, storeUnderTest } from '@afterview/engine/testing'

/** An engine with one guarantee broken on purpose. */
export interface Mutant {
  readonly name: string
  /** The rules whose tests must fail on it. */
  readonly caughtBy: readonly string[]
  readonly create: () => Promise<EngineUnderTest>
}

/** What to break, each made anew for each test. */
export interface Breakage {
  /** The store, once for all connections. */
  readonly store?: (store: EngineStore) => Partial<EngineStore>
  readonly lifecycle?: (lifecycle: LifecyclePort) => Partial<LifecyclePort>
  readonly clock?: (clock: ManualClock) => Partial<ManualClock>
  readonly engine?: (engine: Engine, clock: ManualClock) => Partial<Engine>
  readonly test?: (test: EngineUnderTest) => Partial<EngineUnderTest>
}

/** A mutant of the in-memory engine. */
export function mutant(name: string, caughtBy: string, breakage: Breakage): Mutant {
  return { name, caughtBy: caughtBy.split(' '), create: async () => createBroken(breakage) }
}

function createBroken({ store, lifecycle, clock, engine, test }: Breakage): EngineUnderTest {
  const memory = memoryStore()
  const brokenStore = { ...memory, ...store?.(memory) }
  const base = storeUnderTest({ open: async () => brokenStore })
  const open: EngineUnderTest['open'] = async (options = {}) => {
    const port = options.lifecycle ?? createLifecycle()
    const hand = options.clock ?? base.clock
    const opened = await base.open({
      lifecycle: { ...port, ...lifecycle?.(port) },
      clock: withBroken(hand, clock?.(hand)),
    })
    return { ...opened, ...engine?.(opened, hand) }
  }
  return { ...base, open, ...test?.({ ...base, open }) }
}

function withBroken(clock: ManualClock, broken: Partial<ManualClock> = {}): ManualClock {
  return {
    now: () => clock.now(),
    setTimer: (ms, run) => clock.setTimer(ms, run),
    advance: (ms) => clock.advance(ms),
    step: (ms) => clock.step(ms),
    sleepTo: (instant) => clock.sleepTo(instant),
    get timers() {
      return clock.timers
    },
    ...broken,
  }
}
