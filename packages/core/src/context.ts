import type { Moment } from '@afterview/time'
import type { Channel, OfferTerms, StatedWindow } from './event.ts'
import type { Candidate, Company, Contact, Interviewer, InterviewMedium } from './start-input.ts'

/** An event by name and instant, as the start of a count. */
export interface Anchor {
  readonly event: string
  /** Instant, ISO, UTC. */
  readonly at: string
}

/** What became of a thank-you note. */
export interface Thanks {
  readonly interviewerId: string
  readonly outcome: 'sent' | 'skipped'
  readonly at: string
}

/** One interview round with what happened in it. */
export interface RoundRecord {
  readonly number: number
  readonly medium: InterviewMedium
  readonly startsAt: Moment | null
  /** By plan. */
  readonly endsAt: Moment
  readonly interviewers: readonly Interviewer[]
  readonly coordinator: Contact | null
  readonly endedAt: string | null
  readonly missedAt: string | null
  readonly askedAt: string | null
  readonly details: readonly {
    readonly interviewerId: string
    readonly topic: string
    readonly at: string
  }[]
  readonly thanks: readonly Thanks[]
}

/** What the employer said about when they decide. */
export interface Timeframe {
  /** `null`: they said that they do not know. */
  readonly window: StatedWindow | null
  readonly phrase: string | null
  readonly decidedBy: string | null
  readonly channel: Channel | null
  readonly mayFollowUp: boolean | null
  readonly anchor: Anchor
}

/** The wait for an answer in the current round. */
export interface Wait {
  readonly timeframe: Timeframe | null
  /** Where the count starts when no date was given: the interview, or a later word from the employer. */
  readonly anchor: Anchor
  /** The last word from the employer, the interview included. */
  readonly lastWordAt: string
  /** Every check-in of the round. */
  readonly checkIns: readonly string[]
  /** How many of them have been sent since the employer's last word. */
  readonly unanswered: number
  /** A reply that wants an answer or some information. */
  readonly reply: {
    readonly kind: 'holding' | 'infoRequest' | 'other'
    readonly at: string
    /** Counts the replies of the round, from 1. */
    readonly number: number
  } | null
  readonly heldAt: string | null
  readonly paused: { readonly at: string; readonly until: Moment | null } | null
  /** The decisive answer of the round, once there is one. */
  readonly answer: Anchor | null
}

/** An invitation to the next round that is not on the calendar yet. */
export interface Invitation {
  readonly at: string
  readonly respondBy: Moment | null
}

/** An offer with what happened to it. */
export interface OfferRecord {
  /** Counts the offers of this application, from 1. */
  readonly number: number
  readonly extendedAt: string
  /** The latest version's instant: the count for an answer starts here. */
  readonly versionAt: string
  readonly version: number
  readonly medium: 'phone' | 'email' | 'letter'
  readonly respondBy: Moment | null
  readonly respondByAnchor: Anchor | null
  readonly terms: OfferTerms | null
  readonly acknowledgedAt: string | null
  readonly counters: readonly string[]
  readonly extension: {
    readonly requestedAt: string
    readonly outcome: 'granted' | 'refused' | null
  } | null
  readonly acceptedAt: string | null
  readonly rescindedAt: string | null
}

/** A refusal with what the candidate made of it. */
export interface RejectionRecord {
  readonly at: string
  readonly automatic: boolean
  readonly medium: 'phone' | 'email' | 'letter' | 'portal' | null
  readonly answeredAt: string | null
  readonly feedbackRequestedAt: string | null
  readonly feedbackReceivedAt: string | null
}

/** A date that the person set on an item by hand. */
export interface Pin {
  readonly until: Moment
  readonly by: 'agenda.pinned' | 'agenda.snoozed'
  readonly at: string
}

/** Everything that the machine remembers. Plain JSON. */
export interface LifecycleContext {
  readonly applicationId: string
  readonly candidate: Candidate
  readonly company: Company & { readonly zone: string }
  readonly role: string
  /** The last one is the present round. */
  readonly rounds: readonly RoundRecord[]
  readonly wait: Wait
  readonly invitation: Invitation | null
  readonly offer: OfferRecord | null
  readonly rejection: RejectionRecord | null
  /** When and by which event the application ended, once it has. */
  readonly ended: Anchor | null
  readonly movedOnAt: string | null
  /** By agenda item id. */
  readonly pins: Readonly<Record<string, Pin>>
  /** Items that the person called done, by id. */
  readonly completed: Readonly<Record<string, string>>
  /** Instant of the last event, `null` before the first. Events come in order. */
  readonly lastEventAt: string | null
  /** Instant of the last event or fired timer: the present, as far as the machine knows. */
  readonly lastAt: string
}

/** The present round. */
export function presentRound(context: LifecycleContext): RoundRecord {
  const round = context.rounds.at(-1)
  if (round === undefined) throw new TypeError(`application ${context.applicationId} has no round`)
  return round
}
