import {
  AfterviewError,
  type BusinessCalendar,
  type HolidayCalendar,
  parseInstant,
} from '@afterview/time'
import { advance, wake } from './advance.ts'
import type { AgendaItem } from './agenda-item.ts'
import { listAgenda } from './agenda/list.ts'
import type { EventType } from './event.ts'
import { explainItem, type Explanation } from './explain.ts'
import { createMachine, type LifecycleMachine } from './machine.ts'
import type { ObligationRule } from './obligation-rule.ts'
import { type Policy, type PolicyChoice, resolvePolicy } from './policy.ts'
import { possibleTypes } from './possible.ts'
import { restore } from './restore.ts'
import type { Accepted, Outcome, Snapshot, Started } from './snapshot.ts'
import type { StartInput } from './start-input.ts'
import { startInputProblems } from './start-input-shape.ts'
import { begin, catchUp, type Works } from './step.ts'
import { createTransition } from './transition.ts'

/** What a lifecycle is made with. All optional. */
export interface LifecycleOptions {
  /** Preset and overrides. Default: the `standard` preset. */
  readonly policy?: PolicyChoice
  /** Public holidays by the company's `country`. Default: none; only weekends rest. */
  readonly holidays?: HolidayCalendar | ((country: string) => HolidayCalendar | undefined)
  /** ISO weekdays of rest, 1 = Monday … 7 = Sunday. Default `[6, 7]`. */
  readonly weekend?: readonly number[]
  /** Items for the agenda beside those of the lifecycle itself. Default: none. */
  readonly obligations?: readonly ObligationRule[]
}

/** The time after an interview, as pure functions: facts in, data out. */
export interface Lifecycle {
  /** A plain XState v5 machine, for actors, `useMachine` and Stately's tools. */
  readonly machine: LifecycleMachine
  /** The resolved policy. */
  readonly policy: Policy
  /** Begins a lifecycle. Throws `start-input-malformed`, naming every faulty field. */
  start(input: unknown): Started
  /** Takes an event, or refuses it with a reason. Never throws on any event. */
  advance(snapshot: Snapshot, event: unknown, key?: string): Outcome
  /** Fires a timer. A stale wake-up changes nothing. */
  wake(snapshot: Snapshot, timerId: string, generation: number): Accepted
  /**
   * Fires every timer that is due at or before an instant, in due order: how things would stand
   * then, if nothing else happened.
   */
  catchUp(snapshot: Snapshot, until: string): Started
  /** The agenda at an instant, open items first, most pressing first. */
  agenda(snapshot: Snapshot, options: { readonly now: string }): readonly AgendaItem[]
  /** Why an item has its date. Throws `item-unknown`. */
  explain(snapshot: Snapshot, itemId: string): Explanation
  /** The types of event that the present state accepts. */
  possibleEvents(snapshot: Snapshot): readonly EventType[]
  /** A snapshot as JSON text. */
  dump(snapshot: Snapshot): string
  /** Reads a dumped snapshot, text or value, of this or an older schema. */
  restore(value: unknown): Snapshot
}

/** Makes a lifecycle. Throws on a policy that cannot be resolved. */
export function createLifecycle(options: LifecycleOptions = {}): Lifecycle {
  const policy = resolvePolicy(options.policy)
  const rules = { policy, calendarOf: calendars(options), obligations: options.obligations ?? [] }
  const machine = createMachine(rules)
  const transition = createTransition(machine)
  const works: Works = { machine, transition, rules, knownStates: new Set() }
  return {
    machine,
    policy,
    start: (input) => begin(works, checkedInput(input)),
    advance: (snapshot, event, key) => advance(works, snapshot, event, key),
    wake: (snapshot, timerId, generation) => wake(works, snapshot, timerId, generation),
    catchUp: (snapshot, until) => catchUp(works, snapshot, parseInstant(until)),
    agenda: (snapshot, { now }) => listAgenda(snapshot, parseInstant(now)),
    explain: (snapshot, itemId) => explainItem(snapshot, itemId, policy),
    possibleEvents: (snapshot) => possibleTypes(works, snapshot),
    dump: (snapshot) => JSON.stringify(snapshot),
    restore: (value) => restore(works, value),
  }
}

function calendars({
  holidays,
  weekend = [6, 7],
}: LifecycleOptions): (country?: string) => BusinessCalendar {
  return (country) => {
    const known = typeof holidays === 'function' ? country && holidays(country) : holidays
    return known ? { weekend, holidays: known } : { weekend }
  }
}

function checkedInput(input: unknown): StartInput {
  const problems = startInputProblems(input)
  const [first] = problems
  if (first === undefined) return input as StartInput
  const all = problems.map(({ field, message }) => `"${field}" ${message}`)
  throw new AfterviewError('start-input-malformed', {
    happened: `the start input cannot be read: ${all.join('; ')}`,
    fix: first.fix,
    details: { problems },
  })
}
