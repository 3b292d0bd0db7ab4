import type { Snapshot } from '@afterview/core'
import { instantMs } from '@afterview/time'
import { type Mutant, mutant } from './mutant.ts'

/** Engines that use the core wrongly. */
export const lifecycleMutants: readonly Mutant[] = [
  mutant('passes no idempotency key on', 'REC-2 REC-7', {
    lifecycle: (core) => ({ advance: (snapshot, event) => core.advance(snapshot, event) }),
  }),
  mutant('forgets the keys with the process', 'REC-2', {
    lifecycle: (core) => ({ restore: (value) => ({ ...core.restore(value), keys: [] }) }),
  }),
  mutant('keeps a timer that has fired', 'TIM-1 TIM-7', {
    lifecycle: (core) => ({
      wake: (snapshot, id, generation) => {
        const woken = core.wake(snapshot, id, generation)
        return { ...woken, snapshot: withTimersOf(snapshot, woken.snapshot) }
      },
    }),
  }),
  mutant('does not cancel when a state is left', 'TIM-2', {
    lifecycle: (core) => ({
      advance: (snapshot, event, key) => {
        const outcome = core.advance(snapshot, event, key)
        if (!outcome.accepted) return outcome
        return { ...outcome, snapshot: withTimersOf(snapshot, outcome.snapshot) }
      },
    }),
  }),
  mutant('takes events that pretend to be timers', 'REC-5', {
    lifecycle: (core) => ({
      advance: (snapshot, event, key) => {
        const forged = timerNamed(snapshot, event)
        if (forged === undefined) return core.advance(snapshot, event, key)
        return core.wake(snapshot, forged.id, forged.generation)
      },
    }),
  }),
  mutant('fires the last due timer first', 'TIM-5', {
    lifecycle: (core) => ({
      wake: (snapshot) => {
        const [last] = Object.entries(snapshot.timers).toSorted(([, a], [, b]) =>
          b.dueAt.localeCompare(a.dueAt),
        )
        return core.wake(snapshot, last?.[0] ?? '', last?.[1].generation ?? 0)
      },
    }),
  }),
  mutant('does not cancel what an earlier timer has overtaken', 'TIM-6', {
    lifecycle: (core) => ({
      wake: (snapshot, id, generation) => {
        const woken = core.wake(snapshot, id, generation)
        const { [id]: _fired, ...others } = snapshot.timers
        return { ...woken, snapshot: withTimersOf({ ...snapshot, timers: others }, woken.snapshot) }
      },
    }),
  }),
  mutant('fires a timer on the wake-up of an earlier visit', 'TIM-3', firesOnFirstWakeUp()),
  mutant('counts a refused event as a change', 'REC-3 REC-4', {
    lifecycle: (core) => ({
      advance: (snapshot, event, key) => {
        const outcome = core.advance(snapshot, event, key)
        if (outcome.accepted || !JSON.stringify(event ?? null).includes('at')) return outcome
        const after = { ...snapshot, revision: snapshot.revision + 1 }
        return { accepted: true, snapshot: after, effects: [], wakeAt: null }
      },
    }),
  }),
  mutant('throws at what is no object', 'REC-4', {
    lifecycle: (core) => ({
      advance: (snapshot, event, key) => core.advance(snapshot, { ...requireObject(event) }, key),
    }),
  }),
  mutant('fires timers for events that it then refuses', 'REC-9', {
    lifecycle: (core) => ({
      advance: (snapshot, event, key) => {
        const outcome = core.advance(snapshot, event, key)
        const [timer] = Object.entries(snapshot.timers)
        if (outcome.accepted || timer === undefined) return outcome
        return core.wake(snapshot, timer[0], timer[1].generation)
      },
    }),
  }),
  mutant('reads any snapshot without a look', 'FAI-1 REN-3', {
    lifecycle: () => ({ restore: (value) => value as Snapshot }),
  }),
  mutant('does not apply new rules to what is stored', 'REN-1', {
    lifecycle: (core) => ({
      restore(value) {
        core.restore(value)
        return value as Snapshot
      },
    }),
  }),
  mutant('lets nonsense begin', 'BEG-3', {
    lifecycle: (core) => ({
      start: (input) => core.start({ ...input, role: input.role || 'none' }),
    }),
  }),
]

function withTimersOf(before: Snapshot, after: Snapshot): Snapshot {
  return { ...after, timers: { ...before.timers, ...after.timers } }
}

function timerNamed(
  { timers }: Snapshot,
  event: unknown,
): { readonly id: string; readonly generation: number } | undefined {
  const type: unknown = typeof event === 'object' && event !== null && Reflect.get(event, 'type')
  const found = Object.entries(timers).find(([, timer]) => timer.event.type === type)
  return found && { id: found[0], generation: found[1].generation }
}

function requireObject(event: unknown): object {
  if (typeof event === 'object' && event !== null) return event
  throw new TypeError(`${String(event)} is no object`)
}

/** Remembers when a timer was first due, wakes the lifecycle then, and holds every later arming to it. */
function firesOnFirstWakeUp(): Parameters<typeof mutant>[2] {
  const firstDue = new Map<string, string>()
  const held = (snapshot: Snapshot): Snapshot => {
    const timers = Object.entries(snapshot.timers).map(([id, timer]) => {
      const dueAt = firstDue.get(id) ?? timer.dueAt
      firstDue.set(id, dueAt)
      return [id, { ...timer, dueAt }] as const
    })
    return { ...snapshot, timers: Object.fromEntries(timers) }
  }
  return {
    lifecycle: (core) => ({ restore: (value) => held(core.restore(value)) }),
    store: (store) => ({
      commit: (writes) =>
        store.commit(
          writes.map((write) => {
            const wakes = Object.values(held(write.snapshot).timers).map(({ dueAt }) =>
              instantMs(dueAt),
            )
            return { ...write, wakeAt: wakes.length === 0 ? null : Math.min(...wakes) }
          }),
        ),
    }),
  }
}
