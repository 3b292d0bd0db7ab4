import type { Effect } from '@afterview/core'
import type { Engine } from '../../engine.ts'
import { check, checkEqual, checkFound } from '../check.ts'
import type { EngineCase } from '../engine-case.ts'
import type { EngineUnderTest } from '../engine-under-test.ts'
import { createManualClock, type ManualClock } from '../manual-clock.ts'
import {
  after,
  applicationInput,
  fact,
  hour,
  interviewEnd,
  minute,
  morning,
  readNow,
  second,
  tell,
} from '../scenario.ts'

/** How effects come to their handlers. */
export const effectCases: readonly EngineCase[] = [
  {
    rule: 'EFF-1',
    title:
      'every effect of a change reaches each handler once, under its key, after the change is stored',
    async run({ open, clock }) {
      const engine = await open()
      const seen: string[] = []
      const alsoSeen: string[] = []
      engine.handleEffects('one', async ({ applicationId, key }) => {
        seen.push(key)
        check((await readNow(engine, applicationId)).revision > 0, 'the change being stored')
      })
      engine.handleEffects('other', ({ key }) => void alsoSeen.push(key))
      const expected = await makeEffects(engine)
      await clock.advance(second)
      checkEqual(seen.toSorted(), expected, 'the effects')
      checkEqual(alsoSeen.toSorted(), expected, 'the effects of the other handler')
      await clock.advance(hour)
      checkEqual(seen.length, expected.length, 'the number an hour later')
      checkEqual((await engine.diagnostics()).undelivered, 0, 'the undelivered effects')
    },
  },
  {
    rule: 'EFF-1',
    title: "a timer's effects are delivered like an event's",
    async run({ open, clock }) {
      const engine = await open()
      const seen: Effect[] = []
      engine.handleEffects('one', (effect) => void seen.push(effect))
      await engine.begin(applicationInput('acme-1'))
      await clock.sleepTo(after(interviewEnd, second))
      checkEqual(
        seen.map(({ key, at }) => [key, at]),
        [['acme-1/1/0', interviewEnd]],
        'the effects',
      )
    },
  },
  {
    rule: 'EFF-2',
    title:
      'an effect whose handler fails comes again under its key, later each time, and holds up no other',
    async run({ open, clock }) {
      const engine = await open()
      const calls: { readonly key: string; readonly at: string }[] = []
      engine.handleEffects('one', ({ key }) => {
        calls.push({ key, at: clock.now() })
        if (key.startsWith('acme-1/') && calls.filter((call) => call.key === key).length < 4) {
          throw new Error('not now')
        }
      })
      const [failing] = await makeEffects(engine, 'acme-1')
      const others = await makeEffects(engine, 'acme-2')
      await clock.advance(second / 2)
      check(
        others.every((key) => calls.some((call) => call.key === key)),
        'the others being delivered',
      )
      await clock.advance(6 * hour)
      const times = calls.filter(({ key }) => key === failing).map(({ at }) => Date.parse(at))
      checkEqual(times.length, 4, 'the number of attempts')
      const waits = times.slice(1).map((time, index) => time - (times[index] ?? 0))
      check(
        waits.every((wait, index) => wait > (waits[index - 1] ?? 0)),
        `the waits ${waits.join(', ')} growing`,
      )
      checkEqual((await engine.diagnostics()).undelivered, 0, 'the undelivered effects')
    },
  },
  {
    rule: 'EFF-3',
    title:
      'an effect that keeps failing becomes a dead letter, is reported, and can be tried again',
    async run({ open, clock, problems }) {
      const engine = await open()
      let isDown = true
      const seen: string[] = []
      engine.handleEffects('one', ({ key }) => {
        if (isDown && key.endsWith('/0')) throw new Error('the mail server is down')
        if (key.endsWith('/0')) seen.push(key)
      })
      const [key] = await makeEffects(engine, 'acme-1')
      await passUntil(clock, async () => (await engine.deadLetters()).items.length > 0)
      const letter = checkFound((await engine.deadLetters()).items[0], 'a dead letter')
      checkEqual(
        [letter.effect.key, letter.error],
        [key, 'the mail server is down'],
        'the dead letter',
      )
      checkEqual(
        problems.map(({ code }) => code),
        ['effect-dead'],
        'the problems',
      )
      isDown = false
      await clock.advance(24 * hour)
      checkEqual(seen, [], 'the effects while it is dead')
      checkEqual(await engine.redeliver(letter.effect.key), true, 'the redelivery')
      await clock.advance(second)
      checkEqual(seen, [key], 'the effects')
      checkEqual((await engine.deadLetters()).items, [], 'the dead letters')
      checkEqual(await engine.redeliver(letter.effect.key), false, 'another redelivery')
    },
  },
  {
    rule: 'EFF-4',
    title: 'effects wait for a handler, also over a restart',
    async run({ open, clock }) {
      const engine = await open()
      const expected = await makeEffects(engine)
      await clock.advance(hour)
      await engine.dispose()
      const later = await open()
      await clock.advance(hour)
      const seen: string[] = []
      later.handleEffects('one', ({ key }) => void seen.push(key))
      await clock.advance(second)
      checkEqual(seen.toSorted(), expected, 'the effects')
    },
  },
  {
    rule: 'EFF-5',
    title: 'of two engines on the same data, one delivers an effect',
    async run({ open, clock }) {
      const engines = [await open(), await open()]
      const seen: string[] = []
      for (const engine of engines) engine.handleEffects('one', ({ key }) => void seen.push(key))
      const expected: string[] = []
      for (const [index, engine] of engines.entries()) {
        expected.push(...(await makeEffects(engine, `acme-${index}`)))
      }
      await Promise.all(engines.map((engine) => engine.catchUp()))
      await clock.advance(hour)
      checkEqual(seen.toSorted(), expected.toSorted(), 'the effects')
    },
  },
  {
    rule: 'EFF-6',
    title: 'a change that could not be stored has no effects',
    needs: 'failWrites',
    async run({ open, clock, failWrites }) {
      const engine = await open()
      const seen: string[] = []
      engine.handleEffects('one', ({ key }) => void seen.push(key))
      await engine.begin(applicationInput('acme-1'))
      await clock.advance(second)
      failWrites?.(1)
      const failed = await engine.record('acme-1', leadsOn).then(
        () => 'answered',
        () => 'rejected',
      )
      checkEqual(failed, 'rejected', 'the record whose write failed')
      await clock.advance(minute)
      checkEqual(seen, [], 'the effects')
      const expected = await makeEffects(engine)
      await clock.advance(second)
      checkEqual(seen, expected, 'the effects of the event sent again')
    },
  },
  {
    rule: 'EFF-7',
    title: 'a handler that never ends is told to stop, and the effect comes again',
    async run(test) {
      const engine = await test.open()
      const attempts: number[] = []
      const stopped: boolean[] = []
      engine.handleEffects('one', ({ key }, { attempt, signal }) => {
        if (!key.endsWith('/0')) return undefined
        attempts.push(attempt)
        if (attempt > 1) return undefined
        signal.addEventListener('abort', () => stopped.push(signal.aborted))
        return new Promise(() => undefined)
      })
      await makeEffects(engine, 'acme-1')
      await passWhileBusy(test, 10 * minute)
      checkEqual([attempts, stopped], [[1, 2], [true]], 'the attempts and the stops')
    },
  },
  {
    rule: 'EFF-8',
    title: 'a handler that has performed an effect is not called again since another failed',
    async run({ open, clock }) {
      const engine = await open()
      const calls: string[] = []
      engine.handleEffects('good', ({ key }) => void calls.push(`good ${key}`))
      engine.handleEffects('bad', ({ key }, { attempt }) => {
        calls.push(`bad ${key}`)
        if (key.endsWith('/0') && attempt < 3) throw new Error('not now')
      })
      const [failing, other] = await makeEffects(engine, 'acme-1')
      await clock.advance(hour)
      const expected = [failing, failing, failing, other].map((key) => `bad ${key}`)
      expected.push(`good ${failing}`, `good ${other}`)
      checkEqual(calls.toSorted(), expected.toSorted(), 'the calls')
    },
  },
  {
    rule: 'EFF-9',
    title: 'an effect that was being delivered in a crash comes again under its key',
    async run({ open, clock, rest = turn }) {
      const itsClock = createManualClock(clock.now())
      const crashed = await open({ clock: itsClock })
      const calls: string[] = []
      crashed.handleEffects('one', ({ key }) => {
        calls.push(key)
        return new Promise(() => undefined)
      })
      const expected = await makeEffects(crashed)
      void itsClock.advance(0)
      for (let turns = 0; turns < 100 && calls.length === 0; turns += 1) await rest()
      checkEqual(calls.toSorted(), expected, 'the effects before the crash')
      const seen: string[] = []
      const later = await open()
      later.handleEffects('one', ({ key }) => void seen.push(key))
      await clock.advance(hour)
      checkEqual(seen.toSorted(), expected, 'the effects')
    },
  },
  {
    rule: 'EFF-10',
    title: 'a handler that is disposed gets no more effects, and its name is free again',
    async run({ open, clock }) {
      const engine = await open()
      const seen: string[] = []
      engine.handleEffects('one', () => void seen.push('first')).dispose()
      engine.handleEffects('one', () => void seen.push('second'))
      await makeEffects(engine, 'acme-1')
      await clock.advance(second)
      checkEqual(seen, ['second', 'second'], 'the calls')
    },
  },
]

const leadsOn = fact('application.withdrawn', morning)

/** Ends an application, and gives the keys of the effects that this must have. */
async function makeEffects(engine: Engine, applicationId = 'acme-1'): Promise<readonly string[]> {
  await engine.begin(applicationInput(applicationId))
  await tell(engine, applicationId, leadsOn)
  return [`${applicationId}/1/0`, `${applicationId}/1/1`]
}

/** Lets hours pass until something holds; a week at most. */
async function passUntil(clock: ManualClock, holds: () => Promise<boolean>): Promise<void> {
  for (let hours = 0; hours < 168 && !(await holds()); hours += 1) await clock.advance(hour)
}

/** Lets time pass although what it starts does not end. */
async function passWhileBusy({ clock, rest = turn }: EngineUnderTest, ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += minute) {
    void clock.advance(minute)
    await rest()
  }
}

function turn(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0)
  })
}
