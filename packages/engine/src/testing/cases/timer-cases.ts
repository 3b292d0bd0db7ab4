import { instantMs } from '@afterview/time'
import type { Engine } from '../../engine.ts'
import { check, checkEqual } from '../check.ts'
import type { EngineCase } from '../engine-case.ts'
import type { EngineUnderTest } from '../engine-under-test.ts'
import {
  after,
  applicationInput,
  day,
  fact,
  firings,
  firingsOfCore,
  hour,
  interviewEnd,
  live,
  minute,
  nextDue,
  readNow,
  replay,
  second,
  tell,
  untilWaiting,
} from '../scenario.ts'

/** How time passes. */
export const timerCases: readonly EngineCase[] = [
  {
    rule: 'TIM-1',
    title: 'a timer fires when it is due, not before, and once',
    async run({ open, clock }) {
      const engine = await begun(open)
      await clock.sleepTo(after(interviewEnd, -1))
      checkEqual(await firings(engine, 'acme-1'), [], 'the firings a millisecond before')
      await clock.advance(1)
      checkEqual(await firings(engine, 'acme-1'), [interviewEnd], 'the firings when due')
      await clock.sleepTo(after(interviewEnd, 3 * day))
      checkEqual(await firings(engine, 'acme-1'), [interviewEnd], 'the firings days later')
    },
  },
  {
    rule: 'TIM-2',
    title: 'leaving a state cancels its timers',
    async run({ open, clock }) {
      const engine = await waiting(open, clock)
      const due = await nextDue(engine, 'acme-1')
      const before = await firings(engine, 'acme-1')
      await tell(engine, 'acme-1', fact('application.withdrawn', clock.now()))
      await clock.sleepTo(after(due, 60 * day))
      checkEqual(await firings(engine, 'acme-1'), before, 'the firings')
    },
  },
  {
    rule: 'TIM-3',
    title: 'a timer of an earlier visit to a state does nothing in a later one',
    async run({ open, clock }) {
      const engine = await waiting(open, clock)
      const first = await nextDue(engine, 'acme-1')
      await clock.sleepTo(after(clock.now(), 2 * day))
      await tell(engine, 'acme-1', fact('employer.held', clock.now()))
      await clock.sleepTo(after(clock.now(), day))
      await tell(engine, 'acme-1', fact('employer.resumed', clock.now()))
      const second = await nextDue(engine, 'acme-1')
      check(first < second, 'the later visit being due later')
      const before = await firings(engine, 'acme-1')
      await clock.sleepTo(after(second, -1))
      checkEqual(await firings(engine, 'acme-1'), before, 'the firings before the later date')
      await clock.advance(1)
      checkEqual(
        await firings(engine, 'acme-1'),
        [...before, second],
        'the firings at the later date',
      )
    },
  },
  {
    rule: 'TIM-3',
    title: 'a timer that is armed again for the same instant fires once',
    async run({ open, clock }) {
      const engine = await waiting(open, clock)
      const due = await nextDue(engine, 'acme-1')
      const before = await firings(engine, 'acme-1')
      await tell(engine, 'acme-1', fact('application.paused', clock.now()))
      await tell(engine, 'acme-1', fact('application.resumed', clock.now()))
      checkEqual(await nextDue(engine, 'acme-1'), due, 'the date after a pause')
      await clock.sleepTo(after(due, hour))
      checkEqual(await firings(engine, 'acme-1'), [...before, due], 'the firings')
    },
  },
  {
    rule: 'TIM-4',
    title: 'a timer beyond 2³¹ milliseconds waits for its time',
    async run({ open, clock }) {
      const engine = await waiting(open, clock)
      const until = after(clock.now(), 60 * day)
      await tell(engine, 'acme-1', fact('application.paused', clock.now(), { until }))
      checkEqual(await nextDue(engine, 'acme-1'), until, 'the date')
      const before = await firings(engine, 'acme-1')
      await clock.advance(2 * hour)
      for (const days of [10, 24, 25, 49, 59]) {
        await clock.sleepTo(after(until, (days - 60) * day))
        checkEqual(await firings(engine, 'acme-1'), before, `the firings after ${days} days`)
      }
      await clock.sleepTo(until)
      checkEqual(await firings(engine, 'acme-1'), [...before, until], 'the firings')
    },
  },
  {
    rule: 'TIM-5',
    title: 'timers that became due while nothing ran fire in due order, as of their due instants',
    async run({ open, clock }) {
      const engine = await begun(open)
      await live(engine, clock, 'acme-1', fact('interview.ended', interviewEnd))
      const before = await readNow(engine, 'acme-1')
      const firedBefore = await firings(engine, 'acme-1')
      await engine.dispose()
      clock.step(90 * day)
      const later = await open()
      await clock.advance(minute)
      const expected = firingsOfCore(before, clock.now())
      check(expected.length > 3, 'several timers having become due')
      checkEqual(await firings(later, 'acme-1'), [...firedBefore, ...expected], 'the firings')
      const history = await later.history('acme-1')
      checkEqual(await readNow(later, 'acme-1'), replay(history), 'the snapshot')
    },
  },
  {
    rule: 'TIM-6',
    title: 'a timer that an earlier one has cancelled does not fire, however late both are',
    async run({ open, clock }) {
      const engine = await waiting(open, clock)
      const snapshot = await readNow(engine, 'acme-1')
      const before = await firings(engine, 'acme-1')
      check(Object.keys(snapshot.timers).length === 3, 'three timers being armed')
      clock.step(90 * day)
      await clock.advance(minute)
      const fired = (await firings(engine, 'acme-1')).slice(before.length)
      checkEqual(fired, firingsOfCore(snapshot, clock.now()), 'the firings')
      checkEqual(new Set(fired).size, fired.length, 'the number of different dates')
    },
  },
  {
    rule: 'TIM-7',
    title: 'a timer that leads to no other state fires once all the same',
    async run({ open, clock }) {
      const engine = await begun(open)
      const armed = (await readNow(engine, 'acme-1')).timers
      await clock.sleepTo(after(interviewEnd, day))
      const { timers, machine } = await readNow(engine, 'acme-1')
      checkEqual(machine.value, 'closing', 'the state')
      checkEqual([Object.keys(armed).length, Object.keys(timers).length], [1, 0], 'the timers')
      await engine.catchUp()
      checkEqual(await firings(engine, 'acme-1'), [interviewEnd], 'the firings')
    },
  },
  {
    rule: 'TIM-8',
    title: 'a clock that is set back makes nothing fire early or twice',
    async run({ open, clock }) {
      const engine = await begun(open)
      await clock.sleepTo(after(interviewEnd, -minute))
      clock.step(-hour)
      await clock.advance(5 * minute)
      await engine.catchUp()
      checkEqual(await firings(engine, 'acme-1'), [], 'the firings before the clock shows the time')
      await clock.sleepTo(interviewEnd)
      clock.step(-hour)
      await clock.sleepTo(after(interviewEnd, minute))
      checkEqual(await firings(engine, 'acme-1'), [interviewEnd], 'the firings')
    },
  },
  {
    rule: 'TIM-9',
    title: 'a clock that is set forward is noticed within a minute',
    async run({ open, clock }) {
      const engine = await begun(open)
      await clock.advance(10 * second)
      clock.step(2 * hour)
      await clock.advance(minute)
      checkEqual(await firings(engine, 'acme-1'), [interviewEnd], 'the firings')
    },
  },
  {
    rule: 'TIM-10',
    title: 'two engines on the same data fire each timer once',
    async run({ open, clock }) {
      const engines = [await open(), await open()]
      const ids = Array.from({ length: 10 }, (_, index) => `acme-${index}`)
      const [engine] = engines
      if (engine === undefined) return
      for (const id of ids) await engine.begin(applicationInput(id))
      await clock.sleepTo(interviewEnd)
      for (const id of ids) await tell(engine, id, fact('interview.ended', interviewEnd))
      const before = await readNow(engine, 'acme-0')
      const firedBefore = await firings(engine, 'acme-0')
      clock.step(90 * day)
      await Promise.all(engines.map((one) => one.catchUp()))
      await clock.advance(minute)
      const expected = [...firedBefore, ...firingsOfCore(before, clock.now())]
      for (const id of ids) checkEqual(await firings(engine, id), expected, `the firings of ${id}`)
    },
  },
  {
    rule: 'TIM-11',
    title: 'a timer that is due at the very instant of an event fires before it',
    async run({ open, clock }) {
      const engine = await begun(open)
      clock.step(instantMs(interviewEnd) - instantMs(clock.now()))
      await tell(engine, 'acme-1', fact('interview.ended', interviewEnd))
      const types = (await engine.history('acme-1')).map(({ type }) => type)
      checkEqual(types, ['began', 'timer', 'event'], 'the history')
    },
  },
]

type Open = EngineUnderTest['open']

async function begun(open: Open): Promise<Engine> {
  const engine = await open()
  await engine.begin(applicationInput('acme-1'))
  return engine
}

async function waiting(open: Open, clock: EngineUnderTest['clock']): Promise<Engine> {
  const engine = await begun(open)
  await live(engine, clock, 'acme-1', ...untilWaiting)
  await clock.sleepTo(after(interviewEnd, 2 * hour))
  return engine
}
