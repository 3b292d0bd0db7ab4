import {
  contextOf,
  COORDINATOR,
  type LetterKind,
  type LifecycleContext,
  presentRound,
  type RoundRecord,
  type Snapshot,
} from '@afterview/core'
import type { LetterFacts } from '@afterview/templates'
import { compareInstants, momentEnd } from '@afterview/time'

/** Somebody that a letter of an application can go to. */
export interface Addressee {
  /** The interviewer's id, or `coordinator`. */
  readonly id: string
  readonly name: string
  readonly email?: string
  readonly title?: string
}

/** The round that a letter is about: the last that was held, as recorded or by plan, or the one ahead. */
export function roundOf(snapshot: Snapshot, kind: LetterKind, now: string): RoundRecord {
  const context = contextOf(snapshot)
  const isAhead =
    kind === 'closing-questions' || kind === 'missed-interview' || kind === 'accept-next-round'
  const held = context.rounds.findLast((round) => isHeld(round, now))
  return isAhead ? presentRound(context) : (held ?? presentRound(context))
}

function isHeld({ endedAt, missedAt, endsAt }: RoundRecord, now: string): boolean {
  return missedAt === null && (endedAt !== null || compareInstants(momentEnd(endsAt), now) <= 0)
}

/** Whom a letter can go to: as chosen, else who coordinates, else who interviewed first. */
export function addresseeOf(
  people: readonly Addressee[],
  kind: LetterKind,
  id: string | undefined,
): Addressee | undefined {
  const wanted = id ?? (kind === 'thank-you-coordinator' ? COORDINATOR : undefined)
  if (wanted !== undefined) return people.find((person) => person.id === wanted)
  return people.find((person) => person.id === COORDINATOR) ?? people[0]
}

/**
 * Everybody that a letter can go to, the likeliest first. A yes to a next round goes to those who
 * invited: people of the round before, unless somebody coordinates the new one.
 */
export function addresseesOf(
  snapshot: Snapshot,
  kind: LetterKind,
  now: string,
): readonly Addressee[] {
  const round = roundOf(snapshot, kind, now)
  if (kind !== 'accept-next-round') return peopleOf(round)
  const { rounds } = contextOf(snapshot)
  const before = rounds.filter(({ number }) => number < round.number).toReversed()
  const ahead = peopleOf(round)
  const coordinators = ahead.filter(({ id }) => id === COORDINATOR)
  const all = [...coordinators, ...before.flatMap(peopleOf), ...ahead]
  return all.filter(({ id }, index) => all.findIndex((other) => other.id === id) === index)
}

/** Everybody of a round that can be written to. */
export function peopleOf(round: RoundRecord): readonly Addressee[] {
  const { coordinator, interviewers } = round
  return coordinator === null
    ? interviewers
    : [...interviewers, { id: COORDINATOR, ...coordinator }]
}

/** What a snapshot knows for a letter, as the letters want it. */
export function letterFacts(
  snapshot: Snapshot,
  kind: LetterKind,
  {
    locale,
    now,
    addressee,
  }: { readonly locale: string; readonly now: string; readonly addressee: Addressee | undefined },
): LetterFacts {
  const context = contextOf(snapshot)
  const round = roundOf(snapshot, kind, now)
  return {
    locale,
    now,
    candidate: context.candidate,
    company: { name: context.company.name, zone: context.company.zone },
    role: context.role,
    ...(addressee === undefined ? {} : { recipient: { name: addressee.name } }),
    round: {
      number: round.number,
      medium: round.medium,
      ...(round.startsAt === null ? { startsAt: round.endsAt } : { startsAt: round.startsAt }),
      interviewers: spokenOf(round, kind).map(({ name }) => name),
    },
    ...topics(round, addressee),
    ...timeframe(context),
    ...contacts(context),
    ...nextRound(context, round),
    ...offer(context),
  }
}

/** The coordinator is asked to thank those who cannot be written to, and nobody else. */
function spokenOf({ interviewers }: RoundRecord, kind: LetterKind): RoundRecord['interviewers'] {
  const unreachable = interviewers.filter(({ email }) => email === undefined)
  return kind === 'thank-you-coordinator' && unreachable.length > 0 ? unreachable : interviewers
}

function topics(round: RoundRecord, addressee: Addressee | undefined): Pick<LetterFacts, 'topics'> {
  const noted = round.details.filter(
    ({ interviewerId }) => interviewerId === addressee?.id || addressee?.id === COORDINATOR,
  )
  return noted.length === 0 ? {} : { topics: noted.map(({ topic }) => topic) }
}

function timeframe({ wait }: LifecycleContext): Pick<LetterFacts, 'timeframe'> {
  if (wait.timeframe === null) return {}
  const { phrase, window } = wait.timeframe
  return {
    timeframe: {
      ...(phrase === null ? {} : { phrase }),
      latest: window === null ? null : window.latest,
    },
  }
}

function contacts({ wait }: LifecycleContext): Pick<LetterFacts, 'checkedInAt' | 'lastContactAt'> {
  const checkIn = wait.checkIns.at(-1)
  return {
    ...(checkIn === undefined ? {} : { checkedInAt: { kind: 'instant', at: checkIn } as const }),
    lastContactAt: { kind: 'instant', at: wait.lastWordAt },
  }
}

function nextRound(
  context: LifecycleContext,
  written: RoundRecord,
): Pick<LetterFacts, 'nextRound'> {
  const ahead = presentRound(context)
  if (ahead === written && ahead.endedAt !== null) return {}
  return {
    nextRound: {
      medium: ahead.medium,
      interviewers: ahead.interviewers.map(({ name }) => name),
      ...(ahead.startsAt === null ? {} : { startsAt: ahead.startsAt }),
    },
  }
}

function offer({ offer: made }: LifecycleContext): Pick<LetterFacts, 'offer'> {
  if (made === null) return {}
  const { terms, medium, respondBy, acceptedAt } = made
  return {
    offer: {
      medium,
      ...(terms?.title === undefined ? {} : { title: terms.title }),
      ...(terms?.salary === undefined ? {} : { salary: terms.salary }),
      ...(terms?.startDate === undefined ? {} : { startDate: terms.startDate }),
      ...(respondBy === null ? {} : { respondBy }),
      ...(acceptedAt === null ? {} : { acceptedAt: { kind: 'instant', at: acceptedAt } as const }),
    },
  }
}
