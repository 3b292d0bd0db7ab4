import { createLifecycle, type Effect, type Lifecycle, type Snapshot } from '@afterview/core'
import { instantMs } from '@afterview/time'
import type { Engine, RecordOutcome } from '../engine.ts'
import { fireDue } from '../lifecycle-step.ts'
import { check, checkEqual } from './check.ts'
import type { EngineUnderTest } from './engine-under-test.ts'
import { applicationInput, day, fact, type Fact, hour, minute } from './scenario.ts'

/** Numbers from 0 up to, but without, 1; the same for the same seed (mulberry32). */
type Random = () => number

/** What the core alone knows of the same lives. */
interface Model {
  readonly lifecycle: Lifecycle
  readonly snapshots: Map<string, Snapshot>
  readonly effects: string[]
}

interface World {
  readonly test: EngineUnderTest
  readonly random: Random
  readonly model: Model
  readonly delivered: string[]
  readonly engines: Engine[]
}

/**
 * Does `steps` things at random to two engines on the same data: begins, events, repetitions,
 * restarts, erasures, time that passes, clocks that are corrected. After each of them what is stored
 * must be what the core alone makes of it, and in the end each effect must have been delivered once.
 */
export async function runRandomLife(
  test: EngineUnderTest,
  seed: number,
  steps = 40,
): Promise<void> {
  const world: World = {
    test,
    random: createRandom(seed),
    model: { lifecycle: createLifecycle(), snapshots: new Map(), effects: [] },
    delivered: [],
    engines: [],
  }
  await openEngine(world)
  await openEngine(world)
  for (let step = 0; step < steps; step += 1) {
    await pick(world, deeds)(world)
    await test.clock.advance(0)
    await compare(world, `seed ${seed}, step ${step}`)
  }
  await test.clock.advance(hour)
  passTime(world)
  const { effects } = world.model
  checkEqual(world.delivered.toSorted(), effects.toSorted(), `the effects of seed ${seed}`)
}

type Deed = (world: World) => Promise<void>

const ids = ['acme-1', 'acme-2', 'acme-3']

const deeds: readonly Deed[] = [
  begin,
  record,
  record,
  record,
  record,
  pass,
  pass,
  restart,
  correct,
  erase,
]

async function begin(world: World): Promise<void> {
  const { snapshots, lifecycle } = world.model
  const input = applicationInput(pick(world, ids))
  const { created } = await engineOf(world).begin(input)
  checkEqual(created, !snapshots.has(input.applicationId), 'the beginning creating it')
  if (created) snapshots.set(input.applicationId, lifecycle.start(input).snapshot)
}

async function record(world: World): Promise<void> {
  const { snapshots, lifecycle, effects } = world.model
  const id = pick(world, ids)
  const before = snapshots.get(id)
  if (before === undefined) return
  const event = pick(world, events)(world.test.clock.now())
  const key = `key-${Math.floor(world.random() * 20)}`
  const expected = lifecycle.advance(before, event, key)
  const outcome = await engineOf(world).record(id, event, { key })
  checkEqual(gist(outcome), gist(expected), `the outcome of ${JSON.stringify(event)}`)
  if (!expected.accepted) return
  snapshots.set(id, expected.snapshot)
  effects.push(...expected.effects.map((effect) => effect.key))
}

async function pass(world: World): Promise<void> {
  const { clock } = world.test
  const spans = [minute, hour, 9 * hour, day, 3 * day, 11 * day]
  const ms = Math.floor(pick(world, spans) * (1 + world.random()))
  if (ms <= 2 * hour) await clock.advance(ms)
  else {
    clock.step(ms - 2 * minute)
    await clock.advance(2 * minute)
  }
}

async function restart(world: World): Promise<void> {
  const { engines, random } = world
  const [first] = engines.splice(0, 1)
  await first?.dispose()
  if (random() < 0.5) await pass(world)
  await openEngine(world)
}

async function correct({ test, random }: World): Promise<void> {
  test.clock.step(Math.floor((random() - 0.5) * hour))
  await test.clock.advance(2 * minute)
}

/** Once in a while, and never after an effect: the id that begins again gives the same keys. */
async function erase(world: World): Promise<void> {
  const { snapshots, effects } = world.model
  const id = pick(world, ids)
  if (effects.some((key) => key.startsWith(`${id}/`))) return
  checkEqual(await engineOf(world).erase(id), snapshots.delete(id), 'the erasure')
}

async function compare(world: World, when: string): Promise<void> {
  passTime(world)
  for (const id of ids) {
    const expected = world.model.snapshots.get(id)
    for (const engine of world.engines) {
      const actual = await engine.read(id)
      checkEqual(actual, expected, `the snapshot of ${id} at ${when}`)
      if (actual === undefined) continue
      const revisions = (await engine.history(id)).map(({ revision }) => revision)
      checkEqual(revisions, [...revisions.keys()], `the revisions of ${id} at ${when}`)
      const unsaved = actual.revision + 1 - revisions.length
      check(unsaved === 0 || unsaved === 1, `the history of ${id} reaching the snapshot at ${when}`)
    }
  }
  check(world.test.problems.length === 0, `no problem being reported at ${when}`)
}

/** Reading may compute dates anew, in the core as in an engine; that is a revision of its own. */
function passTime({ model, test }: World): void {
  const now = test.clock.now()
  for (const [id, kept] of model.snapshots) {
    const snapshot = model.lifecycle.restore(kept)
    const step = fireDue(model.lifecycle, snapshot, instantMs(now), now)
    model.snapshots.set(id, step.snapshot)
    model.effects.push(...step.effects.map(({ key }) => key))
  }
}

async function openEngine({ test, engines, delivered }: World): Promise<void> {
  const engine = await test.open()
  engine.handleEffects('one', ({ key }: Effect) => void delivered.push(key))
  engines.push(engine)
}

const window = { earliest: '2026-12-01', latest: '2026-12-11' }

const events: readonly ((at: string) => Fact)[] = [
  (at) => fact('interview.ended', at),
  (at) => fact('timeframe.asked', at),
  (at) => fact('timeframe.given', at, { window }),
  (at) => fact('thankYou.sent', at, { interviewerId: 'sam' }),
  (at) => fact('thankYou.sent', at, { interviewerId: 'jo' }),
  (at) => fact('checkIn.sent', at),
  (at) => fact('employer.replied', at, { kind: 'holding' }),
  (at) => fact('employer.held', at),
  (at) => fact('employer.resumed', at),
  (at) => fact('application.paused', at),
  (at) => fact('application.resumed', at),
  (at) => fact('nextRound.invited', at),
  (at) => fact('offer.extended', at, { medium: 'phone' }),
  (at) => fact('offer.declined', at),
  (at) => fact('application.rejected', at),
  (at) => fact('application.withdrawn', at),
  (at) => fact('xstate.stop', at),
  (at) => fact('no.such.event', at),
  () => fact('timeframe.asked', 'yesterday'),
]

function gist(outcome: RecordOutcome): readonly unknown[] {
  if (!outcome.accepted) return ['refused', outcome.reason.code]
  return [outcome.unchanged ?? 'changed', outcome.snapshot, outcome.effects, outcome.wakeAt]
}

function engineOf(world: World): Engine {
  return pick(world, world.engines)
}

function pick<Item>({ random }: World, items: readonly Item[]): Item {
  const item = items[Math.floor(random() * items.length)]
  if (item === undefined) throw new RangeError('there is nothing to pick from')
  return item
}

function createRandom(seed: number): Random {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
