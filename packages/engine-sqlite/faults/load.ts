import type { StartInput } from '@afterview/core'
import { instantFromMs } from '@afterview/time'

/** An event on its way, so that it can be sent again word for word. */
export interface Sent {
  readonly id: string
  readonly key: string
  readonly event: { readonly type: string; readonly at: string }
}

/** What a worker writes to its log, one JSON text a line, each before or after the fact. */
export type LogLine =
  | { readonly type: 'sent'; readonly sent: Sent }
  | { readonly type: 'answered'; readonly key: string; readonly accepted: boolean }
  | { readonly type: 'performed'; readonly effect: string }
  | { readonly type: 'problem'; readonly message: string }

/** An application whose interview ends an hour after `now`. */
export function inputOf(applicationId: string, now: number): StartInput {
  return {
    applicationId,
    candidate: { name: 'Alex Kim', zone: 'Europe/Amsterdam' },
    company: { name: 'Acme', country: 'NL' },
    role: 'Platform Engineer',
    round: {
      number: 1,
      medium: 'video',
      endsAt: instantFromMs(now + 3_600_000),
      interviewers: [{ id: 'sam', name: 'Sam Rivera', email: 'sam@acme.example' }],
    },
  }
}

/** An event that is often possible. */
export function anyEvent(now: number): Sent['event'] {
  const at = instantFromMs(now)
  const types = [
    { type: 'interview.ended' },
    { type: 'timeframe.asked' },
    { type: 'timeframe.given', window: null },
    { type: 'detail.noted', interviewerId: 'sam', topic: 'the on-call rota' },
    { type: 'thankYou.sent', interviewerId: 'sam' },
    { type: 'employer.held' },
    { type: 'employer.resumed' },
    { type: 'employer.replied', kind: 'holding' },
    { type: 'application.paused' },
    { type: 'application.resumed' },
    { type: 'checkIn.sent' },
    { type: 'nextRound.invited' },
    { type: 'offer.extended', medium: 'phone' },
    { type: 'offer.countered' },
  ]
  const picked = types[Math.floor(Math.random() * types.length)] ?? { type: 'timeframe.asked' }
  return { ...picked, at }
}
