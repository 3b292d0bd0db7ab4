import { type Moment, instantFromMs, instantMs, momentEnd, parseInstant } from '@afterview/time'
import type { LifecycleContext, RoundRecord, Wait } from './context.ts'
import type { Round, StartInput, TimePoint } from './start-input.ts'

/** The context of a lifecycle that has just begun. `input` has been checked. */
export function startContext(input: StartInput): LifecycleContext {
  const zone = input.company.zone ?? input.candidate.zone
  const round = roundRecord(input.round, zone)
  return {
    applicationId: input.applicationId,
    candidate: input.candidate,
    company: { ...input.company, zone },
    role: input.role,
    rounds: [round],
    wait: freshWait({ event: 'interview', at: momentEnd(round.endsAt) }),
    invitation: null,
    offer: null,
    rejection: null,
    ended: null,
    movedOnAt: null,
    pins: {},
    completed: {},
    lastEventAt: null,
    lastAt: startOf(round),
  }
}

/** A round as it is kept. `zone` is the employer's. */
export function roundRecord(round: Round, zone: string): RoundRecord {
  return {
    number: round.number,
    medium: round.medium,
    startsAt: round.startsAt === undefined ? null : momentOf(round.startsAt, zone),
    endsAt: momentOf(round.endsAt, zone),
    interviewers: round.interviewers,
    coordinator: round.coordinator ?? null,
    endedAt: null,
    missedAt: null,
    askedAt: null,
    details: [],
    thanks: [],
  }
}

/** A wait in which nothing has been said yet. */
export function freshWait(anchor: Wait['anchor']): Wait {
  return {
    timeframe: null,
    anchor,
    lastWordAt: anchor.at,
    checkIns: [],
    unanswered: 0,
    reply: null,
    heldAt: null,
    paused: null,
    answer: null,
  }
}

/** A point of time as people gave it, as a moment; a bare date is a whole day in `zone`. */
export function momentOf(point: TimePoint, zone: string): Moment {
  if (typeof point !== 'string') return { kind: 'wall', local: point.local, zone: point.zone }
  if (/^\d{4}-\d\d-\d\d$/.test(point)) return { kind: 'day', date: point, zone }
  return { kind: 'instant', at: parseInstant(point) }
}

/** The present before any event: the round's start, or a day before its end where no start is known. */
function startOf(round: RoundRecord): string {
  if (round.startsAt !== null) return momentEnd(round.startsAt)
  return instantFromMs(instantMs(momentEnd(round.endsAt)) - 24 * 3_600_000)
}
