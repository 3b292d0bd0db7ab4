import { describe, expect, test } from 'vitest'
import { getShortestPaths } from 'xstate/graph'
import {
  createLifecycle,
  type EventType,
  eventTypes,
  placeName,
  placeOf,
  type Snapshot,
  stages,
} from '@afterview/core'
import { hoursAfter, input, sampleEvent } from './life.ts'

const lifecycle = createLifecycle()

const KEPT = 6

/** Some snapshots for every place that is reached from the start by events and timers, breadth first. */
function everyPlace(): ReadonlyMap<string, readonly Snapshot[]> {
  const reached = new Map<string, Snapshot[]>()
  const queue = [lifecycle.start(input).snapshot]
  for (let snapshot = queue.shift(); snapshot !== undefined; snapshot = queue.shift()) {
    const name = placeName(placeOf(snapshot.machine.value))
    const kept = reached.get(name) ?? []
    if (kept.length === KEPT) continue
    reached.set(name, [...kept, snapshot])
    queue.push(...neighbours(snapshot))
  }
  return reached
}

function neighbours(snapshot: Snapshot): Snapshot[] {
  const told = eventTypes
    .map((type) => lifecycle.advance(snapshot, sampleEvent(type, after(snapshot), snapshot)))
    .flatMap((outcome) => (outcome.accepted ? [outcome.snapshot] : []))
  const woken = Object.entries(snapshot.timers).map(
    ([id, { generation }]) => lifecycle.wake(snapshot, id, generation).snapshot,
  )
  return [...told, ...woken]
}

function after(snapshot: Snapshot): string {
  const context = snapshot.machine.context as { lastAt: string }
  const held = Object.values(snapshot.agenda).some(
    ({ kind, state }) => kind === 'interview' && state === 'open',
  )
  return hoursAfter(context.lastAt, held ? 27 : 0.5)
}

const places = everyPlace()

function accepts(name: string, type: EventType): boolean {
  return (places.get(name) ?? []).some(
    (snapshot) =>
      lifecycle.advance(snapshot, sampleEvent(type, after(snapshot), snapshot)).accepted,
  )
}

const ownEnds = ['closed.hired', 'closed.declinedByCandidate', 'closed.withdrawn', 'closed.reneged']

describe('the table of states and events', () => {
  test('END-2 reaches every state of the design', () => {
    expect([...places.keys()].toSorted()).toMatchSnapshot()
    const stagesReached = new Set([...places.keys()].map((name) => name.replace(/\..*/, '')))
    expect([...stagesReached].toSorted()).toEqual([...stages].toSorted())
  })

  test('EVT-9 has every event accepted somewhere and refused elsewhere with those that are possible', () => {
    for (const type of eventTypes) {
      const accepting = [...places.keys()].filter((name) => accepts(name, type))
      expect(accepting.length, `${type} is accepted somewhere`).toBeGreaterThan(0)
      expect(accepting.length, `${type} is refused somewhere`).toBeLessThan(places.size)
    }
  })

  test('EVT-9 lists what is possible just as advance decides', () => {
    for (const snapshot of [...places.values()].flat()) {
      const possible = lifecycle.possibleEvents(snapshot)
      for (const type of eventTypes) {
        const outcome = lifecycle.advance(snapshot, sampleEvent(type, after(snapshot), snapshot))
        const isAskedWhen = type === 'offer.accepted' || type === 'offer.declined'
        if (outcome.accepted || isAskedWhen || outcome.reason.code !== 'event-not-possible')
          continue
        expect(outcome.possible).not.toContain(type)
      }
      expect(possible.every((type) => eventTypes.includes(type))).toBe(true)
    }
  })

  test('END-1 lets nothing happen after an end that the candidate made, and reopens every other', () => {
    for (const name of ownEnds) {
      expect(
        eventTypes.filter((type) => accepts(name, type)),
        name,
      ).toEqual([])
    }
    for (const name of [...places.keys()].filter((place) => place.startsWith('closed.'))) {
      if (!ownEnds.includes(name)) expect(accepts(name, 'application.reopened'), name).toBe(true)
    }
  })

  test("END-3 accepts an employer's decision in every open state", () => {
    const open = [...places.keys()].filter((name) => !name.startsWith('closed.'))
    const decisions: EventType[] = [
      'offer.extended',
      'application.rejected',
      'nextRound.invited',
      'position.closed',
      'employer.replied',
    ]
    for (const name of open.filter((place) => place !== 'offer.accepted')) {
      expect(
        decisions.filter((type) => !accepts(name, type)),
        name,
      ).toEqual([])
    }
  })

  test('the whole table', () => {
    const table = Object.fromEntries(
      [...places.keys()]
        .toSorted()
        .map((name) => [name, eventTypes.filter((type) => accepts(name, type))]),
    )
    expect(table).toMatchSnapshot()
  })
})

test('END-2 has a path to every state and from every state to a closed one', () => {
  for (const [name, [snapshot]] of places) {
    if (snapshot === undefined) throw new Error(`${name} was not reached`)
    const start = lifecycle.machine.resolveState({
      value: snapshot.machine.value as never,
      context: snapshot.machine.context as never,
    })
    const paths = getShortestPaths(lifecycle.machine, {
      fromState: start as never,
      events: (state) => {
        const raw = {
          ...snapshot,
          machine: { ...snapshot.machine, value: state.value, context: { ...state.context } },
        }
        const at = hoursAfter(state.context.lastAt, 0.5)
        return eventTypes.map((type) => sampleEvent(type, at, raw)) as never[]
      },
      serializeState: (state) => JSON.stringify(state.value),
      limit: 20_000,
    })
    const ends = paths.map(({ state }) => placeName(placeOf(state.value)))
    if (!name.startsWith('closed.'))
      expect(
        ends.some((end) => end.startsWith('closed.')),
        name,
      ).toBe(true)
    if (name === 'closing') {
      const byTimer = [
        'waiting.checkInDue',
        'waiting.checkedIn',
        'waiting.quiet',
        'waiting.presumedNo',
        'rejection.replying',
        'closed.lapsed',
        'closed.presumedNo',
      ]
      expect([...ends, ...byTimer]).toEqual(expect.arrayContaining([...places.keys()]))
    }
  }
})
