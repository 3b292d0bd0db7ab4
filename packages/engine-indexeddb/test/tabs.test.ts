import 'fake-indexeddb/auto'
import type { Change } from '@afterview/engine'
import type { IndexedDbEngine } from '@afterview/engine-indexeddb'
import { expect, it } from 'vitest'
import { applicationInput, interviewEnd, morning, testHost } from './application.ts'
import { newName, openEngine } from './open-engine.ts'

const asked = { type: 'timeframe.asked', at: morning }

/** Resolves when an engine has heard of a change of this type. */
function heard(engine: IndexedDbEngine, type: Change['type']): Promise<Change> {
  return new Promise((resolve) => {
    const listening = engine.subscribe((change) => {
      if (change.type !== type) return
      listening.dispose()
      resolve(change)
    })
  })
}

it('TAB-1 a tab hears of what another changed, as that one did', async () => {
  const name = newName()
  const [one, other] = [await openEngine({ name }), await openEngine({ name })]
  const began = heard(other, 'began')
  await one.begin(applicationInput('acme-1'))
  expect((await began).applicationId).toBe('acme-1')
  const [here, there] = [heard(one, 'recorded'), heard(other, 'recorded')]
  await one.record('acme-1', asked)
  expect(await there).toEqual(await here)
  const erased = heard(other, 'erased')
  await one.erase('acme-1')
  expect(await erased).toEqual({ type: 'erased', applicationId: 'acme-1' })
})

it('TAB-2 of several tabs one fires timers, at once also for what another tab began', async () => {
  const name = newName()
  const hosts = [testHost(), testHost()] as const
  const first = await openEngine({ name }, hosts[0])
  const second = await openEngine({ name }, hosts[1])
  await hosts[0].clock.advance(0)
  const began = heard(first, 'began')
  await second.begin(applicationInput('acme-1'))
  await began
  await hosts[1].clock.sleepTo(interviewEnd)
  expect((await second.read('acme-1'))?.revision).toBe(0)
  const woke = heard(second, 'woke')
  await hosts[0].clock.sleepTo(interviewEnd)
  await woke
  expect((await first.read('acme-1'))?.revision).toBe(1)
})

it('TAB-3 when the tab that fires timers is gone, another takes its turn', async () => {
  const name = newName()
  const clock = testHost()
  const first = await openEngine({ name })
  const second = await openEngine({ name }, clock)
  await second.begin(applicationInput('acme-1'))
  await clock.clock.sleepTo(interviewEnd)
  const woke = heard(second, 'woke')
  await first.dispose()
  while (clock.clock.timers === 0) {
    await new Promise((resolve) => {
      setTimeout(resolve, 0)
    })
  }
  await clock.clock.advance(0)
  expect(await woke).toMatchObject({ applicationId: 'acme-1', snapshot: { revision: 1 } })
})

it('TAB-4 an effect that one tab caused is delivered by the tab that has a handler', async () => {
  const name = newName()
  const host = testHost()
  const [one, other] = [await openEngine({ name }), await openEngine({ name }, host)]
  const seen: string[] = []
  other.handleEffects('letters', ({ key }) => void seen.push(key))
  await host.clock.advance(0)
  await one.begin(applicationInput('acme-1'))
  const told = heard(other, 'recorded')
  await one.record('acme-1', { type: 'application.withdrawn', at: morning })
  await told
  await host.clock.advance(0)
  expect(seen).toEqual(['acme-1/1/0', 'acme-1/1/1'])
})
