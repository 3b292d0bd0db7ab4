import {
  createLifecycle,
  type EventType,
  eventTypes,
  type Lifecycle,
  placeName,
  placeOf,
  SCHEMA_VERSION,
  type Snapshot,
} from '@afterview/core'
import { hoursAfter, input, sampleEvent } from './life.ts'

/** What a machine knows that is kept in snapshots and event logs for ever. */
export interface MachineNames {
  readonly schemaVersion: number
  /** Places, such as `waiting.quiet`. */
  readonly states: readonly string[]
  /** Ids of timers. */
  readonly timers: readonly string[]
  /** Types of events. */
  readonly events: readonly string[]
}

/** What happened in a life, in order: an event, or time that passed until an instant. */
export type Happened = { readonly event: object } | { readonly until: string }

/** A life that leads to a place. */
export interface KeptLife {
  readonly place: string
  readonly input: object
  readonly happened: readonly Happened[]
  readonly snapshot: Snapshot
}

/** A released schema: the names it knows, and a life for each of its places. */
export interface Release {
  readonly names: MachineNames
  readonly lives: readonly KeptLife[]
}

type Node = Lifecycle['machine']['root']

/** The names of the present machine. */
export function presentNames({ machine }: Lifecycle): MachineNames {
  const leaves = nodesOf(machine.root).filter(isPlace)
  return {
    schemaVersion: SCHEMA_VERSION,
    states: leaves.map(({ path }) => path.join('.')),
    timers: nodesOf(machine.root).flatMap((node) => node.after.map(({ eventType }) => eventType)),
    events: eventTypes,
  }
}

/** `settling` is left in the same step in which it is entered. */
function isPlace(node: Node): boolean {
  return Object.keys(node.states).length === 0 && node.key !== 'settling'
}

function nodesOf(node: Node): readonly Node[] {
  return [node, ...Object.values<Node>(node.states).flatMap(nodesOf)]
}

/** A life for every place, breadth first: no shorter one leads there. */
export function lifeOfEveryPlace(lifecycle: Lifecycle = createLifecycle()): readonly KeptLife[] {
  const kept = new Map<string, KeptLife[]>()
  const queue = [lifeOf(lifecycle.start(input).snapshot, [])]
  for (let life = queue.shift(); life !== undefined; life = queue.shift()) {
    const same = kept.get(life.place) ?? []
    if (same.length === 3) continue
    kept.set(life.place, [...same, life])
    queue.push(...nextLives(lifecycle, life))
  }
  return [...kept.values()].flatMap((lives) => lives.slice(0, 1))
}

function lifeOf(snapshot: Snapshot, happened: readonly Happened[]): KeptLife {
  return { place: placeName(placeOf(snapshot.machine.value)), input, happened, snapshot }
}

function nextLives(lifecycle: Lifecycle, { snapshot, happened }: KeptLife): readonly KeptLife[] {
  const told = eventTypes.flatMap((type) => {
    const event = sampleEvent(type, nextInstant(snapshot), snapshot)
    const outcome = lifecycle.advance(snapshot, event)
    return outcome.accepted ? [lifeOf(outcome.snapshot, [...happened, { event }])] : []
  })
  const passed = Object.values(snapshot.timers).map(({ dueAt: until }) =>
    lifeOf(lifecycle.catchUp(snapshot, until).snapshot, [...happened, { until }]),
  )
  return [...told, ...passed]
}

function nextInstant(snapshot: Snapshot): string {
  const context = snapshot.machine.context as { readonly lastAt: string }
  const isBooked = Object.values(snapshot.agenda).some(
    ({ kind, state }) => kind === 'interview' && state === 'open',
  )
  return hoursAfter(context.lastAt, isBooked ? 27 : 0.5)
}

/** The same life once more, from its beginning. Throws when something is refused. */
export function replayed(lifecycle: Lifecycle, { input, happened }: KeptLife): Snapshot {
  let { snapshot } = lifecycle.start(input)
  for (const one of happened) {
    if ('until' in one) {
      snapshot = lifecycle.catchUp(snapshot, one.until).snapshot
      continue
    }
    const outcome = lifecycle.advance(snapshot, one.event)
    if (!outcome.accepted) throw new Error(outcome.reason.message)
    snapshot = outcome.snapshot
  }
  return snapshot
}

/**
 * What a released schema knew that is neither in the present machine nor led on by a migration, in
 * words. `migrate` is given snapshots of the release, one in each of its states.
 */
export function lostNames(
  { names, lives }: Release,
  present: MachineNames,
  migrate: (old: unknown) => unknown,
): readonly string[] {
  const [sample] = lives
  if (sample === undefined) return [`schema ${names.schemaVersion} keeps no snapshot`]
  const old = { ...sample.snapshot, schemaVersion: names.schemaVersion, timers: {} }
  const states = names.states.filter((state) => {
    const value = stateValue(state)
    const after = attempt(() => migrate({ ...old, machine: { ...old.machine, value } }))
    return !present.states.includes(placeIn(after))
  })
  const timers = names.timers.filter((type) => {
    const timer = { generation: 0, dueAt: '2026-12-01T00:00:00Z', event: { type } }
    const after = attempt(() => migrate({ ...old, timers: { [type]: timer } }))
    return !timersIn(after).every((id) => present.timers.includes(id))
  })
  const events = names.events.filter((type) => !present.events.includes(type as EventType))
  const because = `of schema ${names.schemaVersion} is gone`
  return [
    ...states.map((state) => `state ${state} ${because}, and no migration leads on from it`),
    ...timers.map((timer) => `timer ${timer} ${because}, and no migration leads on from it`),
    ...events.map((type) => `event ${type} ${because}, and event logs hold it for ever`),
  ]
}

/** A path as XState writes it: `waiting.quiet` is `{ waiting: 'quiet' }`. */
function stateValue(path: string): string | Readonly<Record<string, unknown>> {
  const [first = '', ...rest] = path.split('.')
  return rest.length === 0 ? first : { [first]: stateValue(rest.join('.')) }
}

function attempt(work: () => unknown): unknown {
  try {
    return work()
  } catch {
    return undefined
  }
}

function placeIn(snapshot: unknown): string {
  const place = attempt(() => placeName(placeOf((snapshot as Snapshot).machine.value)))
  return typeof place === 'string' ? place : ''
}

function timersIn(snapshot: unknown): readonly string[] {
  const timers = attempt(() => Object.values((snapshot as Snapshot).timers))
  return Array.isArray(timers) ? timers.map(({ event }) => String(event.type)) : ['unreadable']
}
