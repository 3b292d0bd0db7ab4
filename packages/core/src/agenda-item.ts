import type { Moment } from '@afterview/time'
import type { LetterKind } from './letter-kind.ts'

/** Every obligation that can stand on an agenda. */
export const agendaKinds = [
  'askTimeframe',
  'rebookInterview',
  'thankYou',
  'decisionExpected',
  'checkIn',
  'answerHolding',
  'sendInformation',
  'confirmSilence',
  'resumeApplication',
  'answerInvitation',
  'interview',
  'acknowledgeOffer',
  'requestExtension',
  'decideOffer',
  'offerAnswerExpected',
  'confirmAcceptance',
  'withdrawElsewhere',
  'thankReferences',
  'answerRescission',
  'replyToRejection',
  'askFeedback',
  'moveOn',
  'obligation',
] as const

/** What has to be done, or is awaited; see {@link agendaKinds}. */
export type AgendaKind = (typeof agendaKinds)[number]

/** Who holds the move: the candidate must act, or the employer is expected to. */
export type Holder = 'candidate' | 'employer'

/**
 * Where a date comes from: `stated` by the employer, `derived` by policy from a stated date,
 * `assumed` by policy since no date was given, or `pinned` by the person.
 */
export type Basis = 'stated' | 'derived' | 'assumed' | 'pinned'

/** How an item stands at a given now. The last three are final. */
export type AgendaStatus = 'upcoming' | 'due' | 'overdue' | 'done' | 'skipped' | 'cancelled'

/** One obligation or expectation, as {@link Lifecycle.agenda} projects it for a given now. */
export interface AgendaItem {
  /** Stable for the life of the obligation: `${applicationId}/${kind}[/${key}]`. */
  readonly id: string
  readonly applicationId: string
  readonly kind: AgendaKind
  readonly holder: Holder
  readonly status: AgendaStatus
  /** When it must be done by, or is expected. */
  readonly due: Moment
  /** The time in which it is good to do it, or in which it is expected. */
  readonly window?: { readonly from: Moment; readonly until: Moment }
  readonly basis: Basis
  /** The policy entry that made the date, where one did. */
  readonly policy?: { readonly key: string; readonly value: unknown; readonly source: string }
  /** The event that started the count. */
  readonly anchor: { readonly event: string; readonly at: string }
  /** Grows with every change that a calendar must see; never goes back. Starts at 0. */
  readonly revision: number
  /** Instant (ISO, UTC) of the change that made this revision. */
  readonly changedAt: string
  /** The letter or script that does it, where there is one. */
  readonly letter?: LetterKind
  /** Whom it is about, where it is about one person: an interviewer's id. */
  readonly personId?: string
  /** The round it belongs to, from 1. */
  readonly round: number
  /** Facts that a sentence about the item needs, such as names. JSON strings only. */
  readonly facts: Readonly<Record<string, string>>
}
