/**
 * A point of time in input: an ISO 8601 instant with offset (`2026-11-25T15:30:00+01:00`),
 * or a clock time that a person chose, with its IANA zone.
 */
export type TimePoint = string | { readonly local: string; readonly zone: string }

/** Somebody to write to. */
export interface Contact {
  readonly name: string
  readonly email?: string
}

/** Somebody who held the interview. `id` is the host app's own and stays the same over rounds. */
export interface Interviewer extends Contact {
  readonly id: string
  readonly title?: string
}

/** How an interview is held. */
export type InterviewMedium = 'video' | 'phone' | 'onsite'

/** One interview round. */
export interface Round {
  /** From 1. */
  readonly number: number
  readonly medium: InterviewMedium
  readonly startsAt?: TimePoint
  /** When it ends by plan. `interview.ended` says when it really did. */
  readonly endsAt: TimePoint
  readonly interviewers: readonly Interviewer[]
  /** Who arranges the interviews; receives the one note when addresses are missing. */
  readonly coordinator?: Contact
}

/** The person whose application it is. */
export interface Candidate {
  readonly name: string
  readonly email?: string
  /** IANA zone in which they live; their clock times are shown in it. */
  readonly zone: string
  /** BCP 47, such as `en-GB`. Default `en`. */
  readonly locale?: string
}

/** The employer. */
export interface Company {
  readonly name: string
  /** IANA zone in which its promises are meant. Default: the candidate's. */
  readonly zone?: string
  /** ISO 3166-1 or 3166-2 code for its public holidays, such as `NL` or `DE-BY`. */
  readonly country?: string
}

/** What a lifecycle starts from. */
export interface StartInput {
  /** The host app's id of the application: 1–200 characters of `A–Z a–z 0–9 . _ -`. */
  readonly applicationId: string
  readonly candidate: Candidate
  readonly company: Company
  readonly role: string
  readonly round: Round
}
