import { createLifecycle } from '@afterview/core'
import {
  type Change,
  createStoreEngine,
  type Engine,
  type EngineStore,
  memoryStore,
  type StoreCompany,
} from '@afterview/engine'
import { createManualClock, type ManualClock } from '@afterview/engine/testing'
import { describe, expect, it } from 'vitest'
import { applicationInput, interviewEnd, morning } from './application.ts'

const withdrawn = { type: 'application.withdrawn', at: morning }

/** The other tab, as a test plays it. */
interface Others extends StoreCompany {
  readonly told: string[]
  /** Gives this engine the turn. */
  giveTurn(): Promise<void>
  saysChange(change: Change): void
  saysWake(at: number): void
}

function createOthers(): Others {
  const { promise, resolve } = Promise.withResolvers<void>()
  const told: string[] = []
  const changes = new Set<(change: Change) => void>()
  const wakes = new Set<(at: number) => void>()
  return {
    told,
    turn: () => promise,
    tellChange: ({ type }) => void told.push(type),
    tellWake: (at) => void told.push(new Date(at).toISOString()),
    onChange(listener) {
      changes.add(listener)
      return { dispose: () => void changes.delete(listener) }
    },
    onWake(listener) {
      wakes.add(listener)
      return { dispose: () => void wakes.delete(listener) }
    },
    async giveTurn() {
      resolve()
      await promise
    },
    saysChange: (change) => changes.forEach((listener) => listener(change)),
    saysWake: (at) => wakes.forEach((listener) => listener(at)),
  }
}

interface Tab {
  readonly engine: Engine
  readonly clock: ManualClock
  readonly others: Others
}

function openTab(store: EngineStore = memoryStore()): Tab {
  const others = createOthers()
  const clock = createManualClock(morning)
  const report = (problem: Error): never => {
    throw problem
  }
  const host = { lifecycle: createLifecycle(), clock, report }
  return { engine: createStoreEngine({ ...store, company: others }, host), clock, others }
}

function firings(engine: Engine): Promise<number> {
  return engine
    .history('acme-1')
    .then((history) => history.filter(({ type }) => type === 'timer').length)
}

describe('with others at the same data', () => {
  it('COM-1 an engine fires nothing by itself until it has the turn', async () => {
    const { engine, clock, others } = openTab()
    await engine.begin(applicationInput('acme-1'))
    await clock.sleepTo(interviewEnd)
    expect(await firings(engine)).toBe(0)
    await others.giveTurn()
    await clock.advance(0)
    expect(await firings(engine)).toBe(1)
    await engine.dispose()
  })

  it('COM-1 an engine without the turn catches up when it is told to', async () => {
    const { engine, clock } = openTab()
    await engine.begin(applicationInput('acme-1'))
    await clock.sleepTo(interviewEnd)
    await engine.catchUp()
    expect(await firings(engine)).toBe(1)
    await engine.dispose()
  })

  it('COM-2 an engine without the turn tells of wake-ups, and every engine of changes', async () => {
    const { engine, clock, others } = openTab()
    await engine.begin(applicationInput('acme-1'))
    expect(others.told).toEqual([new Date(interviewEnd).toISOString(), 'began'])
    await others.giveTurn()
    await clock.advance(0)
    await engine.begin(applicationInput('acme-2'))
    await engine.erase('acme-2')
    expect(others.told.slice(2)).toEqual(['began', 'erased'])
    await engine.dispose()
  })

  it('COM-3 an engine that has the turn fires at once what another tells of', async () => {
    const store = memoryStore()
    const [mine, theirs] = [openTab(store), openTab(store)]
    await mine.others.giveTurn()
    await mine.clock.sleepTo(interviewEnd)
    await theirs.engine.begin(applicationInput('acme-1'))
    mine.others.saysWake(Date.parse(interviewEnd))
    await mine.clock.advance(0)
    expect(await firings(mine.engine)).toBe(1)
  })

  it('COM-4 a change of another is heard, and its effects are delivered here', async () => {
    const store = memoryStore()
    const [mine, theirs] = [openTab(store), openTab(store)]
    const [heard, delivered]: [Change[], string[]] = [[], []]
    mine.engine.subscribe((change) => void heard.push(change))
    mine.engine.handleEffects('letters', ({ key }) => void delivered.push(key))
    await mine.clock.advance(0)
    theirs.engine.subscribe((change) => mine.others.saysChange(change))
    await theirs.engine.begin(applicationInput('acme-1'))
    await theirs.engine.record('acme-1', withdrawn)
    await mine.clock.advance(0)
    expect(heard.map(({ type }) => type)).toEqual(['began', 'recorded'])
    expect(delivered).toEqual(['acme-1/1/0', 'acme-1/1/1'])
    expect(mine.others.told).toEqual([])
    await mine.engine.dispose()
    mine.others.saysChange({ type: 'erased', applicationId: 'acme-1' })
    expect(heard).toHaveLength(2)
  })
})
