import type { InterviewMedium } from '@afterview/core'
import type { Moment } from '@afterview/time'
import type { AddressForm } from './letter-pack.ts'
import type { LetterWording } from './letter-wording.ts'
import type { SalutationInput } from './salutation.ts'

/** Whom a letter is for. Left out or without a name, the team is greeted. */
export type LetterRecipient = Omit<SalutationInput, 'locale' | 'address'>

/** The employer's offer, as far as it is known. */
export interface LetterOffer {
  /** The job title of the offer, where it is not the role of the application. */
  readonly title?: string
  /** How it was made. By `phone` it is not in writing yet. */
  readonly medium?: 'phone' | 'email' | 'letter'
  /** The pay in words, with currency and period. */
  readonly salary?: string
  /** First day of work: `YYYY-MM-DD`, or words, which are used as they are. */
  readonly startDate?: string
  /** Until when they want an answer. */
  readonly respondBy?: Moment
  /** When it was accepted, once it was. */
  readonly acceptedAt?: Moment
  /** What was agreed beside pay and first day, one short line each. */
  readonly agreed?: readonly string[]
}

/** What is known about an application when a letter is written: plain data, most of it optional. */
export interface LetterFacts {
  /** BCP 47: the locale in which the letter will be written. */
  readonly locale: string
  /** How to speak a language that this package has no words of: `LetterBook.wording(locale)`. */
  readonly wording?: LetterWording
  /** Default: {@link defaultAddress} of the locale. */
  readonly address?: AddressForm
  /** The present as an instant, ISO. Dates that are over by then are left out where they would read oddly. */
  readonly now: string
  readonly candidate: {
    readonly name: string
    readonly email?: string
    readonly phone?: string
    /** IANA zone. */
    readonly zone: string
    /** BCP 47: the language of the questions. Default: that of the letter. */
    readonly locale?: string
  }
  readonly company: {
    /** Letters leave out a legal form at its end, such as `GmbH` or `B.V.`. */
    readonly name: string
    /** IANA zone in which dates and clock times are meant and shown. Default: the candidate's. */
    readonly zone?: string
  }
  /** The job title as advertised. Marks such as `(m/w/d)` are left out of letters. */
  readonly role: string
  readonly recipient?: LetterRecipient
  /** The round that the letter is about. */
  readonly round?: {
    /** From 1. Default 1. */
    readonly number?: number
    readonly medium?: InterviewMedium
    /** When the interview was, or was to be. */
    readonly startsAt?: Moment
    /** Names of those who held it. */
    readonly interviewers?: readonly string[]
  }
  /**
   * What was talked about with the recipient, the best first, each as it follows "about":
   * `the move to weekly releases`; in German in the nominative. A letter names one thing.
   */
  readonly topics?: readonly string[]
  /** Own words about the first topic. */
  readonly thought?: string
  /** When the employer wants to decide, as stated. */
  readonly timeframe?: {
    /** The words as said. */
    readonly phrase?: string
    /** `YYYY-MM-DD` in the employer's zone. `null`: no end was given. */
    readonly latest?: string | null
  }
  /** When the first check-in was sent. */
  readonly checkedInAt?: Moment
  /** The last time that the two were in contact. */
  readonly lastContactAt?: Moment
  readonly nextRound?: {
    readonly startsAt?: Moment
    readonly medium?: InterviewMedium
    readonly interviewers?: readonly string[]
  }
  /** Times for an interview that suit the candidate. */
  readonly proposedTimes?: readonly Moment[]
  readonly offer?: LetterOffer
  /** Changes to the offer that are asked for, one short line each. */
  readonly requests?: readonly string[]
  /** Until when the candidate would like to have time. */
  readonly requestedDate?: Moment
  /** Why, in whole sentences: of the request, the refusal or the withdrawal that the letter is about. */
  readonly reason?: string
  /** What has changed since the last contact, in whole sentences. */
  readonly news?: string
  /** Whether the candidate gave notice elsewhere because of the offer. */
  readonly hasResigned?: boolean
  /** Who is expected to call. */
  readonly caller?: string
  /** What was learned, in whole sentences. */
  readonly lessons?: string
  /** Other open applications, most pressing first. */
  readonly others?: readonly {
    readonly company: string
    readonly role: string
    readonly next?: string
  }[]
}
