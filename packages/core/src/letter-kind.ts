/**
 * Every letter, phone script or note that belongs to the time after an interview.
 * Names are recruiting words; a template pack fills each of them per locale and tone.
 */
export const letterKinds = [
  'closing-questions',
  'thank-you',
  'thank-you-coordinator',
  'second-round-thank-you',
  'check-in',
  'second-check-in',
  'holding-reply',
  'missed-interview',
  'accept-next-round',
  'acknowledge-offer',
  'request-extension',
  'negotiate-offer',
  'accept-offer',
  'decline-offer',
  'answer-rescinded-offer',
  'answer-rejection',
  'request-feedback',
  'withdraw',
  'withdraw-elsewhere',
  'reopen-contact',
  'offer-call',
  'rejection-call',
  'moving-on',
] as const

/** The name of one letter, script or note; see {@link letterKinds}. */
export type LetterKind = (typeof letterKinds)[number]
