import type { AgendaKind, AgendaStatus, Basis, InterviewMedium } from '@afterview/core'

/**
 * Everything that entries say in one language. Names in braces are filled in: `{person}`,
 * `{company}`, `{role}`, `{round}`, and those named at each text.
 */
export interface Words {
  /** BCP 47 primary language. */
  readonly language: string
  readonly kinds: Readonly<Record<AgendaKind, KindWords>>
  /** Stands for `{person}` where nobody is named. */
  readonly somebody: string
  /** Stands for `{task}` where what to do is hidden. */
  readonly something: string
  /** Which application it is about. `{role}`, `{company}`, `{round}`. */
  readonly application: ApplicationWords
  /** Why this date, by where it comes from. */
  readonly basis: Readonly<Record<Basis, string>>
  /** What a derived or assumed date is counted from: `{event}` and `{date}`. */
  readonly countedFrom: string
  /** The events that a count starts from, by name, as they stand in `countedFrom`. */
  readonly events: Readonly<Record<string, string>>
  /** The policy entry behind the date: `{key}`, `{value}`, `{source}`. */
  readonly policy: string
  /** The time in which it is good to do: `{from}`, `{until}`. */
  readonly window: string
  /** The same on one day: `{day}`, with its hours where they are known. */
  readonly windowOn: string
  /** The time in which it is expected, where the employer has the move: `{from}`, `{until}`. */
  readonly expected: string
  /** The same on one day: `{day}`. */
  readonly expectedOn: string
  /** The same without an end: `{from}`. */
  readonly expectedFrom: string
  /** How an interview is held. */
  readonly media: Readonly<Record<InterviewMedium, string>>
  /** Whom an interview is with: `{people}`. */
  readonly people: string
  /** Who decides: `{decidedBy}`. */
  readonly decidedBy: string
  /** What an offer is for: `{title}`. */
  readonly offered: string
  /** What was said about the decision: `{phrase}`. */
  readonly said: string
  /** Stands before the text of a letter. */
  readonly letter: string
  /** There is a letter, but its text is not in the calendar. */
  readonly letterElsewhere: string
  /** What became of a closed item. */
  readonly closed: Readonly<Record<Extract<AgendaStatus, 'done' | 'skipped' | 'cancelled'>, string>>
  /** Category that every entry carries. */
  readonly category: string
  /** Categories by stage. */
  readonly stages: Readonly<Record<Stage, string>>
  /** `date` as people write it: ISO weekday 1–7, day 1–31, month 1–12, year. */
  readonly date: (parts: DateParts) => string
}

/** The words of one kind of item. */
export interface KindWords {
  /** Title. */
  readonly title: string
  /** What to do, or what is awaited. */
  readonly what: string
}

/** How an application is named, by what is known of it. */
export interface ApplicationWords {
  readonly roleAtCompany: string
  readonly atCompany: string
  readonly role: string
  /** After one of the others. */
  readonly round: string
  readonly roundAlone: string
}

/** A calendar day in numbers. */
export interface DateParts {
  /** ISO weekday: 1 = Monday … 7 = Sunday. */
  readonly weekday: number
  readonly day: number
  /** 1–12. */
  readonly month: number
  readonly year: number
}

/** The part of the time after an interview that an item belongs to. */
export type Stage = 'interview' | 'followUp' | 'waiting' | 'offer' | 'rejection'

/** The stage of every kind of item. */
export const stageOf: Readonly<Record<AgendaKind, Stage>> = {
  askTimeframe: 'followUp',
  rebookInterview: 'interview',
  thankYou: 'followUp',
  decisionExpected: 'waiting',
  checkIn: 'waiting',
  answerHolding: 'waiting',
  sendInformation: 'waiting',
  confirmSilence: 'waiting',
  resumeApplication: 'waiting',
  answerInvitation: 'interview',
  interview: 'interview',
  acknowledgeOffer: 'offer',
  requestExtension: 'offer',
  decideOffer: 'offer',
  offerAnswerExpected: 'offer',
  confirmAcceptance: 'offer',
  withdrawElsewhere: 'offer',
  thankReferences: 'offer',
  answerRescission: 'offer',
  replyToRejection: 'rejection',
  askFeedback: 'rejection',
  moveOn: 'rejection',
  obligation: 'waiting',
}
