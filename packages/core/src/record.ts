import { compareInstants, parseInstant } from '@afterview/time'
import type { LifecycleContext } from './context.ts'
import type { EventOf, EventType, LifecycleEvent } from './event.ts'
import * as offer from './record-offer.ts'
import * as rejection from './record-rejection.ts'
import * as round from './record-round.ts'
import * as wait from './record-wait.ts'
import { momentOf } from './start-context.ts'
import type { DelayName } from './wake-dates.ts'

type Recorder<Type extends EventType> = (
  context: LifecycleContext,
  event: EventOf<Type>,
) => LifecycleContext

const recorders: { readonly [Type in EventType]: Recorder<Type> } = {
  'interview.ended': round.recordInterviewEnd,
  'interview.missed': round.recordInterviewMiss,
  'timeframe.asked': round.recordQuestion,
  'timeframe.given': wait.recordTimeframe,
  'timeframe.revised': wait.recordTimeframe,
  'detail.noted': round.recordDetail,
  'thankYou.sent': round.recordThanks,
  'thankYou.skipped': round.recordThanks,
  'checkIn.sent': wait.recordCheckIn,
  'agenda.pinned': pin,
  'agenda.snoozed': pin,
  'agenda.completed': complete,
  'employer.replied': (context, event) =>
    context.ended?.event === 'silence.confirmed'
      ? wait.recordReply(wait.recordReopening(context, event), event)
      : wait.recordReply(context, event),
  'employer.held': wait.recordHold,
  'employer.resumed': wait.recordResumption,
  'position.closed': end,
  'application.paused': wait.recordPause,
  'application.resumed': wait.recordUnpause,
  'application.withdrawn': end,
  'application.reopened': wait.recordReopening,
  'silence.confirmed': end,
  'nextRound.invited': (context, event) => round.recordInvitation(revived(context), event),
  'nextRound.scheduled': (context, event) => round.recordSchedule(revived(context), event),
  'nextRound.declined': end,
  'offer.extended': offer.recordOffer,
  'offer.acknowledged': offer.recordAcknowledgement,
  'offer.extensionRequested': offer.recordExtensionRequest,
  'offer.extensionGranted': (context, event) =>
    offer.recordExtensionAnswer(revived(context), event),
  'offer.extensionRefused': offer.recordExtensionAnswer,
  'offer.countered': offer.recordCounter,
  'offer.revised': (context, event) => offer.recordRevision(revived(context), event),
  'offer.accepted': offer.recordAcceptance,
  'offer.declined': end,
  'offer.rescinded': (context, event) => end(offer.recordRescission(context, event), event),
  'offer.reneged': end,
  'employment.started': end,
  'application.rejected': rejection.recordRejection,
  'rejection.answered': rejection.recordAnswer,
  'feedback.requested': rejection.recordFeedback,
  'feedback.received': rejection.recordFeedback,
  'candidate.movedOn': rejection.recordMovingOn,
}

/** What the machine remembers after a fact. The event has been checked; the state allows it. */
export function record(context: LifecycleContext, event: LifecycleEvent): LifecycleContext {
  const at = parseInstant(event.at)
  const next = apply(context, event)
  return { ...next, lastEventAt: at, lastAt: at }
}

/** What the machine remembers when a due instant has come: that it is now that late, and an end. */
export function recordDue(
  context: LifecycleContext,
  delay: DelayName,
  at: string,
): LifecycleContext {
  const ended =
    delay === 'offerLapsed' || delay === 'employmentStarts' ? { event: delay, at } : context.ended
  return {
    ...context,
    ended,
    lastAt: compareInstants(at, context.lastAt) > 0 ? at : context.lastAt,
  }
}

function apply<Type extends EventType>(
  context: LifecycleContext,
  event: EventOf<Type> & { readonly type: Type },
): LifecycleContext {
  return recorders[event.type](context, event)
}

function pin(
  context: LifecycleContext,
  event: EventOf<'agenda.pinned'> | EventOf<'agenda.snoozed'>,
): LifecycleContext {
  const until = momentOf(event.until, context.candidate.zone)
  const entry = { until, by: event.type, at: parseInstant(event.at) }
  return { ...context, pins: { ...context.pins, [event.itemId]: entry } }
}

function complete(context: LifecycleContext, event: EventOf<'agenda.completed'>): LifecycleContext {
  return { ...context, completed: { ...context.completed, [event.itemId]: parseInstant(event.at) } }
}

function end(context: LifecycleContext, event: LifecycleEvent): LifecycleContext {
  return { ...context, ended: { event: event.type, at: parseInstant(event.at) } }
}

/** A word that opens an ended application again takes the end and the refusal back. */
function revived(context: LifecycleContext): LifecycleContext {
  return context.ended === null
    ? context
    : { ...context, ended: null, rejection: null, movedOnAt: null }
}
