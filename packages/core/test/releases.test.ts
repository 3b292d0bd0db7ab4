import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createLifecycle, placeName, placeOf, SCHEMA_VERSION, type Snapshot } from '@afterview/core'
import { describe, expect, test } from 'vitest'
import { migrateSnapshot } from '../src/migrate.ts'
import { hoursAfter, sampleEvent } from './life.ts'
import { lostNames, type MachineNames, presentNames, type Release, replayed } from './release.ts'

/** `schema-<n>.json`: what a released schema knew, with a life for each of its places. */
const folder = join(import.meta.dirname, 'golden')

const releases: readonly Release[] = readdirSync(folder)
  .filter((file) => file.startsWith('schema-'))
  .map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Release)
  .toSorted((left, right) => left.names.schemaVersion - right.names.schemaVersion)

const lifecycle = createLifecycle()
const present = presentNames(lifecycle)
const lives = releases.flatMap(({ names, lives }) =>
  lives.map((life) => ({ schema: names.schemaVersion, ...life })),
)

function placeIn(snapshot: Snapshot): string {
  return placeName(placeOf(snapshot.machine.value))
}

describe('released schemas', () => {
  test('REL-1 are kept, every one up to the present', () => {
    expect(releases.map(({ names }) => names.schemaVersion)).toEqual(
      Array.from({ length: SCHEMA_VERSION }, (_, index) => index + 1),
    )
  })

  test('REL-1 have a life for each of their places', () => {
    for (const { names, lives } of releases) {
      expect(lives.map(({ place }) => place).toSorted()).toEqual(names.states.toSorted())
    }
  })

  test('REL-2 lose no state, timer or event without a migration', () => {
    const lost = releases.flatMap((release) => lostNames(release, present, migrateSnapshot))
    expect(lost).toEqual([])
  })

  test('REL-3 hold every name of the present machine, so that none can go unnoticed', () => {
    const kept = releases.at(-1)?.names
    for (const kind of ['states', 'timers', 'events'] as const) {
      expect(kept?.[kind].toSorted()).toEqual(present[kind].toSorted())
    }
  })

  test.each(lives)('REL-4 are carried on: $place of schema $schema', ({ place, snapshot }) => {
    const restored = lifecycle.restore(snapshot)
    expect(placeIn(restored)).toBe(place)
    const context = restored.machine.context as { readonly lastAt: string }
    const after = lifecycle.catchUp(restored, hoursAfter(context.lastAt, 24 * 400)).snapshot
    expect(after.timers).toEqual({})
    expect(lifecycle.restore(lifecycle.dump(after)).revision).toBe(after.revision)
    const at = hoursAfter(context.lastAt, 27)
    const taken = lifecycle
      .possibleEvents(restored)
      .map((type) => lifecycle.advance(restored, sampleEvent(type, at, restored)))
      .filter(({ accepted }) => accepted)
    expect(taken.length > 0 || place.startsWith('closed.')).toBe(true)
  })

  test.each(lives)('REL-5 replay to where they led: $place of schema $schema', (life) => {
    const after = replayed(lifecycle, life)
    expect(placeIn(after)).toBe(life.place)
    expect(after.timers).toEqual(life.snapshot.timers)
  })
})

/** A schema that never was: it had a state, a timer and an event more. */
function madeUp(release: Release): Release {
  const { names } = release
  return {
    ...release,
    names: {
      schemaVersion: 0,
      states: [...names.states, 'waiting.shortlisted'],
      timers: [...names.timers, 'xstate.after.shortlistOver.lifecycle.waiting.shortlisted'],
      events: [...names.events, 'candidate.shortlisted'],
    },
  }
}

/** Leads on from the state that is gone. Its timer waited for what `quiet` waits for today. */
function leadOn(old: unknown): unknown {
  const snapshot = old as Snapshot
  const isGone = placeIn(snapshot) === 'waiting.shortlisted'
  const value = isGone ? { waiting: 'withinTimeframe' } : snapshot.machine.value
  const timers = Object.fromEntries(
    Object.entries(snapshot.timers).map(([id, timer]) => [
      renamed(id),
      { ...timer, event: { type: renamed(timer.event.type) } },
    ]),
  )
  return { ...snapshot, schemaVersion: 1, machine: { ...snapshot.machine, value }, timers }
}

function renamed(timerId: string): string {
  return timerId.replace(
    'shortlistOver.lifecycle.waiting.shortlisted',
    'quiet.lifecycle.waiting.withinTimeframe',
  )
}

describe('a change of the machine', () => {
  const [first] = releases
  if (first === undefined) throw new Error('no release is kept')
  const old = madeUp(first)
  const onlyVersion = (value: unknown): unknown => ({ ...(value as object), schemaVersion: 1 })

  test('REL-6 that takes a state away without a step is found', () => {
    const migrate = (value: unknown): unknown =>
      migrateSnapshot(value, { steps: { 0: onlyVersion }, present: 1 })
    expect(lostNames(old, present, migrate)).toEqual([
      'state waiting.shortlisted of schema 0 is gone, and no migration leads on from it',
      'timer xstate.after.shortlistOver.lifecycle.waiting.shortlisted of schema 0 is gone, and no migration leads on from it',
      'event candidate.shortlisted of schema 0 is gone, and event logs hold it for ever',
    ])
  })

  test('REL-6 that has no step at all loses everything', () => {
    const migrate = (value: unknown): unknown => migrateSnapshot(value, { steps: {}, present: 1 })
    expect(lostNames(old, present, migrate)).toHaveLength(
      old.names.states.length + old.names.timers.length + 1,
    )
  })

  test('REL-7 with a step leads every state and timer on', () => {
    const migrate = (value: unknown): unknown =>
      migrateSnapshot(value, { steps: { 0: leadOn }, present: 1 })
    const known: MachineNames = { ...old.names, events: present.events }
    expect(lostNames({ ...old, names: known }, present, migrate)).toEqual([])
    const life = first.lives.find(({ place }) => place === 'waiting.withinTimeframe')
    if (life === undefined) throw new Error('no life is kept for it')
    const { machine } = life.snapshot
    const gone = { ...machine, value: { waiting: 'shortlisted' } }
    const restored = lifecycle.restore(
      migrate({ ...life.snapshot, schemaVersion: 0, machine: gone }),
    )
    expect(placeIn(restored)).toBe('waiting.withinTimeframe')
    expect(restored.timers).toEqual(life.snapshot.timers)
  })

  test('REL-7 goes through every step in between, and each must lead one version on', () => {
    const path = { steps: { 0: onlyVersion, 1: (value: unknown) => value }, present: 2 }
    const snapshot = first.lives[0]?.snapshot
    expect(() => migrateSnapshot({ ...snapshot, schemaVersion: 0 }, path)).toThrow(
      'the migration from schema 1 leads to 1 instead of 2',
    )
  })
})
