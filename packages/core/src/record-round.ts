import { compareInstants, momentEnd, parseInstant } from '@afterview/time'
import { type LifecycleContext, presentRound, type RoundRecord } from './context.ts'
import type { EventOf } from './event.ts'
import { freshWait, momentOf, roundRecord } from './start-context.ts'

/** The interview is over: the count for thanks and answer starts at its real end. */
export function recordInterviewEnd(
  context: LifecycleContext,
  event: EventOf<'interview.ended'>,
): LifecycleContext {
  const at = parseInstant(event.at)
  if (presentRound(context).endedAt !== null) return context
  const ended = changeRound(context, { endedAt: at })
  const anchor = { event: event.type, at }
  return { ...ended, wait: { ...ended.wait, anchor, lastWordAt: at } }
}

/** The employer did not come. */
export function recordInterviewMiss(
  context: LifecycleContext,
  event: EventOf<'interview.missed'>,
): LifecycleContext {
  const at = parseInstant(event.at)
  const missed = changeRound(context, { missedAt: at })
  return { ...missed, wait: { ...missed.wait, anchor: { event: event.type, at } } }
}

/** The question was asked: when will you decide? */
export function recordQuestion(
  context: LifecycleContext,
  event: EventOf<'timeframe.asked'>,
): LifecycleContext {
  return changeRound(context, { askedAt: parseInstant(event.at) })
}

/** A topic that was talked about with one interviewer: what a thank-you note is made of. */
export function recordDetail(
  context: LifecycleContext,
  event: EventOf<'detail.noted'>,
): LifecycleContext {
  const at = parseInstant(event.at)
  const { interviewerId, topic } = event
  return changeHeldRound(context, at, (round) => ({
    details: [...round.details, { interviewerId, topic, at }],
  }))
}

/** A note was sent, or will not be. */
export function recordThanks(
  context: LifecycleContext,
  event: EventOf<'thankYou.sent'> | EventOf<'thankYou.skipped'>,
): LifecycleContext {
  const at = parseInstant(event.at)
  const outcome = event.type === 'thankYou.sent' ? 'sent' : 'skipped'
  const { interviewerId } = event
  return changeHeldRound(context, at, ({ thanks }) => ({
    thanks: [
      ...thanks.filter((note) => note.interviewerId !== interviewerId),
      { interviewerId, outcome, at },
    ],
  }))
}

/** They want to go on: the wait of this round is answered. */
export function recordInvitation(
  context: LifecycleContext,
  event: EventOf<'nextRound.invited'>,
): LifecycleContext {
  const at = parseInstant(event.at)
  const respondBy =
    event.respondBy === undefined ? null : momentOf(event.respondBy, context.company.zone)
  return { ...answered(context, event.type, at), invitation: { at, respondBy } }
}

/** The next round is on the calendar. The same number again means that it was moved. */
export function recordSchedule(
  context: LifecycleContext,
  event: EventOf<'nextRound.scheduled'>,
): LifecycleContext {
  const at = parseInstant(event.at)
  const round = roundRecord(event.round, context.company.zone)
  const held = context.rounds.filter((record) => record.number !== round.number)
  return {
    ...answered(context, event.type, at),
    rounds: [...held, round],
    invitation: null,
    wait: freshWait({ event: event.type, at }),
  }
}

/** Notes the decisive answer of the present round, once. */
export function answered(context: LifecycleContext, event: string, at: string): LifecycleContext {
  const answer = context.wait.answer ?? { event, at }
  return { ...context, wait: { ...context.wait, answer, lastWordAt: at, unanswered: 0 } }
}

/** The round that people speak about: the last one that was held, else the present one. */
export function heldRound(context: LifecycleContext, at: string): RoundRecord {
  const over = (round: RoundRecord): boolean =>
    compareInstants(round.endedAt ?? momentEnd(round.endsAt), at) <= 0
  return context.rounds.findLast(over) ?? presentRound(context)
}

function changeHeldRound(
  context: LifecycleContext,
  at: string,
  change: (round: RoundRecord) => Partial<RoundRecord>,
): LifecycleContext {
  const held = heldRound(context, at)
  const rounds = context.rounds.map((round) =>
    round === held ? { ...round, ...change(round) } : round,
  )
  return { ...context, rounds }
}

function changeRound(context: LifecycleContext, change: Partial<RoundRecord>): LifecycleContext {
  return {
    ...context,
    rounds: [...context.rounds.slice(0, -1), { ...presentRound(context), ...change }],
  }
}
