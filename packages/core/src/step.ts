import { compareInstants } from '@afterview/time'
import { initialTransition } from 'xstate'
import { updateLedger } from './agenda/ledger.ts'
import { applyingRules } from './agenda/obligations.ts'
import type { Happening, View } from './agenda/open-item.ts'
import type { LifecycleContext } from './context.ts'
import type { DueRules } from './due-dates.ts'
import type { Effect } from './effect.ts'
import { effectsOf } from './effects.ts'
import type { LifecycleEvent } from './event.ts'
import type { LifecycleMachine } from './machine.ts'
import { placeOf } from './place.ts'
import type { MachineSnapshot, Snapshot, Started } from './snapshot.ts'
import type { StartInput } from './start-input.ts'
import { firstTimer, type MachineAction, updateTimers, withoutTimer } from './timers.ts'
import type { MachineState, Transition } from './transition.ts'

/** Version of the snapshot's shape that this package writes. */
export const SCHEMA_VERSION = 1

/** A lifecycle's fixed parts: its machine, and the rules that its dates are made with. */
export interface Works {
  readonly machine: LifecycleMachine
  readonly transition: Transition
  readonly rules: DueRules
  /** State values, as JSON, that the machine is known to have: as many as it has states. */
  readonly knownStates: Set<string>
}

/** What a snapshot's machine remembers. The snapshot was made, or checked, by this package. */
export function contextOf(snapshot: Snapshot): LifecycleContext {
  // In a snapshot it is any JSON to the compiler: one that is read from outside passes `restore` first.
  return snapshot.machine.context as unknown as LifecycleContext
}

/** The machine's state behind a snapshot. */
export function stateOf({ machine }: Works, snapshot: Snapshot): MachineState {
  return machine.resolveState({
    value: snapshot.machine.value as never,
    context: contextOf(snapshot),
  })
}

/** The first snapshot. The input has been checked. */
export function begin(works: Works, input: StartInput): Started {
  const [state, actions] = initialTransition(works.machine, input)
  const blank: Snapshot = {
    schemaVersion: SCHEMA_VERSION,
    applicationId: input.applicationId,
    revision: 0,
    machine: persisted(state),
    agenda: {},
    keys: [],
    timers: {},
  }
  return result(complete(works, blank, state, actions, { event: null, before: null }), [])
}

/**
 * One transition, by an event from outside or by a timer's own. `undefined` where the state does not
 * handle it: XState then gives the same state back.
 */
export function step(
  works: Works,
  before: Snapshot,
  event: LifecycleEvent | { readonly type: string },
): Started | undefined {
  const present = stateOf(works, before)
  const [state, actions] = works.transition(present, event as LifecycleEvent)
  if (state === present) return undefined
  const left = placeOf(before.machine.value)
  const happened = { event: event.type, before: left }
  const after = complete(works, before, state, actions, happened)
  const effects = effectsOf(left, after, actions, state.context.lastAt)
  return result(after, effects)
}

/** Fires one timer: the firing's instant is the due one, however late it comes. */
export function fire(works: Works, before: Snapshot, timerId: string): Started {
  const timer = before.timers[timerId]
  if (timer === undefined) return result(before, [])
  const left = { ...before, timers: withoutTimer(before.timers, timerId) }
  return step(works, left, timer.event) ?? result(left, [])
}

/** Fires timers in due order for as long as `goesOn` holds; one may cancel or arm another. */
export function fireWhile(
  works: Works,
  before: Snapshot,
  goesOn: (snapshot: Snapshot, nextDueAt: string) => boolean,
): Started {
  let snapshot = before
  const effects: Effect[] = []
  for (;;) {
    const next = firstTimer(snapshot.timers)
    if (next === undefined || !goesOn(snapshot, next.dueAt)) return result(snapshot, effects)
    const fired = fire(works, snapshot, next.id)
    snapshot = fired.snapshot
    effects.push(...fired.effects)
  }
}

/** Fires every timer that is due at or before an instant. */
export function catchUp(works: Works, before: Snapshot, until: string): Started {
  return fireWhile(works, before, (_, dueAt) => compareInstants(dueAt, until) <= 0)
}

/** A snapshot with its effects and the instant at which it wants to be woken. */
export function result(snapshot: Snapshot, effects: Started['effects']): Started {
  return { snapshot, effects, wakeAt: firstTimer(snapshot.timers)?.dueAt ?? null }
}

function complete(
  { rules }: Works,
  before: Snapshot,
  state: MachineState,
  actions: readonly MachineAction[],
  happened: Happening,
): Snapshot {
  const { context } = state
  const knownRules = before.rules ?? []
  const view = { context, place: placeOf(state.value), rules, knownRules, happened }
  const { rules: _, ...kept } = before
  const revision = happened.before === null ? 0 : before.revision + 1
  return {
    ...kept,
    revision,
    machine: persisted(state),
    agenda: updateLedger(before.agenda, view),
    ...rulesOf(view),
    timers: updateTimers(before.timers, actions, context.lastAt, revision),
  }
}

/** Snapshots without obligations have nothing to remember of rules. */
export function rulesOf(view: View): Pick<Snapshot, 'rules'> {
  const rules = applyingRules(view)
  return rules.length === 0 ? {} : { rules }
}

function persisted(state: MachineState): MachineSnapshot {
  return {
    status: 'active',
    value: state.value,
    context: { ...state.context },
    historyValue: {},
    children: {},
  }
}
