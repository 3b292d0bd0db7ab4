import { compareInstants, instantFromMs, instantMs, momentEnd } from '@afterview/time'
import { presentRound, type RoundRecord } from '../context.ts'
import { dueWithinHours, thankYouDue, thankYouLateUntil } from '../due-dates.ts'
import { awaitedThanks, COORDINATOR } from '../thanks.ts'
import { openItem, type OpenItem, type Projection, type View } from './open-item.ts'

/** The interview itself, and what to ask while it ends. */
export const projectInterview: Projection = (view) => {
  const round = presentRound(view.context)
  if (round.endedAt !== null || round.missedAt !== null || !isInterviewAhead(view)) return []
  return [...interview(view, round), ...askTimeframe(view, round)]
}

/** The thanks of every round that was held, as long as a note is still worth sending. */
export const projectThanks: Projection = (view) => {
  const { context, place } = view
  if (place.stage === 'rejection' || place.stage === 'closed') return []
  return context.rounds
    .filter((round) => isOver(view, round) && !isLapsed(view, round))
    .flatMap((round) => awaitedThanks(round).map((id) => thankYou(view, round, id)))
}

/** The employer did not come: offer another time. */
export const projectRebooking: Projection = (view) => {
  const round = presentRound(view.context)
  const { missedAt } = round
  if (missedAt === null || view.place.stage !== 'waiting') return []
  return [
    openItem(view, {
      kind: 'rebookInterview',
      key: `r${round.number}`,
      round: round.number,
      letter: 'missed-interview',
      due: dueWithinHours(view.rules, 'reply.answerWithin', {
        event: 'interview.missed',
        at: missedAt,
      }),
    }),
  ]
}

function interview(view: View, round: RoundRecord): readonly OpenItem[] {
  if (round.startsAt === null) return []
  return [
    openItem(view, {
      kind: 'interview',
      key: `r${round.number}`,
      round: round.number,
      due: {
        due: round.startsAt,
        window: { from: round.startsAt, until: round.endsAt },
        anchor: view.context.wait.anchor,
        basis: 'stated',
      },
      facts: {
        medium: round.medium,
        people: round.interviewers.map(({ name }) => name).join(', '),
      },
    }),
  ]
}

function askTimeframe(view: View, round: RoundRecord): readonly OpenItem[] {
  if (view.context.wait.timeframe !== null || round.askedAt !== null) return []
  const end = momentEnd(round.endsAt)
  return [
    openItem(view, {
      kind: 'askTimeframe',
      key: `r${round.number}`,
      round: round.number,
      letter: 'closing-questions',
      due: {
        due: round.endsAt,
        window: {
          from: { kind: 'instant', at: instantFromMs(instantMs(end) - 300_000) },
          until: round.endsAt,
        },
        anchor: view.context.wait.anchor,
        basis: 'stated',
      },
    }),
  ]
}

function thankYou(view: View, round: RoundRecord, id: string): OpenItem {
  const person =
    id === COORDINATOR ? round.coordinator : round.interviewers.find((one) => one.id === id)
  const own = round.number > 1 ? 'second-round-thank-you' : 'thank-you'
  return openItem(view, {
    kind: 'thankYou',
    key: `r${round.number}-${id}`,
    round: round.number,
    letter: id === COORDINATOR ? 'thank-you-coordinator' : own,
    personId: id,
    due: thankYouDue(view.context, round, view.rules),
    facts: { personName: person?.name ?? id, lateUntil: thankYouLateUntil(round, view.rules) },
  })
}

function isInterviewAhead({ context, place }: View): boolean {
  if (place.stage === 'closing') return true
  return context.rounds.length > 1 && (place.stage === 'nextRound' || place.stage === 'offer')
}

function isOver({ context }: View, round: RoundRecord): boolean {
  if (round.endedAt !== null) return true
  return round.missedAt === null && compareInstants(momentEnd(round.endsAt), context.lastAt) <= 0
}

function isLapsed({ context, rules }: View, round: RoundRecord): boolean {
  return compareInstants(thankYouLateUntil(round, rules), context.lastAt) <= 0
}
