import { createLifecycle, type Snapshot } from '@afterview/core'
import type { Engine } from '../../engine.ts'
import type { LifecyclePort } from '../../lifecycle-port.ts'
import { check, checkEqual, checkFound, checkRejects } from '../check.ts'
import type { EngineCase } from '../engine-case.ts'
import type { EngineUnderTest } from '../engine-under-test.ts'
import {
  after,
  applicationInput,
  day,
  fact,
  firings,
  hour,
  interviewEnd,
  minute,
  morning,
  nextDue,
  readNow,
  tell,
  untilWaiting,
} from '../scenario.ts'

/** How one thing that goes wrong stays one thing. */
export const failureCases: readonly EngineCase[] = [
  {
    rule: 'FAI-1',
    title: 'a snapshot that cannot be read sets its lifecycle aside, and all others go on',
    needs: 'plant',
    async run(test) {
      const { clock, problems } = test
      const engine = await begun(test, 'acme-1', 'acme-2', 'acme-3')
      await test.plant?.('acme-2', { schemaVersion: 999, applicationId: 'acme-2', revision: 0 })
      await checkRejects(engine.read('acme-2'), 'snapshot-unreadable')
      await clock.sleepTo(after(interviewEnd, second))
      for (const id of ['acme-1', 'acme-3']) {
        checkEqual(await firings(engine, id), [interviewEnd], `the firings of ${id}`)
      }
      const failures = (await engine.failures()).items
      const kinds = failures.map(({ applicationId, code, attempts }) => [
        applicationId,
        code,
        attempts,
      ])
      checkEqual(kinds, [['acme-2', 'snapshot-unreadable', 1]], 'the failures')
      checkEqual(
        problems.map(({ code }) => code),
        ['snapshot-unreadable'],
        'the problems',
      )
      const listed = (await engine.list()).items.map(({ snapshot }) => snapshot !== null)
      checkEqual(listed, [true, false, true], 'whether the listed can be read')
      check(
        JSON.stringify(await engine.export('acme-2')).includes('999'),
        'the export being as stored',
      )
    },
  },
  {
    rule: 'FAI-1',
    title:
      'whatever may stand in place of a snapshot, it is refused or carried on, and harms no other',
    needs: 'plant',
    async run(test) {
      const engine = await begun(test, 'acme-1', 'broken')
      const good = await readNow(engine, 'broken')
      for (const value of brokenSnapshots(good)) {
        await test.plant?.('broken', value)
        await Promise.allSettled([
          engine.read('broken'),
          engine.record('broken', fact('timeframe.asked', morning)),
          engine.retry('broken'),
          engine.catchUp(),
        ])
        await tell(engine, 'acme-1', fact('timeframe.asked', morning))
      }
      await test.clock.sleepTo(after(interviewEnd, minute))
      checkEqual(await firings(engine, 'acme-1'), [interviewEnd], 'the firings of the other')
      await engine.erase('broken')
      checkEqual((await engine.failures()).items, [], 'the failures after erasing')
    },
  },
  {
    rule: 'FAI-2',
    title:
      'a lifecycle whose timer cannot be fired is tried again later, and a success clears the failure',
    async run(test) {
      const { clock } = test
      const lifecycle = brokenLifecycle('acme-1')
      const engine = await begun(
        { open: () => test.open({ lifecycle: lifecycle.port }) },
        'acme-1',
        'acme-2',
      )
      await clock.sleepTo(after(interviewEnd, second))
      checkEqual(await firings(engine, 'acme-2'), [interviewEnd], 'the firings of the other')
      await clock.advance(5 * minute)
      const failure = checkFound((await engine.failures()).items[0], 'a failure')
      checkEqual(
        [failure.applicationId, failure.code],
        ['acme-1', 'lifecycle-failed'],
        'the failure',
      )
      check(failure.attempts > 1, 'several attempts')
      lifecycle.mend()
      checkEqual(await engine.retry('acme-1'), true, 'the retry')
      await clock.advance(second)
      checkEqual(await firings(engine, 'acme-1'), [interviewEnd], 'the firings')
      checkEqual((await engine.failures()).items, [], 'the failures')
      checkEqual(await engine.retry('acme-1'), false, 'another retry')
    },
  },
  {
    rule: 'FAI-3',
    title:
      'a lifecycle that fails on an event rejects, stores nothing and is listed until a success',
    async run(test) {
      const lifecycle = brokenLifecycle('acme-1')
      const engine = await begun({ open: () => test.open({ lifecycle: lifecycle.port }) }, 'acme-1')
      await checkRejects(
        engine.record('acme-1', fact('timeframe.asked', morning)),
        'lifecycle-failed',
      )
      checkEqual((await readNow(engine, 'acme-1')).revision, 0, 'the revision')
      checkEqual(
        (await engine.failures()).items.map(({ code }) => code),
        ['lifecycle-failed'],
        'the failures',
      )
      lifecycle.mend()
      await tell(engine, 'acme-1', fact('timeframe.asked', morning))
      checkEqual((await engine.failures()).items, [], 'the failures')
      await test.clock.sleepTo(after(interviewEnd, minute))
      checkEqual(await firings(engine, 'acme-1'), [interviewEnd], 'the firings')
    },
  },
  {
    rule: 'FAI-4',
    title:
      'a store that fails rejects the event with nothing stored, and the poller recovers within a minute',
    needs: 'failWrites',
    async run(test) {
      const { clock, problems } = test
      const engine = await begun(test, 'acme-1')
      test.failWrites?.(1)
      const result = await engine
        .record('acme-1', fact('timeframe.asked', morning))
        .catch(() => 'rejected')
      checkEqual(result, 'rejected', 'the answer')
      checkEqual((await engine.history('acme-1')).length, 1, 'the number of entries')
      await tell(engine, 'acme-1', fact('timeframe.asked', morning))
      test.failWrites?.(1)
      await clock.sleepTo(after(interviewEnd, second))
      checkEqual(await firings(engine, 'acme-1'), [], 'the firings while the store fails')
      check(
        problems.some(({ code }) => code === 'store-failed'),
        'the failure being reported',
      )
      await clock.advance(minute)
      checkEqual(await firings(engine, 'acme-1'), [interviewEnd], 'the firings')
    },
  },
  {
    rule: 'FAI-5',
    title: 'a lifecycle that is due again each time it is woken is set aside',
    async run(test) {
      const { clock, problems } = test
      const real = createLifecycle()
      const wake: LifecyclePort['wake'] = (snapshot, timerId, generation) => {
        const woken = real.wake(snapshot, timerId, generation)
        const timer = checkFound(snapshot.timers[timerId], 'the timer')
        const timers = {
          ...woken.snapshot.timers,
          [timerId]: { ...timer, generation: generation + 1 },
        }
        return { ...woken, snapshot: { ...woken.snapshot, timers } }
      }
      const engine = await begun(
        { open: () => test.open({ lifecycle: { ...real, wake } }) },
        'acme-1',
      )
      await clock.sleepTo(after(interviewEnd, second))
      checkEqual(
        problems.map(({ code }) => code),
        ['lifecycle-runaway'],
        'the problems',
      )
      checkEqual(await firings(engine, 'acme-1'), [], 'the firings')
    },
  },
  {
    rule: 'REN-1',
    title: 'renewing reads every lifecycle under the present rules, with their new dates',
    async run(test) {
      const { clock } = test
      const engine = await begun(test, 'acme-1', 'acme-2')
      await clock.sleepTo(after(interviewEnd, 2 * hour))
      for (const id of ['acme-1', 'acme-2']) await tell(engine, id, ...untilWaiting)
      await tell(engine, 'acme-2', fact('application.withdrawn', clock.now()))
      const before = await nextDue(engine, 'acme-1')
      await engine.dispose()
      const sooner = { 'checkIn.noDateGiven': { value: 3, source: 'this test' } }
      const eager = createLifecycle({ policy: { entries: sooner } })
      const later = await test.open({ lifecycle: eager })
      checkEqual(await later.renew(), { renewed: 1, failed: 0 }, 'the renewal')
      checkEqual(await later.renew(), { renewed: 0, failed: 0 }, 'another renewal')
      const due = await nextDue(later, 'acme-1')
      check(due < before, `the new date ${due} coming before ${before}`)
      await clock.sleepTo(due)
      checkEqual((await firings(later, 'acme-1')).at(-1), due, 'the last firing')
      const history = await later.history('acme-1')
      checkEqual(
        history.filter(({ type }) => type === 'renewed').length,
        1,
        'the renewals in the history',
      )
      checkEqual(
        history.map(({ revision }) => revision),
        [...history.keys()],
        'the revisions',
      )
    },
  },
  {
    rule: 'REN-3',
    title:
      'a snapshot of an older schema goes to the core as it is, and is kept as the core migrated it',
    needs: 'plant',
    async run(test) {
      const { clock } = test
      const engine = await begun(test, 'acme-1')
      const present = await readNow(engine, 'acme-1')
      await engine.dispose()
      const real = createLifecycle()
      const restore: LifecyclePort['restore'] = (value) => {
        const old = value as { readonly schemaVersion: unknown; readonly inside: unknown }
        return real.restore(old.schemaVersion === 0 ? old.inside : value)
      }
      const later = await test.open({ lifecycle: { ...real, restore } })
      await test.plant?.('acme-1', { schemaVersion: 0, inside: present })
      checkEqual(await readNow(later, 'acme-1'), present, 'the snapshot as read')
      await clock.sleepTo(after(interviewEnd, second))
      checkEqual(await firings(later, 'acme-1'), [interviewEnd], 'the firings')
      const { snapshot } = await later.export('acme-1')
      checkEqual(snapshot, await readNow(later, 'acme-1'), 'the snapshot as stored')
    },
  },
  {
    rule: 'REN-2',
    title: 'renewing finds the lifecycles that cannot be read',
    needs: 'plant',
    async run(test) {
      const engine = await begun(test, 'acme-1', 'acme-2')
      await test.plant?.('acme-1', { schemaVersion: 999 })
      checkEqual(await engine.renew(), { renewed: 0, failed: 1 }, 'the renewal')
      const ids = (await engine.failures()).items.map(({ applicationId }) => applicationId)
      checkEqual(ids, ['acme-1'], 'the failures')
      await test.clock.advance(day)
    },
  },
]

const second = 1000

async function begun(
  { open }: Pick<EngineUnderTest, 'open'>,
  ...ids: readonly string[]
): Promise<Engine> {
  const engine = await open()
  for (const id of ids) await engine.begin(applicationInput(id))
  return engine
}

/** The real lifecycle, but for one application that it throws at until it is mended. */
function brokenLifecycle(applicationId: string): { readonly port: LifecyclePort; mend(): void } {
  const real = createLifecycle()
  let isBroken = true
  const orThrow = (snapshot: Snapshot): Snapshot => {
    if (isBroken && snapshot.applicationId === applicationId)
      throw new TypeError('x is not a function')
    return snapshot
  }
  const port: LifecyclePort = {
    ...real,
    advance: (snapshot, event, key) => real.advance(orThrow(snapshot), event, key),
    wake: (snapshot, id, generation) => real.wake(orThrow(snapshot), id, generation),
  }
  return {
    port,
    mend: () => {
      isBroken = false
    },
  }
}

function brokenSnapshots(good: Snapshot): readonly unknown[] {
  return [
    null,
    7,
    'text',
    [],
    {},
    { ...good, schemaVersion: 'one' },
    { ...good, machine: { ...good.machine, value: 'nowhere' } },
    { ...good, machine: { ...good.machine, value: { waiting: 'nowhere' } } },
    { ...good, machine: {} },
    { ...good, machine: { ...good.machine, context: {} } },
    { ...good, machine: { ...good.machine, context: null } },
    { ...good, timers: { t: { generation: 1, dueAt: 'soon', event: { type: 'x' } } } },
    { ...good, timers: { t: null } },
    { ...good, timers: null },
    { ...good, agenda: null },
    { ...good, keys: 7 },
    { ...good, applicationId: 'acme-1' },
    { ...good, revision: good.revision + 7 },
    { ...good, revision: 'one' },
  ]
}
