import { parseInstant } from '@afterview/time'
import type { LifecycleContext, RejectionRecord } from './context.ts'
import type { EventOf } from './event.ts'
import { answered } from './record-round.ts'

/** The employer said no. */
export function recordRejection(
  context: LifecycleContext,
  event: EventOf<'application.rejected'>,
): LifecycleContext {
  const at = parseInstant(event.at)
  return {
    ...answered(context, event.type, at),
    ended: { event: event.type, at },
    rejection: {
      at,
      automatic: event.automatic ?? false,
      medium: event.medium ?? null,
      answeredAt: null,
      feedbackRequestedAt: null,
      feedbackReceivedAt: null,
    },
  }
}

/** The candidate answered it. */
export function recordAnswer(
  context: LifecycleContext,
  event: EventOf<'rejection.answered'>,
): LifecycleContext {
  return changeRejection(context, { answeredAt: parseInstant(event.at) })
}

/** Feedback was asked for, once, or came. */
export function recordFeedback(
  context: LifecycleContext,
  event: EventOf<'feedback.requested'> | EventOf<'feedback.received'>,
): LifecycleContext {
  const at = parseInstant(event.at)
  return changeRejection(
    context,
    event.type === 'feedback.requested' ? { feedbackRequestedAt: at } : { feedbackReceivedAt: at },
  )
}

/** The candidate closed the chapter. */
export function recordMovingOn(
  context: LifecycleContext,
  event: EventOf<'candidate.movedOn'>,
): LifecycleContext {
  return { ...context, movedOnAt: parseInstant(event.at) }
}

function changeRejection(
  context: LifecycleContext,
  change: Partial<RejectionRecord>,
): LifecycleContext {
  return context.rejection === null
    ? context
    : { ...context, rejection: { ...context.rejection, ...change } }
}
