import { createActor, SimulatedClock } from 'xstate'
import { describe, expect, test } from 'vitest'
import { createLongClock, restoreActor, type Timeouts } from '@afterview/core'
import { createLife, createWaiting, input, nextWeek } from './life.ts'

const DAY = 86_400_000

/** The platform's timers on a clock that is moved by hand, with the platform's 32-bit overflow. */
function createPlatform(
  now = input.round.endsAt as string,
): Timeouts & { increment(ms: number): void } {
  const clock = new SimulatedClock()
  return {
    now: () => Date.parse(now) + clock.now(),
    setTimeout: (callback, ms) => clock.setTimeout(callback, ms > 2 ** 31 - 1 ? 1 : ms),
    clearTimeout: (handle) => {
      if (typeof handle === 'number') clock.clearTimeout(handle)
    },
    increment: (ms) => clock.increment(ms),
  }
}

describe('a live actor', () => {
  test('LIV-1 reaches the same states as advance', () => {
    const life = createLife()
    const platform = createPlatform()
    const actor = createActor(life.lifecycle.machine, {
      input,
      clock: createLongClock(platform),
    }).start()
    const events = [
      { type: 'interview.ended', at: '2026-11-25T15:30:00+01:00' },
      { type: 'thankYou.sent', at: '2026-11-25T15:30:00+01:00', interviewerId: 'sam' },
      { type: 'thankYou.sent', at: '2026-11-25T15:30:00+01:00', interviewerId: 'jo' },
    ] as const
    for (const event of events) {
      actor.send(event)
      life.ok(event.type, event.at, event)
      expect(actor.getSnapshot().value).toEqual(life.snapshot.machine.value)
    }
    platform.increment(8 * DAY)
    expect(actor.getSnapshot().value).toEqual(
      life.passTo('2026-12-03T14:30:00Z').snapshot.machine.value,
    )
    expect(actor.getSnapshot().value).toEqual({ waiting: 'checkInDue' })
    actor.stop()
  })

  test('LIV-2 waits longer than 24.8 days, and for ever where the delay is infinite', () => {
    const platform = createPlatform()
    const clock = createLongClock(platform)
    const fired: string[] = []
    clock.setTimeout(() => fired.push('60 days'), 60 * DAY)
    clock.setTimeout(() => fired.push('never'), Infinity)
    clock.clearTimeout(clock.setTimeout(() => fired.push('cancelled'), 30 * DAY))
    for (let day = 0; day < 60; day += 1) {
      expect(fired).toEqual([])
      platform.increment(DAY)
    }
    expect(fired).toEqual(['60 days'])
    platform.increment(1000 * DAY)
    expect(fired).toEqual(['60 days'])
  })

  test('LIV-3 that is restored arms its timers with the time that is left', () => {
    const life = createWaiting({}, nextWeek)
    const platform = createPlatform('2026-12-10T08:00:00Z')
    const actor = restoreActor(life.lifecycle.machine, life.snapshot, platform).start()
    platform.increment(DAY - 1)
    expect(actor.getSnapshot().value).toEqual({ waiting: 'withinTimeframe' })
    platform.increment(1)
    expect(actor.getSnapshot().value).toEqual({ waiting: 'checkInDue' })
    actor.stop()
  })

  test('LIV-3 that is restored does not fire what it has cancelled', () => {
    const life = createWaiting({}, nextWeek)
    const platform = createPlatform('2026-12-01T08:00:00Z')
    const actor = restoreActor(life.lifecycle.machine, life.snapshot, platform).start()
    actor.send({
      type: 'timeframe.revised',
      at: '2026-12-01T08:00:00Z',
      window: { earliest: '2026-12-01', latest: '2026-12-31' },
    })
    platform.increment(15 * DAY)
    expect(actor.getSnapshot().value).toEqual({ waiting: 'withinTimeframe' })
    actor.stop()
  })
})
