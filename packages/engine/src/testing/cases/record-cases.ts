import type { Outcome } from '@afterview/core'
import { instantMs } from '@afterview/time'
import type { Engine, RecordOutcome } from '../../engine.ts'
import { check, checkEqual, checkFound, checkRejects } from '../check.ts'
import type { EngineCase } from '../engine-case.ts'
import {
  after,
  applicationInput,
  fact,
  firings,
  hour,
  interviewEnd,
  morning,
  readNow,
  replay,
} from '../scenario.ts'

/** How events are taken. */
export const recordCases: readonly EngineCase[] = [
  {
    rule: 'REC-1',
    title: 'an accepted event is stored as the core made it, also for the next engine',
    async run({ open }) {
      const engine = await begun(open)
      const outcome = await engine.record('acme-1', fact('interview.ended', interviewEnd))
      const { snapshot } = accepted(outcome)
      checkEqual(snapshot, replay(await engine.history('acme-1')), 'the snapshot')
      checkEqual(await readNow(await open(), 'acme-1'), snapshot, 'the snapshot of another engine')
    },
  },
  {
    rule: 'REC-2',
    title: 'events with the same key count once, at the same time and after a restart',
    async run({ open }) {
      const engine = await begun(open)
      const send = (to: Engine): Promise<RecordOutcome> =>
        to.record('acme-1', fact('timeframe.asked', morning), { key: 'click-1' })
      const outcomes = await Promise.all([send(engine), send(engine), send(engine)])
      checkEqual(
        outcomes.map(unchanged).toSorted(),
        ['changed', 'duplicate', 'duplicate'],
        'the outcomes',
      )
      await engine.dispose()
      checkEqual(unchanged(await send(await open())), 'duplicate', 'the outcome after a restart')
    },
  },
  {
    rule: 'REC-3',
    title: 'an event of an unknown type is refused without a trace',
    run: ({ open }) => checkRefusal(open, fact('offer.extnded', morning), 'event-unknown'),
  },
  {
    rule: 'REC-4',
    title: 'malformed events are refused without a trace',
    async run({ open }) {
      const circle: Record<string, unknown> = { type: 'timeframe.asked', at: morning }
      circle['self'] = circle
      const nonsense: readonly unknown[] = [undefined, null, 7, 'timeframe.asked', [], {}, circle]
      for (const event of [...nonsense, fact('timeframe.asked', 'yesterday'), { type: 7n }]) {
        await checkRefusal(open, event, 'event-malformed')
      }
    },
  },
  {
    rule: 'REC-5',
    title: "an event that pretends to be a timer's is refused without a trace",
    async run({ open }) {
      const engine = await begun(open)
      const [timer] = Object.values((await readNow(engine, 'acme-1')).timers)
      const { type } = checkFound(timer, 'a timer').event
      await checkRefusal(open, fact(type, morning), 'event-reserved')
      await checkRefusal(open, fact('xstate.stop', morning), 'event-reserved')
    },
  },
  {
    rule: 'REC-6',
    title: 'fifty events at the same time, through two engines, are taken one after the other',
    async run({ open }) {
      const engines = [await begun(open), await open()]
      const sent = Array.from({ length: 25 }, (_, index) =>
        engines.map((engine, number) =>
          engine.record('acme-1', noted(`topic ${number}-${index}`), { key: `${number}-${index}` }),
        ),
      )
      const revisions = (await Promise.all(sent.flat())).map(
        (one) => accepted(one).snapshot.revision,
      )
      const expected = Array.from({ length: 50 }, (_, index) => index + 1)
      checkEqual(
        revisions.toSorted((a, b) => a - b),
        expected,
        'the revisions',
      )
      const history = await checkFound(engines[0], 'an engine').history('acme-1')
      checkEqual(
        history.map(({ revision }) => revision),
        [0, ...expected],
        'the history',
      )
    },
  },
  {
    rule: 'REC-7',
    title: 'an event for another revision is refused as a conflict, unless it is a duplicate',
    async run({ open }) {
      const engine = await begun(open)
      const options = { key: 'first', expectedRevision: 0 }
      accepted(await engine.record('acme-1', noted('pay'), options))
      const again = await engine.record('acme-1', noted('pay'), options)
      checkEqual(unchanged(again), 'duplicate', 'the same call again')
      const stale = await engine.record('acme-1', noted('place'), { expectedRevision: 0 })
      check(
        !stale.accepted && stale.reason.code === 'revision-conflict',
        'the stale call being a conflict',
      )
      checkEqual((await readNow(engine, 'acme-1')).revision, 1, 'the revision')
    },
  },
  {
    rule: 'REC-8',
    title: 'an unknown application is an error to write to, and nothing to read',
    async run({ open }) {
      const engine = await open()
      await checkRejects(engine.record('nobody', noted('pay')), 'application-unknown')
      await checkRejects(engine.history('nobody'), 'application-unknown')
      await checkRejects(engine.export('nobody'), 'application-unknown')
      checkEqual(await engine.read('nobody'), undefined, 'the snapshot')
      checkEqual(await engine.erase('nobody'), false, 'the erasure')
    },
  },
  {
    rule: 'REC-9',
    title: 'an event first fires the timers due before it, and a refused event fires none',
    async run({ open, clock }) {
      const engine = await begun(open)
      const late = after(interviewEnd, hour)
      clock.step(instantMs(late) - instantMs(clock.now()))
      const refused = await engine.record('acme-1', fact('offer.accepted', late))
      check(!refused.accepted, 'an offer that was never made being refused')
      checkEqual(await firings(engine, 'acme-1'), [], 'the firings after a refusal')
      const { snapshot } = accepted(await engine.record('acme-1', fact('interview.ended', late)))
      const history = await engine.history('acme-1')
      checkEqual(
        history.map(({ type }) => type),
        ['began', 'timer', 'event'],
        'the history',
      )
      checkEqual(history.map(({ at }) => at).slice(1), [interviewEnd, late], 'the instants')
      checkEqual(snapshot, replay(history), 'the snapshot')
    },
  },
  {
    rule: 'REC-10',
    title: 'what a caller does to its objects afterwards changes nothing that is stored',
    async run({ open }) {
      const engine = await begun(open)
      const event: Record<string, unknown> = { ...noted('pay') }
      const { snapshot } = accepted(await engine.record('acme-1', event))
      const before = JSON.stringify([await engine.read('acme-1'), await engine.history('acme-1')])
      event['topic'] = 'something else'
      Object.assign(snapshot.machine.context, { role: 'Gardener' })
      const now = JSON.stringify([await engine.read('acme-1'), await engine.history('acme-1')])
      checkEqual(now, before, 'what is stored')
    },
  },
  {
    rule: 'REC-11',
    title: 'a key that is no text of 1 to 200 characters is an error',
    async run({ open }) {
      const engine = await begun(open)
      for (const key of ['', 'k'.repeat(201)]) {
        await checkRejects(engine.record('acme-1', noted('pay'), { key }), 'key-malformed')
      }
    },
  },
]

async function begun(open: () => Promise<Engine>): Promise<Engine> {
  const engine = await open()
  await engine.begin(applicationInput('acme-1'))
  return engine
}

function noted(topic: string): object {
  return fact('detail.noted', morning, { interviewerId: 'sam', topic })
}

function accepted(outcome: RecordOutcome): Outcome & { readonly accepted: true } {
  check(outcome.accepted, 'the event being accepted')
  return outcome as Outcome & { readonly accepted: true }
}

function unchanged(outcome: RecordOutcome): string {
  return outcome.accepted ? (outcome.unchanged ?? 'changed') : outcome.reason.code
}

async function checkRefusal(
  open: () => Promise<Engine>,
  event: unknown,
  code: string,
): Promise<void> {
  const engine = await begun(open)
  const before = JSON.stringify(await engine.export('acme-1'))
  const outcome = await engine.record('acme-1', event, { key: 'refused' })
  checkEqual(outcome.accepted ? 'accepted' : outcome.reason.code, code, 'the reason')
  check(!outcome.accepted && outcome.possible.length > 0, 'possible events being listed')
  checkEqual(JSON.stringify(await engine.export('acme-1')), before, 'what is stored')
  accepted(await engine.record('acme-1', fact('interview.ended', interviewEnd), { key: 'refused' }))
  await engine.erase('acme-1')
}
