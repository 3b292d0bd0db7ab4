import type { Change } from '../../change.ts'
import type { Engine } from '../../engine.ts'
import type { ExportedApplication } from '../../exported-application.ts'
import { check, checkEqual, checkRejects } from '../check.ts'
import type { EngineCase } from '../engine-case.ts'
import {
  after,
  applicationInput,
  day,
  fact,
  firings,
  interviewEnd,
  live,
  minute,
  morning,
  readNow,
  replay,
  second,
  tell,
  untilWaiting,
} from '../scenario.ts'

/** How what is stored is read, handed out and deleted. */
export const dataCases: readonly EngineCase[] = [
  {
    rule: 'DAT-1',
    title:
      'the history has one entry for each revision, and the core alone makes the snapshot from it',
    async run({ open, clock }) {
      const engine = await begun(open, 'acme-1')
      await live(engine, clock, 'acme-1', ...untilWaiting)
      await clock.sleepTo(after(interviewEnd, 40 * day))
      const history = await engine.history('acme-1')
      const snapshot = await readNow(engine, 'acme-1')
      const revisions = Array.from({ length: snapshot.revision + 1 }, (_, index) => index)
      checkEqual(
        history.map(({ revision }) => revision),
        revisions,
        'the revisions',
      )
      checkEqual(snapshot, replay(history), 'the snapshot')
    },
  },
  {
    rule: 'DAT-2',
    title: 'a listing gives every application once, in the order of the ids, a page at a time',
    async run({ open }) {
      const engine = await open()
      const ids = Array.from({ length: 7 }, (_, index) => `acme-${index}`)
      for (const id of ids.toReversed()) await engine.begin(applicationInput(id))
      const pages = await allPages(engine, 3)
      checkEqual(pages, [ids.slice(0, 3), ids.slice(3, 6), ids.slice(6)], 'the pages')
      checkEqual(await allPages(engine, 7), [ids], 'a page of just as many')
    },
  },
  {
    rule: 'DAT-3',
    title: 'a listing can be limited to a state, to all but a state, and to what has changed',
    async run({ open, clock }) {
      const engine = await begun(open, 'a-closing', 'b-offer', 'c-closed')
      await clock.advance(minute)
      await tell(engine, 'b-offer', fact('offer.extended', clock.now(), { medium: 'phone' }))
      await tell(engine, 'c-closed', fact('application.withdrawn', clock.now()))
      const ids = async (query: Parameters<Engine['list']>[0]): Promise<readonly string[]> =>
        (await engine.list(query)).items.map(({ applicationId }) => applicationId)
      checkEqual(await ids({ state: 'offer' }), ['b-offer'], 'those with an offer')
      checkEqual(await ids({ state: 'offer.received' }), ['b-offer'], 'those in one inner state')
      checkEqual(await ids({ state: 'off' }), [], 'those in no state')
      checkEqual(await ids({ exceptState: 'closed' }), ['a-closing', 'b-offer'], 'the open ones')
      checkEqual(await ids({ changedSince: clock.now() }), ['b-offer', 'c-closed'], 'the changed')
      const [first] = (await engine.list({ state: 'closed' })).items
      checkEqual(first?.state, 'closed.withdrawn', 'the state')
      checkEqual(first?.snapshot, await readNow(engine, 'c-closed'), 'the snapshot')
    },
  },
  {
    rule: 'DAT-4',
    title: 'a limit outside 1 to 1000 is an error',
    async run({ open }) {
      const engine = await open()
      for (const limit of [0, 1.5, 1001, Number.NaN]) {
        await checkRejects(engine.list({ limit }), 'number-out-of-range')
        await checkRejects(engine.failures({ limit }), 'number-out-of-range')
        await checkRejects(engine.deadLetters({ limit }), 'number-out-of-range')
      }
    },
  },
  {
    rule: 'DAT-5',
    title: 'an export is JSON with everything about an application',
    async run({ open }) {
      const engine = await begun(open, 'acme-1', 'acme-2')
      await tell(engine, 'acme-1', fact('application.withdrawn', morning))
      const exported = await engine.export('acme-1')
      checkEqual(exported.snapshot, await readNow(engine, 'acme-1'), 'the snapshot')
      checkEqual(exported.history, await engine.history('acme-1'), 'the history')
      const effects = exported.effects.map(({ effect, status }) => [effect.key, status])
      checkEqual(
        effects,
        [
          ['acme-1/1/0', 'waiting'],
          ['acme-1/1/1', 'waiting'],
        ],
        'the effects',
      )
      const all: ExportedApplication[] = []
      for await (const one of engine.exportAll()) all.push(one)
      checkEqual(all, [exported, await engine.export('acme-2')], 'the export of all')
    },
  },
  {
    rule: 'DAT-6',
    title: 'erasing an application leaves nothing of it, and others as they are',
    async run({ open, clock }) {
      const engine = await begun(open, 'acme-1', 'acme-2')
      await tell(engine, 'acme-1', fact('offer.extended', morning, { medium: 'phone' }))
      const other = JSON.stringify(await engine.export('acme-2'))
      const seen: string[] = []
      checkEqual(await engine.erase('acme-1'), true, 'the erasure')
      checkEqual(await engine.erase('acme-1'), false, 'another erasure')
      checkEqual(await engine.read('acme-1'), undefined, 'the snapshot')
      await checkRejects(
        engine.record('acme-1', fact('offer.accepted', morning)),
        'application-unknown',
      )
      checkEqual((await engine.list()).items.length, 1, 'the number in the list')
      checkEqual((await engine.diagnostics()).undelivered, 0, 'the undelivered effects')
      checkEqual(JSON.stringify(await engine.export('acme-2')), other, 'the other application')
      engine.handleEffects('one', ({ applicationId }) => void seen.push(applicationId))
      await clock.sleepTo(after(interviewEnd, 60 * day))
      check(!seen.includes('acme-1'), 'no effect of it being delivered')
    },
  },
  {
    rule: 'DAT-7',
    title: 'an application that begins under the id of an erased one knows nothing of it',
    async run({ open, clock }) {
      const engine = await begun(open, 'acme-1')
      await tell(engine, 'acme-1', fact('timeframe.asked', morning))
      await engine.erase('acme-1')
      const input = { ...applicationInput('acme-1'), role: 'Gardener' }
      checkEqual((await engine.begin(input)).created, true, 'the beginning creating it')
      checkEqual((await engine.history('acme-1')).length, 1, 'the number of entries')
      await clock.sleepTo(after(interviewEnd, minute))
      checkEqual(await firings(engine, 'acme-1'), [interviewEnd], 'the firings')
    },
  },
  {
    rule: 'DAT-8',
    title: 'an event that meets an erasure is either erased with the rest or has no application',
    async run({ open }) {
      const engine = await begun(open, 'acme-1')
      const events = Array.from({ length: 5 }, () =>
        engine.record('acme-1', fact('timeframe.asked', morning)),
      )
      const erased = engine.erase('acme-1')
      const late = engine.record('acme-1', fact('timeframe.asked', morning))
      await Promise.all([erased, Promise.allSettled([...events, late])])
      checkEqual(await engine.read('acme-1'), undefined, 'the snapshot')
      await checkRejects(engine.history('acme-1'), 'application-unknown')
    },
  },
  {
    rule: 'DAT-9',
    title: 'everything is there again after a restart',
    async run({ open, clock }) {
      const engine = await begun(open, 'acme-1', 'acme-2')
      await live(engine, clock, 'acme-1', ...untilWaiting)
      const before = [await engine.export('acme-1'), await engine.export('acme-2')]
      await engine.dispose()
      const later = await open()
      checkEqual([await later.export('acme-1'), await later.export('acme-2')], before, 'the export')
    },
  },
  {
    rule: 'CHG-1',
    title: 'subscribers hear each change in order, once it is stored, with its part of the history',
    async run({ open, clock }) {
      const engine = await open()
      const heard: Change[] = []
      engine.subscribe((change) => void heard.push(change))
      await engine.begin(applicationInput('acme-1'))
      await engine.record('acme-1', fact('offer.extnded', morning))
      clock.step(90 * minute)
      await engine.record('acme-1', fact('interview.ended', interviewEnd), { key: 'ended' })
      await engine.record('acme-1', fact('interview.ended', interviewEnd), { key: 'ended' })
      await clock.sleepTo(after(interviewEnd, 25 * 60 * minute))
      const history = await engine.history('acme-1')
      const snapshot = await readNow(engine, 'acme-1')
      await engine.erase('acme-1')
      checkEqual(
        heard.map(({ type }) => type),
        ['began', 'recorded', 'woke', 'erased'],
        'the changes',
      )
      const written = heard.flatMap((change) => (change.type === 'erased' ? [] : [change]))
      checkEqual(
        written.flatMap(({ entries }) => entries),
        history,
        'the entries',
      )
      checkEqual(written.at(-1)?.snapshot, snapshot, 'the snapshot')
      const chain = written.map(({ before }) => before?.revision ?? null)
      checkEqual(chain, [null, 0, 2], 'the revisions before')
    },
  },
  {
    rule: 'CHG-2',
    title:
      'a subscriber that throws stops nobody and is reported, and one that is disposed hears nothing',
    async run({ open, problems }) {
      const engine = await open()
      const heard: string[] = []
      engine.subscribe(() => {
        throw new Error('my own fault')
      })
      const second = engine.subscribe(({ type }) => void heard.push(type))
      await engine.begin(applicationInput('acme-1'))
      second.dispose()
      second.dispose()
      await tell(engine, 'acme-1', fact('timeframe.asked', morning))
      checkEqual(heard, ['began'], 'the changes')
      checkEqual(
        problems.map(({ code }) => code),
        ['listener-failed', 'listener-failed'],
        'the problems',
      )
    },
  },
  {
    rule: 'CHG-3',
    title: 'subscribers hear nothing of a change that could not be stored',
    needs: 'failWrites',
    async run({ open, failWrites }) {
      const engine = await begun(open, 'acme-1')
      const heard: Change[] = []
      engine.subscribe((change) => void heard.push(change))
      failWrites?.(1)
      await Promise.allSettled([engine.record('acme-1', fact('timeframe.asked', morning))])
      checkEqual(heard, [], 'the changes')
    },
  },
  {
    rule: 'DIA-1',
    title: 'diagnostics count what there is and what waits',
    async run({ open, clock }) {
      const engine = await begun(open, 'acme-1', 'acme-2')
      await tell(engine, 'acme-2', fact('application.withdrawn', morning))
      const before = await engine.diagnostics()
      checkEqual([before.lifecycles, before.overdue, before.undelivered], [2, 0, 2], 'the counts')
      checkEqual(Date.parse(before.nextWakeAt ?? ''), Date.parse(interviewEnd), 'the next wake-up')
      clock.step(2 * 60 * minute)
      checkEqual((await engine.diagnostics()).overdue, 1, 'the overdue wake-ups')
      await engine.catchUp()
      const later = await engine.diagnostics()
      checkEqual(
        [later.overdue, later.nextWakeAt, later.failures],
        [0, null, 0],
        'the counts later',
      )
    },
  },
  {
    rule: 'END-1',
    title: 'disposing finishes what has begun, refuses what comes later, and may be repeated',
    async run({ open, clock }) {
      const engine = await begun(open, 'acme-1')
      const recorded = engine.record('acme-1', fact('timeframe.asked', morning))
      await Promise.all([engine.dispose(), engine.dispose()])
      check((await recorded).accepted, 'the event on its way being accepted')
      await checkRejects(
        engine.record('acme-1', fact('timeframe.asked', morning)),
        'engine-disposed',
      )
      await checkRejects(engine.read('acme-1'), 'engine-disposed')
      await clock.sleepTo(after(interviewEnd, minute))
      checkEqual(clock.timers, 0, 'the timers that are still set')
      const later = await open()
      checkEqual((await readNow(later, 'acme-1')).revision, 1, 'the revision')
      await clock.advance(second)
      checkEqual(await firings(later, 'acme-1'), [interviewEnd], 'the firings')
    },
  },
]

async function begun(open: () => Promise<Engine>, ...ids: readonly string[]): Promise<Engine> {
  const engine = await open()
  for (const id of ids) await engine.begin(applicationInput(id))
  return engine
}

async function allPages(engine: Engine, limit: number): Promise<readonly (readonly string[])[]> {
  const pages: (readonly string[])[] = []
  let cursor: string | null = null
  do {
    const query: Parameters<Engine['list']>[0] = cursor === null ? { limit } : { limit, cursor }
    const page: Awaited<ReturnType<Engine['list']>> = await engine.list(query)
    pages.push(page.items.map(({ applicationId }) => applicationId))
    cursor = page.cursor
  } while (cursor !== null)
  return pages
}
