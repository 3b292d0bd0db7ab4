import type { AgendaKind } from '../agenda-item.ts'
import { compareInstants, momentEnd } from '@afterview/time'
import { type LifecycleContext, presentRound, type RoundRecord } from '../context.ts'
import { placeName } from '../place.ts'
import type { AgendaRecord } from '../snapshot.ts'
import type { View } from './open-item.ts'

type Settled = Exclude<AgendaRecord['state'], 'open'>
type Settle = (view: View, record: AgendaRecord) => Settled

/** What became of an open item that no projection lists any more. */
export function settle(view: View, record: AgendaRecord): Settled {
  if (Object.hasOwn(view.context.completed, record.id)) return 'done'
  return settlements[record.kind](view, record)
}

const doneIf =
  (
    isDone: (context: LifecycleContext, record: AgendaRecord) => boolean,
    otherwise: Settled = 'cancelled',
  ): Settle =>
  ({ context }, record) =>
    isDone(context, record) ? 'done' : otherwise

const cancelled: Settle = () => 'cancelled'

const settlements: { readonly [Kind in AgendaKind]: Settle } = {
  askTimeframe: (view) => {
    const { timeframe } = view.context.wait
    if (timeframe !== null || presentRound(view.context).askedAt !== null) return 'done'
    return presentRound(view.context).endedAt === null ? 'cancelled' : 'skipped'
  },
  interview: doneIf((context, record) => isHeld(context, roundOf(context, record))),
  rebookInterview: cancelled,
  thankYou: ({ context }, record) => {
    const note = roundOf(context, record)?.thanks.find(
      (thanks) => thanks.interviewerId === record.personId,
    )
    if (note !== undefined) return note.outcome === 'sent' ? 'done' : 'skipped'
    return context.ended === null ? 'skipped' : 'cancelled'
  },
  decisionExpected: doneIf((context) => context.wait.answer !== null || context.rounds.length > 1),
  checkIn: doneIf((context, record) => {
    const number = Number(record.id.slice(record.id.lastIndexOf('-') + 1))
    return record.round === presentRound(context).number && context.wait.checkIns.length >= number
  }),
  answerHolding: ({ context }) =>
    context.wait.answer === null && context.ended === null ? 'skipped' : 'cancelled',
  sendInformation: cancelled,
  confirmSilence: (view) => (placeName(view.place) === 'closed.presumedNo' ? 'done' : 'cancelled'),
  resumeApplication: (view) =>
    view.context.wait.paused === null && view.place.stage === 'waiting' ? 'done' : 'cancelled',
  answerInvitation: (view) =>
    presentRound(view.context).number > 1 &&
    view.context.invitation === null &&
    view.place.stage !== 'closed'
      ? 'done'
      : 'cancelled',
  acknowledgeOffer: doneIf(({ offer }) => offer?.acknowledgedAt != null),
  requestExtension: doneIf(({ offer }) => offer?.extension != null, 'skipped'),
  decideOffer: (view) => {
    const decided = ['offer.accepted', 'closed.hired', 'closed.declinedByCandidate']
    return decided.includes(placeName(view.place)) ? 'done' : 'cancelled'
  },
  offerAnswerExpected: ({ place }) => (place.stage === 'offer' ? 'done' : 'cancelled'),
  confirmAcceptance: cancelled,
  withdrawElsewhere: cancelled,
  thankReferences: cancelled,
  answerRescission: cancelled,
  replyToRejection: doneIf(({ rejection }) => rejection?.answeredAt != null, 'skipped'),
  askFeedback: doneIf(({ rejection }) => rejection?.feedbackRequestedAt != null, 'skipped'),
  moveOn: doneIf((context) => context.movedOnAt !== null),
  obligation: cancelled,
}

/** Whether an interview took place: as recorded, or its time is over and nobody said otherwise. */
function isHeld(context: LifecycleContext, round: RoundRecord | undefined): boolean {
  if (round === undefined || round.missedAt !== null) return false
  return round.endedAt !== null || compareInstants(momentEnd(round.endsAt), context.lastAt) <= 0
}

function roundOf(
  context: LifecycleContext,
  record: AgendaRecord,
): LifecycleContext['rounds'][number] | undefined {
  return context.rounds.find((round) => round.number === record.round)
}
