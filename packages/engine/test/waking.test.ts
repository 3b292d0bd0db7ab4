import { createLifecycle } from '@afterview/core'
import {
  createStoreEngine,
  type Engine,
  type EngineStore,
  memoryEngine,
  memoryStore,
  type StoreEngineOptions,
  writeRefused,
} from '@afterview/engine'
import { createManualClock, type ManualClock } from '@afterview/engine/testing'
import { type AfterviewError, instantFromMs, instantMs } from '@afterview/time'
import { describe, expect, it } from 'vitest'
import { applicationInput, interviewEnd, morning } from './application.ts'

interface Started {
  readonly engine: Engine
  readonly clock: ManualClock
  readonly problems: AfterviewError[]
}

function start(
  ids: readonly string[],
  options: StoreEngineOptions = {},
  store: EngineStore = memoryStore(),
): Promise<Started> {
  const clock = createManualClock(morning)
  const problems: AfterviewError[] = []
  const report = (problem: AfterviewError): void => void problems.push(problem)
  const engine = createStoreEngine(store, { lifecycle: createLifecycle(), clock, report }, options)
  return Promise.all(ids.map((id) => engine.begin(applicationInput(id)))).then(() => ({
    engine,
    clock,
    problems,
  }))
}

function idsTo(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `acme-${String(index).padStart(4, '0')}`)
}

async function wokenAt(engine: Engine, id: string): Promise<string | undefined> {
  return (await engine.history(id)).find(({ type }) => type === 'timer')?.recordedAt
}

const minute = 60_000
const ten = 10 * minute

describe('spreading', () => {
  it('SPR-1 wakes a lifecycle at or after its due instant, and by less than the spread later', async () => {
    const ids = idsTo(50)
    const { engine, clock } = await start(ids, { spread: ten })
    for (const { wakeAt } of (await engine.list()).items) {
      const delay = instantMs(wakeAt ?? '') - instantMs(interviewEnd)
      expect(delay).toBeGreaterThanOrEqual(0)
      expect(delay).toBeLessThan(ten)
    }
    await clock.sleepTo(interviewEnd)
    await clock.advance(ten)
    for (const id of ids) {
      const woken = instantMs((await wokenAt(engine, id)) ?? '')
      expect(woken).toBeGreaterThanOrEqual(instantMs(interviewEnd))
      expect(woken).toBeLessThan(instantMs(interviewEnd) + ten)
    }
  })

  it('SPR-2 gives each minute of the spread an even share of many lifecycles', async () => {
    const { engine } = await start(idsTo(500), { spread: ten })
    const minutes = Array.from({ length: 10 }, () => 0)
    for (const { wakeAt } of (await engine.list({ limit: 1000 })).items) {
      const minuteOf = Math.floor((instantMs(wakeAt ?? '') - instantMs(interviewEnd)) / minute)
      minutes[minuteOf] = (minutes[minuteOf] ?? 0) + 1
    }
    for (const share of minutes) expect(share).toBeGreaterThan(25)
    for (const share of minutes) expect(share).toBeLessThan(80)
  })

  it('SPR-3 gives the same id the same share in every engine', async () => {
    const wakes = await Promise.all(
      [1, 2].map(async () => {
        const { engine } = await start(idsTo(20), { spread: ten })
        return (await engine.list()).items.map(({ wakeAt }) => wakeAt)
      }),
    )
    expect(wakes[0]).toEqual(wakes[1])
    expect(new Set(wakes[0]).size).toBe(20)
  })

  it('SPR-4 leaves the due instant as the instant of the firing', async () => {
    const { engine, clock } = await start(['acme-1'], { spread: ten })
    await clock.sleepTo(instantFromMs(instantMs(interviewEnd) + ten))
    const [, fired] = await engine.history('acme-1')
    expect(fired).toMatchObject({ type: 'timer', at: interviewEnd })
    expect(fired?.recordedAt).not.toBe(interviewEnd)
  })
})

describe('polling', () => {
  it('POL-1 wakes the lifecycle that is due first before the others', async () => {
    const { engine, clock } = await start([])
    for (const [id, hours] of [
      ['late', 5],
      ['early', 1],
      ['middle', 3],
    ] as const) {
      const input = applicationInput(id)
      const endsAt = instantFromMs(instantMs(interviewEnd) + hours * 60 * minute)
      await engine.begin({ ...input, round: { ...input.round, endsAt } })
    }
    const woken: string[] = []
    engine.subscribe(({ applicationId }) => void woken.push(applicationId))
    clock.step(24 * 60 * minute)
    await clock.advance(minute)
    expect(woken).toEqual(['early', 'middle', 'late'])
  })

  it('POL-2 leaves firing to others when it is told not to poll, until it is asked to catch up', async () => {
    const { engine, clock } = await start(['acme-1'], { poll: false })
    clock.step(24 * 60 * minute)
    await clock.advance(10 * minute)
    expect(await wokenAt(engine, 'acme-1')).toBeUndefined()
    await engine.catchUp()
    expect(await wokenAt(engine, 'acme-1')).toBe(clock.now())
  })

  it('POL-3 sets a lifecycle aside that the store can never hold, and goes on with the others', async () => {
    const store = memoryStore()
    const picky: EngineStore = {
      ...store,
      async commit(writes) {
        if (
          writes.some(
            ({ applicationId, revision }) => applicationId === 'acme-0002' && revision > 0,
          )
        ) {
          throw writeRefused('acme-0002', new Error('it is too long'))
        }
        return store.commit(writes)
      },
    }
    const { engine, clock, problems } = await start(idsTo(5), {}, picky)
    await clock.sleepTo(instantFromMs(instantMs(interviewEnd) + minute))
    const woken = await Promise.all(idsTo(5).map((id) => wokenAt(engine, id)))
    expect(woken.map((at) => at !== undefined)).toEqual([true, true, false, true, true])
    expect(problems.map(({ code, details }) => [code, details['applicationId']])).toEqual([
      ['write-refused', 'acme-0002'],
    ])
    expect((await engine.failures()).items.map(({ attempts }) => attempts)).toEqual([1])
  })

  it('POL-4 answers an event that comes during a long catch-up before the catch-up has ended', async () => {
    const { engine, clock } = await start(idsTo(400), { poll: false, batch: 20 })
    clock.step(24 * 60 * minute)
    const done: string[] = []
    const catchUp = async (): Promise<void> => {
      await engine.catchUp()
      done.push('catch-up')
    }
    const catchingUp = catchUp()
    const event = { type: 'timeframe.asked', at: clock.now() }
    const outcome = await new Promise((resolve) => {
      setTimeout(() => resolve(engine.record('acme-0399', event)), 0)
    })
    expect(outcome).toMatchObject({ accepted: true })
    done.push('event')
    await catchingUp
    expect(done).toEqual(['event', 'catch-up'])
    expect((await engine.diagnostics()).overdue).toBe(0)
  })

  it('POL-5 has at most one timer for wake-ups and one for effects, however much it holds', async () => {
    const { engine, clock } = await start(idsTo(100))
    engine.handleEffects('one', () => undefined)
    expect(clock.timers).toBe(2)
    await clock.sleepTo(instantFromMs(instantMs(interviewEnd) + minute))
    expect(clock.timers).toBe(2)
    await engine.dispose()
    expect(clock.timers).toBe(0)
  })

  it('POL-7 stops a long catch-up when it is disposed, and leaves the rest for the next engine', async () => {
    const store = memoryStore()
    const { engine, clock } = await start(idsTo(60), { poll: false, batch: 10 }, store)
    clock.step(24 * 60 * minute)
    const woken: string[] = []
    engine.subscribe(({ applicationId }) => {
      woken.push(applicationId)
      if (woken.length === 10) disposals.push(engine.dispose())
    })
    const disposals: Promise<void>[] = []
    await engine.catchUp()
    await Promise.all(disposals)
    expect(woken).toEqual(idsTo(10))
    expect(await store.due(instantMs(clock.now()), 100)).toHaveLength(50)
  })

  it('POL-6 writes as many lifecycles in one transaction as the batch says', async () => {
    const store = memoryStore()
    const sizes: number[] = []
    const counting: EngineStore = {
      ...store,
      commit(writes) {
        sizes.push(writes.length)
        return store.commit(writes)
      },
    }
    const { engine, clock } = await start(idsTo(25), { poll: false, batch: 10 }, counting)
    sizes.splice(0)
    clock.step(24 * 60 * minute)
    await engine.catchUp()
    expect(sizes).toEqual([10, 10, 5])
  })
})

describe('options', () => {
  it.each([
    ['spread', { spread: -1 }],
    ['batch', { batch: 0 }],
    ['delivery.attempts', { delivery: { attempts: 0 } }],
    ['delivery.firstDelay', { delivery: { firstDelay: 0.5 } }],
    ['delivery.concurrency', { delivery: { concurrency: Number.NaN } }],
  ])('OPT-1 refuses %s outside its bounds', async (name, options) => {
    const host = {
      lifecycle: createLifecycle(),
      clock: createManualClock(morning),
      report: () => undefined,
    }
    const made = memoryEngine(options)(host)
    await expect(made).rejects.toMatchObject({ code: 'number-out-of-range', details: { name } })
  })
})
