import type { AgendaItem } from '@afterview/core'
import type { FormEvent } from './event-of-form.ts'

/** The event that says that an item is done; `undefined` where more has to be told than that. */
export function settlingEvent({ id, kind, personId }: AgendaItem): FormEvent | undefined {
  switch (kind) {
    case 'thankYou':
      return { type: 'thankYou.sent', interviewerId: personId }
    case 'checkIn':
      return { type: 'checkIn.sent' }
    case 'acknowledgeOffer':
      return { type: 'offer.acknowledged' }
    case 'replyToRejection':
      return { type: 'rejection.answered' }
    case 'askFeedback':
      return { type: 'feedback.requested' }
    case 'moveOn':
      return { type: 'candidate.movedOn' }
    case 'confirmSilence':
      return { type: 'silence.confirmed' }
    case 'resumeApplication':
      return { type: 'application.resumed' }
    case 'askTimeframe':
    case 'decisionExpected':
    case 'interview':
    case 'requestExtension':
    case 'decideOffer':
    case 'offerAnswerExpected':
      return undefined
    default:
      return { type: 'agenda.completed', itemId: id }
  }
}
