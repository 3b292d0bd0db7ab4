import { describe, expect, test } from 'vitest'
import { createLife, createWaiting, input, nextWeek } from './life.ts'

describe('timers', () => {
  test('TIM-1 are armed with their state and cancelled when it is left', () => {
    const life = createWaiting({}, nextWeek)
    expect(
      Object.keys(life.snapshot.timers).every((id) => id.endsWith('waiting.withinTimeframe')),
    ).toBe(true)
    expect(Object.keys(life.snapshot.timers)).toHaveLength(3)
    life.ok('application.withdrawn', '2026-11-30T10:00:00Z')
    expect(life.snapshot.timers).toEqual({})
  })

  test('TIM-2 fire with their due instant, so that firing late changes nothing', () => {
    const inTime = createWaiting({}, nextWeek)
      .passTo('2026-12-11T08:00:00Z')
      .passTo('2027-02-01T00:00:00Z')
    const late = createWaiting({}, nextWeek).passTo('2027-02-01T00:00:00Z')
    expect(late.snapshot).toEqual(inTime.snapshot)
    expect(late.snapshot.machine.context['lastAt']).toBe('2027-01-03T08:00:00Z')
  })

  test('TIM-3 of an earlier visit do nothing', () => {
    const life = createWaiting({}, nextWeek)
    const [id, stale] = Object.entries(life.snapshot.timers)[0] ?? ['', { generation: -1 }]
    life.ok('timeframe.revised', '2026-11-30T10:00:00Z', {
      window: { earliest: '2026-12-01', latest: '2026-12-09' },
    })
    expect(life.snapshot.timers[id]?.generation).not.toBe(stale.generation)
    const outcome = life.lifecycle.wake(life.snapshot, id, stale.generation)
    expect(outcome).toMatchObject({ accepted: true, unchanged: 'stale', effects: [] })
    expect(outcome.snapshot).toBe(life.snapshot)
    expect(life.lifecycle.wake(life.snapshot, 'toString', 0)).toMatchObject({ unchanged: 'stale' })
  })

  test('TIM-4 that are due fire before an event, in due order', () => {
    const woken = createWaiting({}, nextWeek).passTo('2026-12-15T00:00:00Z')
    const told = createWaiting({}, nextWeek)
    const event = { kind: 'holding', window: { earliest: '2026-12-15', latest: '2026-12-20' } }
    woken.ok('employer.replied', '2026-12-15T10:00:00Z', event)
    const outcome = told.tell('employer.replied', '2026-12-15T10:00:00Z', event)
    expect(told.snapshot).toEqual(woken.snapshot)
    expect(outcome).toHaveProperty('effects', [
      expect.objectContaining({ cause: 'checkInDue', key: 'acme-1/6/0' }),
      expect.objectContaining({ cause: 'quiet', key: 'acme-1/7/0' }),
    ])
  })

  test('TIM-4 fire before a later timer that is woken first', () => {
    const life = createWaiting({}, nextWeek)
    const id = 'xstate.after.presumedNo.lifecycle.waiting.withinTimeframe'
    const generation = life.snapshot.timers[id]?.generation ?? -1
    const outcome = life.lifecycle.wake(life.snapshot, id, generation)
    expect(outcome.snapshot.machine.value).toEqual({ waiting: 'checkInDue' })
    expect(outcome.wakeAt).toBe('2026-12-12T08:00:00Z')
  })

  test('TIM-6 can be looked ahead of without being fired', () => {
    const life = createWaiting({}, nextWeek)
    const before = structuredClone(life.snapshot)
    const ahead = life.lifecycle.catchUp(life.snapshot, '2027-01-10T00:00:00Z')
    expect(ahead.snapshot).toEqual(
      createWaiting({}, nextWeek).passTo('2027-01-10T00:00:00Z').snapshot,
    )
    expect(ahead.effects.map(({ key }) => key)).toEqual(['acme-1/6/0', 'acme-1/7/0', 'acme-1/8/0'])
    expect(life.snapshot).toEqual(before)
  })

  test('TIM-5 are announced by the earliest of them', () => {
    const life = createLife()
    expect(life.lifecycle.start(input).wakeAt).toBe('2026-11-25T14:30:00Z')
    const outcome = life.tell('application.withdrawn', '2026-11-25T10:00:00Z')
    expect(outcome).toMatchObject({ accepted: true, wakeAt: null })
  })
})
