import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { transition } from 'xstate'
import {
  createLifecycle,
  type EventType,
  eventTypes,
  type LifecycleEvent,
  type ObligationRule,
  type Snapshot,
} from '@afterview/core'
import { hoursAfter, input, sampleEvent } from './life.ts'

const runs = Number(process.env['AFTERVIEW_FUZZ'] ?? 150)
/** Rules of every form: what holds of the lifecycle holds with them. */
const obligations: readonly ObligationRule[] = [
  ...eventTypes.map((event): ObligationRule => ({
    id: `on-${event}`,
    title: event,
    on: { event },
    due: { businessDays: 2, at: '09:00' },
    doneOn: ['checkIn.sent', 'offer.accepted', 'application.rejected'],
  })),
  ...['waiting', 'waiting.quiet', 'offer', 'closed', 'followUp', 'nextRound.scheduled'].map(
    (state): ObligationRule => ({
      id: `in-${state}`,
      title: state,
      on: { state },
      holder: 'employer',
      due: { hours: 30 },
      doneOn: ['employer.replied'],
    }),
  ),
]

const lifecycle = createLifecycle({ obligations })

function resolved({ machine }: Snapshot): ReturnType<typeof lifecycle.machine.resolveState> {
  const { value, context } = machine
  return lifecycle.machine.resolveState({ value, context } as never)
}

/** What XState says of the timers that it would arm and cancel. */
function noteTimer(
  armed: Set<string>,
  { type, params }: { readonly type: string; readonly params?: unknown },
): void {
  const { id, sendId, delay } = params as { id?: string; sendId?: string; delay?: number }
  if (type === 'xstate.cancel' && sendId !== undefined) armed.delete(sendId)
  if (type === 'xstate.raise' && id !== undefined && Number.isFinite(delay)) armed.add(id)
}

/** Steps of a life: which event, and how many hours later. */
const steps = fc.array(
  fc.record({
    type: fc.constantFrom<EventType>(...eventTypes),
    hours: fc.double({ min: 0, max: 400, noNaN: true }),
  }),
  { maxLength: 25 },
)

interface Walk {
  readonly snapshot: Snapshot
  readonly told: readonly object[]
}

function walk(
  path: readonly { type: EventType; hours: number }[],
  visit: (snapshot: Snapshot) => void,
): Walk {
  let { snapshot } = lifecycle.start(input)
  let at = '2026-11-25T13:30:00Z'
  const told: object[] = []
  for (const { type, hours } of path) {
    at = hoursAfter(at, Math.round(hours * 60) / 60)
    const event = sampleEvent(type, at, snapshot)
    const outcome = lifecycle.advance(snapshot, event)
    if (!outcome.accepted) continue
    told.push(event)
    snapshot = outcome.snapshot
    visit(snapshot)
  }
  return { snapshot, told }
}

describe('whatever happens', () => {
  test('EVT-8 no value makes advance throw, and a refused one changes nothing', () => {
    const { snapshot } = lifecycle.start(input)
    const before = JSON.stringify(snapshot)
    const hostile = fc.oneof(
      fc.anything(),
      fc.record({ type: fc.constantFrom(...eventTypes), at: fc.anything() }),
      fc.record(
        {
          type: fc.constantFrom(...eventTypes),
          at: fc.constant('2026-11-25T15:00:00Z'),
          window: fc.anything(),
          itemId: fc.anything(),
          interviewerId: fc.anything(),
          round: fc.anything(),
          until: fc.anything(),
          kind: fc.anything(),
          medium: fc.anything(),
          terms: fc.anything(),
          respondBy: fc.anything(),
        },
        { requiredKeys: ['type', 'at'] },
      ),
    )
    fc.assert(
      fc.property(hostile, (value) => {
        const outcome = lifecycle.advance(snapshot, value)
        expect(typeof outcome.accepted).toBe('boolean')
        expect(JSON.stringify(snapshot)).toBe(before)
      }),
      { numRuns: runs * 4 },
    )
  })

  test('SNP-2 a replay of the events gives the same snapshot', () => {
    fc.assert(
      fc.property(steps, (path) => {
        const { snapshot, told } = walk(path, () => undefined)
        let replayed = lifecycle.start(input).snapshot
        for (const event of told) {
          const outcome = lifecycle.advance(replayed, event)
          if (outcome.accepted) replayed = outcome.snapshot
        }
        expect(replayed).toEqual(snapshot)
      }),
      { numRuns: runs },
    )
  })

  test('SNP-1 every snapshot survives JSON and goes on the same', () => {
    fc.assert(
      fc.property(steps, (path) => {
        walk(path, (snapshot) => {
          const copy = lifecycle.restore(lifecycle.dump(snapshot))
          expect(copy).toEqual(snapshot)
        })
      }),
      { numRuns: Math.ceil(runs / 3) },
    )
  })

  test("LIV-4 advance goes where XState's own transition goes", () => {
    fc.assert(
      fc.property(steps, (path) => {
        let { snapshot } = lifecycle.start(input)
        let at = '2026-11-25T13:30:00Z'
        for (const { type, hours } of path) {
          at = hoursAfter(at, Math.round(hours * 60) / 60)
          const event = sampleEvent(type, at, snapshot)
          const outcome = lifecycle.advance(snapshot, event)
          const refusal = outcome.accepted ? undefined : outcome.reason.code
          if (refusal !== undefined && refusal !== 'event-not-possible') continue
          const before = lifecycle.catchUp(snapshot, at).snapshot
          const state = resolved(before)
          const [next, actions] = transition(lifecycle.machine, state, event as LifecycleEvent)
          expect(next !== state, event.type).toBe(outcome.accepted)
          if (!outcome.accepted) continue
          snapshot = outcome.snapshot
          expect(next.value).toEqual(snapshot.machine.value)
          expect(next.context).toEqual(snapshot.machine.context)
          const armed = new Set(Object.keys(before.timers))
          for (const action of actions) noteTimer(armed, action)
          expect(new Set(Object.keys(snapshot.timers))).toEqual(armed)
        }
      }),
      { numRuns: runs },
    )
  })

  test('TIM-1 no timer outlives its state', () => {
    fc.assert(
      fc.property(steps, (path) => {
        walk(path, (snapshot) => {
          const value = JSON.stringify(snapshot.machine.value)
          for (const id of Object.keys(snapshot.timers)) {
            const states = id
              .split('.')
              .slice(3)
              .filter((part) => part !== 'lifecycle')
            for (const state of states) expect(value, id).toContain(state)
          }
        })
      }),
      { numRuns: runs },
    )
  })

  test('AGE-3 nothing is overdue before it is due, and AGE-2 no revision goes back', () => {
    fc.assert(
      fc.property(steps, fc.double({ min: 0, max: 2000, noNaN: true }), (path, hours) => {
        const now = hoursAfter('2026-11-25T13:30:00Z', hours)
        const revisions = new Map<string, number>()
        walk(path, (snapshot) => {
          for (const item of lifecycle.agenda(snapshot, { now })) {
            if (item.status === 'overdue') expect(dueBefore(item.due, now), item.id).toBe(true)
            expect(item.revision).toBeGreaterThanOrEqual(revisions.get(item.id) ?? 0)
            revisions.set(item.id, item.revision)
          }
        })
      }),
      { numRuns: runs },
    )
  })
})

function dueBefore(
  due: { kind: string; at?: string; local?: string; date?: string },
  now: string,
): boolean {
  const text = due.at ?? due.local ?? due.date ?? ''
  return text.slice(0, 10) <= hoursAfter(now, 14).slice(0, 10)
}
