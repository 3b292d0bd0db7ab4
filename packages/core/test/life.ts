import { instantFromMs, instantMs } from '@afterview/time'
import {
  type AgendaItem,
  createLifecycle,
  type EventType,
  type Lifecycle,
  type LifecycleOptions,
  type Outcome,
  placeName,
  placeOf,
  type Snapshot,
} from '@afterview/core'

export const sam = { id: 'sam', name: 'Sam Rivera', email: 'sam@acme.example', title: 'CTO' }
export const jo = { id: 'jo', name: 'Jo de Vries', email: 'jo@acme.example' }

/** An interview in Amsterdam that ends on Wednesday 25 November 2026 at 15:30. */
export const input = {
  applicationId: 'acme-1',
  candidate: {
    name: 'Alex Kim',
    email: 'alex@mail.example',
    zone: 'Europe/Amsterdam',
    locale: 'en',
  },
  company: { name: 'Acme', zone: 'Europe/Amsterdam', country: 'NL' },
  role: 'Platform Engineer',
  round: {
    number: 1,
    medium: 'video',
    startsAt: '2026-11-25T14:30:00+01:00',
    endsAt: '2026-11-25T15:30:00+01:00',
    interviewers: [sam, jo],
  },
} as const

export const secondRound = {
  number: 2,
  medium: 'onsite',
  startsAt: '2026-12-10T10:00:00+01:00',
  endsAt: '2026-12-10T12:00:00+01:00',
  interviewers: [sam, jo],
} as const

/** A lifecycle with its present snapshot, told event by event. */
export interface Life {
  readonly lifecycle: Lifecycle
  snapshot: Snapshot
  readonly told: object[]
  tell(type: string, at: string, fields?: object): Outcome
  /** Tells and insists that it is accepted. */
  ok(type: string, at: string, fields?: object): Life
  place(): string
  /** Fires due timers up to an instant, one by one. */
  passTo(instant: string): Life
  item(idEnd: string, now?: string): AgendaItem
  open(): readonly string[]
}

export function createLife(options: LifecycleOptions = {}, from: object = input): Life {
  const lifecycle = createLifecycle(options)
  const life: Life = {
    lifecycle,
    snapshot: lifecycle.start(from).snapshot,
    told: [],
    tell(type, at, fields = {}) {
      const event = { type, at, ...fields }
      const outcome = lifecycle.advance(life.snapshot, event)
      if (outcome.accepted) {
        life.snapshot = outcome.snapshot
        life.told.push(event)
      }
      return outcome
    },
    ok(type, at, fields) {
      const outcome = life.tell(type, at, fields)
      if (!outcome.accepted) throw new Error(`${type} was refused: ${outcome.reason.message}`)
      return life
    },
    place: () => placeName(placeOf(life.snapshot.machine.value)),
    passTo(instant) {
      for (
        let next = due(life.snapshot, instant);
        next !== undefined;
        next = due(life.snapshot, instant)
      ) {
        life.snapshot = lifecycle.wake(life.snapshot, next.id, next.generation).snapshot
      }
      return life
    },
    item(idEnd, now = '2026-11-25T15:00:00Z') {
      const item = lifecycle.agenda(life.snapshot, { now }).find(({ id }) => id.endsWith(idEnd))
      if (item === undefined)
        throw new Error(`no item ${idEnd}: ${Object.keys(life.snapshot.agenda).join(' ')}`)
      return item
    },
    open: () =>
      Object.values(life.snapshot.agenda)
        .filter(({ state }) => state === 'open')
        .map(({ id }) => id.slice(id.indexOf('/') + 1)),
  }
  return life
}

function due(snapshot: Snapshot, instant: string): { id: string; generation: number } | undefined {
  return Object.entries(snapshot.timers)
    .filter(([, { dueAt }]) => instantMs(dueAt) <= instantMs(instant))
    .toSorted(([, left], [, right]) => instantMs(left.dueAt) - instantMs(right.dueAt))
    .map(([id, { generation }]) => ({ id, generation }))[0]
}

/** A life that has ended its first interview, with thanks sent: in `waiting`. */
export function createWaiting(options: LifecycleOptions = {}, window?: object | null): Life {
  const life = createLife(options)
  if (window !== undefined) life.ok('timeframe.given', '2026-11-25T15:29:00+01:00', { window })
  return life
    .ok('interview.ended', '2026-11-25T15:30:00+01:00')
    .ok('thankYou.sent', '2026-11-25T18:00:00+01:00', { interviewerId: 'sam' })
    .ok('thankYou.sent', '2026-11-25T18:05:00+01:00', { interviewerId: 'jo' })
}

/** The window of "by the end of next week", said on the day of the interview. */
export const nextWeek = { earliest: '2026-11-25', latest: '2026-12-04' } as const

export function hoursAfter(instant: string, hours: number): string {
  return instantFromMs(Math.round(instantMs(instant) + hours * 3_600_000))
}

/** A well-formed event of a type, for a snapshot, at an instant. */
export function sampleEvent(
  type: EventType,
  at: string,
  snapshot: Snapshot,
): { type: EventType; at: string } {
  const records = Object.values(snapshot.agenda).filter(({ state }) => state === 'open')
  const itemId = records[0]?.id ?? 'none'
  const rounds = snapshot.machine.context['rounds'] as { number: number; endedAt: string | null }[]
  const present = rounds.at(-1)
  const number = (present?.number ?? 1) + (present?.endedAt === null ? 0 : 1)
  const round = { ...secondRound, number, startsAt: hoursAfter(at, 24), endsAt: hoursAfter(at, 26) }
  const manual = records.find(
    ({ kind }) => kind === 'withdrawElsewhere' || kind === 'answerRescission',
  )
  const fields: Partial<Record<EventType, object>> = {
    'timeframe.given': { window: nextWeek },
    'timeframe.revised': { window: null },
    'detail.noted': { interviewerId: 'sam', topic: 'the on-call rota' },
    'thankYou.sent': { interviewerId: 'sam' },
    'thankYou.skipped': { interviewerId: 'jo' },
    'agenda.pinned': { itemId, until: hoursAfter(at, 72) },
    'agenda.snoozed': { itemId, until: hoursAfter(at, 48) },
    'agenda.completed': { itemId: manual?.id ?? itemId },
    'employer.replied': { kind: 'holding' },
    'nextRound.scheduled': { round },
    'offer.extended': { medium: 'email', respondBy: hoursAfter(at, 240) },
    'offer.extensionGranted': { until: hoursAfter(at, 300) },
  }
  return { type, at, ...fields[type] }
}
