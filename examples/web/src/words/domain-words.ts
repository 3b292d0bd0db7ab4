import type { PolicyKey } from '@afterview/core'

/** Facts of an agenda item, as the core gives them. */
export type Facts = Readonly<Record<string, string>>

/** How an event is called, as the rest of a sentence, and what it means. */
export interface EventWords {
  readonly label: string
  readonly hint: string
}

/** The rules of the policy that make dates. */
export type RuleKey = Extract<
  PolicyKey,
  | 'thankYou.dueWithin'
  | 'thankYou.fastTrack'
  | `checkIn.${'afterStated' | 'noDateGiven' | 'noDateGivenInSeason' | 'second'}`
  | 'silence.presumeNo'
  | 'hold.reviewAfter'
  | 'reply.answerWithin'
  | 'invitation.answerWithin'
  | `offer.${'acknowledgeWithin' | 'decideWithin' | 'extension' | 'replyExpected'}`
  | `acceptance.${'confirmWithin' | 'tellOthersWithin'}`
  | `rejection.${'replyWithin' | 'feedbackWindow' | 'moveOnWithin'}`
>
