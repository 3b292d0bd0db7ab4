import { compareInstants, momentStart } from '@afterview/time'
import { type LifecycleContext, presentRound } from '../context.ts'
import {
  checkInDue,
  dueWithinHours,
  hoursAfter,
  holdReviewDue,
  presumedNoFrom,
} from '../due-dates.ts'
import type { LetterKind } from '../letter-kind.ts'
import { openItem, type OpenItem, type Projection, type View } from './open-item.ts'

/** The employer's promise: when their decision is expected. */
export const projectDecision: Projection = (view) => {
  const { timeframe, answer } = view.context.wait
  const window = timeframe?.window ?? null
  if (timeframe === null || window === null || answer !== null || !isAwaitingAnswer(view)) return []
  const { zone } = view.context.company
  const round = presentRound(view.context).number
  const day = (date: string) => ({ kind: 'day', date, zone }) as const
  const due = day(window.latest ?? window.earliest)
  return [
    openItem(view, {
      kind: 'decisionExpected',
      key: `r${round}`,
      round,
      holder: 'employer',
      due: {
        due,
        window: { from: day(window.earliest), until: due },
        anchor: timeframe.anchor,
        basis: 'stated',
      },
      facts: {
        ...(timeframe.phrase === null ? {} : { phrase: timeframe.phrase }),
        ...(timeframe.decidedBy === null ? {} : { decidedBy: timeframe.decidedBy }),
        ...(window.latest === null ? { openEnded: 'yes' } : {}),
      },
    }),
  ]
}

/** The next check-in: after the promise has passed, or to ask whether a hold still stands. */
export const projectCheckIn: Projection = (view) => {
  const { context, place, rules } = view
  if (context.wait.answer !== null || context.wait.paused !== null || !isAwaitingAnswer(view))
    return []
  if (place.stage === 'closing') return []
  const due =
    context.wait.heldAt === null ? checkInDue(context, rules) : holdReviewDue(context, rules)
  if (due === null) return []
  const { number } = presentRound(context)
  return [
    openItem(view, {
      kind: 'checkIn',
      key: `r${number}-${context.wait.checkIns.length + 1}`,
      round: number,
      letter: checkInLetter(context),
      due,
      facts: phraseFacts(view),
    }),
  ]
}

/** Whoever did not come is asked for a new time: there was no conversation to refer to. */
function checkInLetter(context: LifecycleContext): LetterKind {
  if (presentRound(context).missedAt !== null) return 'missed-interview'
  return context.wait.unanswered === 0 ? 'check-in' : 'second-check-in'
}

/** A word from the employer that wants an answer. */
export const projectReply: Projection = (view) => {
  const { reply } = view.context.wait
  if (reply === null || reply.kind === 'other' || view.place.stage === 'closed') return []
  if (reply.kind === 'holding' && isOvertaken(view, reply.at)) return []
  const round = presentRound(view.context).number
  return [
    openItem(view, {
      kind: reply.kind === 'holding' ? 'answerHolding' : 'sendInformation',
      key: `r${round}-${reply.number}`,
      round,
      ...(reply.kind === 'holding' ? { letter: 'holding-reply' as const } : {}),
      due: dueWithinHours(view.rules, 'reply.answerWithin', {
        event: 'employer.replied',
        at: reply.at,
      }),
    }),
  ]
}

/** Thanks for an interim message are of no use once a decision, a hold or the next check-in has come. */
function isOvertaken({ context, rules }: View, repliedAt: string): boolean {
  const { wait, lastAt } = context
  if (wait.answer !== null || wait.heldAt !== null || wait.unanswered > 0) return true
  const next = checkInDue(context, rules)
  const start = next === null ? null : momentStart(next.due)
  return (
    start !== null && compareInstants(start, repliedAt) > 0 && compareInstants(start, lastAt) <= 0
  )
}

/** Silence that looks like a no: for the person to confirm. */
export const projectSilence: Projection = (view) => {
  const { context, place, rules } = view
  if (place.stage !== 'waiting' || place.within !== 'presumedNo') return []
  const at = presumedNoFrom(context, rules)
  const round = presentRound(context).number
  const until = { kind: 'instant', at: hoursAfter(at, 7 * 24) } as const
  return [
    openItem(view, {
      kind: 'confirmSilence',
      key: `r${round}`,
      round,
      due: {
        due: { kind: 'instant', at },
        window: { from: { kind: 'instant', at }, until },
        policyKey: 'silence.presumeNo',
        anchor: { event: 'the last word from the employer', at: context.wait.lastWordAt },
        basis: 'assumed',
      },
    }),
  ]
}

/** The end of a pause that the candidate set. */
export const projectPause: Projection = (view) => {
  const paused = view.context.wait.paused
  if (paused?.until == null || view.place.stage !== 'waiting') return []
  const round = presentRound(view.context).number
  return [
    openItem(view, {
      kind: 'resumeApplication',
      key: `r${round}`,
      round,
      due: {
        due: paused.until,
        anchor: { event: 'application.paused', at: paused.at },
        basis: 'pinned',
      },
    }),
  ]
}

function isAwaitingAnswer({ place }: View): boolean {
  return place.stage === 'closing' || place.stage === 'followUp' || place.stage === 'waiting'
}

function phraseFacts({ context }: View): OpenItem['facts'] {
  const phrase = context.wait.timeframe?.phrase ?? null
  return phrase === null ? {} : { phrase }
}
