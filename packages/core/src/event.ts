import type { Round, TimePoint } from './start-input.ts'

/** A window of dates, inclusive, in the employer's zone. `latest: null` is open-ended. */
export interface StatedWindow {
  /** `YYYY-MM-DD`. */
  readonly earliest: string
  /** `YYYY-MM-DD`, or `null` for "not before `earliest`, no end given". */
  readonly latest: string | null
}

/** How a message reached somebody. */
export type Channel = 'spoken' | 'phone' | 'email' | 'letter' | 'portal'

/** What an offer says, as far as the person keeps it here. */
export interface OfferTerms {
  readonly title?: string
  readonly salary?: string
  readonly startDate?: string
  readonly notes?: string
}

interface Fact<Type extends string> {
  readonly type: Type
  /** When it happened: an ISO 8601 instant with offset. */
  readonly at: string
}

interface TimeframeFact<Type extends string> extends Fact<Type> {
  /** The dates as understood; `null` when they said that they do not know. */
  readonly window: StatedWindow | null
  /** The words as said. */
  readonly phrase?: string
  readonly decidedBy?: string
  readonly channel?: Channel
  /** Whether they agreed to be asked once the window has passed. */
  readonly mayFollowUp?: boolean
}

/** Everything that can happen to an application after an interview, as facts in the past tense. */
export type LifecycleEvent =
  | Fact<'interview.ended'>
  | Fact<'interview.missed'>
  | Fact<'timeframe.asked'>
  | TimeframeFact<'timeframe.given'>
  | TimeframeFact<'timeframe.revised'>
  | (Fact<'detail.noted'> & { readonly interviewerId: string; readonly topic: string })
  | (Fact<'thankYou.sent'> & { readonly interviewerId: string })
  | (Fact<'thankYou.skipped'> & { readonly interviewerId: string; readonly reason?: string })
  | Fact<'checkIn.sent'>
  | (Fact<'agenda.pinned'> & { readonly itemId: string; readonly until: TimePoint })
  | (Fact<'agenda.snoozed'> & { readonly itemId: string; readonly until: TimePoint })
  | (Fact<'agenda.completed'> & { readonly itemId: string })
  | (Fact<'employer.replied'> & {
      readonly kind: 'holding' | 'infoRequest' | 'other'
      readonly window?: StatedWindow | null
      readonly phrase?: string
      readonly text?: string
    })
  | (Fact<'employer.held'> & { readonly reason?: string })
  | (Fact<'employer.resumed'> & { readonly reason?: string })
  | (Fact<'position.closed'> & { readonly reason?: string })
  | (Fact<'application.paused'> & { readonly reason?: string; readonly until?: TimePoint })
  | (Fact<'application.resumed'> & { readonly reason?: string })
  | (Fact<'application.withdrawn'> & { readonly reason?: string })
  | (Fact<'application.reopened'> & { readonly reason?: string })
  | Fact<'silence.confirmed'>
  | (Fact<'nextRound.invited'> & {
      readonly round?: Partial<Round>
      readonly respondBy?: TimePoint
    })
  | (Fact<'nextRound.scheduled'> & { readonly round: Round & { readonly startsAt: TimePoint } })
  | (Fact<'nextRound.declined'> & { readonly reason?: string })
  | (Fact<'offer.extended'> & {
      readonly respondBy?: TimePoint
      readonly medium: 'phone' | 'email' | 'letter'
      readonly terms?: OfferTerms
    })
  | Fact<'offer.acknowledged'>
  | (Fact<'offer.extensionRequested'> & { readonly until?: TimePoint; readonly reason?: string })
  | (Fact<'offer.extensionGranted'> & { readonly until: TimePoint })
  | (Fact<'offer.extensionRefused'> & { readonly reason?: string })
  | (Fact<'offer.countered'> & { readonly terms?: OfferTerms })
  | (Fact<'offer.revised'> & {
      readonly terms?: OfferTerms
      readonly version?: number
      readonly respondBy?: TimePoint
    })
  | Fact<'offer.accepted'>
  | (Fact<'offer.declined'> & { readonly reason?: string })
  | (Fact<'offer.rescinded'> & { readonly reason?: string })
  | (Fact<'offer.reneged'> & { readonly reason?: string })
  | Fact<'employment.started'>
  | (Fact<'application.rejected'> & {
      readonly reason?: string
      readonly medium?: 'phone' | 'email' | 'letter' | 'portal'
      readonly automatic?: boolean
    })
  | Fact<'rejection.answered'>
  | Fact<'feedback.requested'>
  | (Fact<'feedback.received'> & { readonly text?: string })
  | (Fact<'candidate.movedOn'> & { readonly lessons?: string })

/** The `type` of an event. */
export type EventType = LifecycleEvent['type']

/** The event of one type. */
export type EventOf<Type extends EventType> = Extract<LifecycleEvent, { readonly type: Type }>
