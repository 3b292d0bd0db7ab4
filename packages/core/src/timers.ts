import { compareInstants, instantFromMs, instantMs } from '@afterview/time'
import type { Snapshot, Timer } from './snapshot.ts'

/** The timers of a snapshot. */
export type Timers = Snapshot['timers']

/** What XState's pure transition says about timers and notes, as far as we read it. */
export interface MachineAction {
  readonly type: string
  readonly params?: unknown
}

/**
 * The timers after a transition: entering a state raises its delayed events, leaving cancels them.
 * `at` is the instant of the transition, `generation` tells this visit from earlier ones.
 */
export function updateTimers(
  timers: Timers,
  actions: readonly MachineAction[],
  at: string,
  generation: number,
): Timers {
  if (!actions.some(({ type }) => type === 'xstate.cancel' || type === 'xstate.raise'))
    return timers
  const next = new Map(Object.entries(timers))
  for (const { type, params } of actions) {
    if (type === 'xstate.cancel') next.delete(String(field(params, 'sendId')))
    if (type === 'xstate.raise') arm(next, params, at, generation)
  }
  return Object.fromEntries(next)
}

/** The timers without one that has fired. */
export function withoutTimer(timers: Timers, id: string): Timers {
  return Object.fromEntries(Object.entries(timers).filter(([other]) => other !== id))
}

/** The timer that is due first, or `undefined`; of two at the same instant the one armed first. */
export function firstTimer(timers: Timers): (Timer & { readonly id: string }) | undefined {
  let first: (Timer & { readonly id: string }) | undefined
  for (const [id, timer] of Object.entries(timers)) {
    if (first === undefined || isBefore(id, timer, first)) first = { ...timer, id }
  }
  return first
}

function isBefore(id: string, timer: Timer, other: Timer & { readonly id: string }): boolean {
  const order = compareInstants(timer.dueAt, other.dueAt) || timer.generation - other.generation
  return order < 0 || (order === 0 && id < other.id)
}

function arm(timers: Map<string, Timer>, params: unknown, at: string, generation: number): void {
  const delay = field(params, 'delay')
  const event = field(params, 'event')
  if (typeof delay !== 'number' || !Number.isFinite(delay)) return
  const dueAt = instantFromMs(instantMs(at) + delay)
  timers.set(String(field(params, 'id')), {
    generation,
    dueAt,
    event: { type: String(field(event, 'type')) },
  })
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}
