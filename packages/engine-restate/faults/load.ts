import type { StartInput } from '@afterview/core'
import { instantFromMs } from '@afterview/time'

/** What the process that kills tells its worker, in the file that is its one argument. */
export interface WorkerOrders {
  readonly ingress: string
  readonly admin: string
  readonly port: number
  readonly log: string
  readonly run: number
  /** Ids that have begun in earlier runs. */
  readonly ids: readonly string[]
  /** Sent before without an answer: to be sent again. */
  readonly unanswered: readonly Sent[]
}

/** An event on its way, so that it can be sent again word for word. */
export interface Sent {
  readonly id: string
  readonly key: string
  readonly event: { readonly type: string; readonly at: string }
}

/** What a worker writes to its log, one JSON text a line, each before or after the fact. */
export type LogLine =
  | { readonly type: 'began'; readonly id: string }
  | { readonly type: 'sent'; readonly sent: Sent }
  | { readonly type: 'answered'; readonly key: string; readonly accepted: boolean }
  | { readonly type: 'performed'; readonly effect: string }
  | { readonly type: 'problem'; readonly message: string }

/** An application whose interview ends soon, so that its first timer fires while things are killed. */
export function inputOf(applicationId: string): StartInput {
  return {
    applicationId,
    candidate: { name: 'Alex Kim', zone: 'Europe/Amsterdam' },
    company: { name: 'Acme', country: 'NL' },
    role: 'Platform Engineer',
    round: {
      number: 1,
      medium: 'video',
      endsAt: soon(200, 3000),
      interviewers: [{ id: 'sam', name: 'Sam Rivera', email: 'sam@acme.example' }],
    },
  }
}

/** An event that is often possible; some set a timer that fires soon. */
export function anyEvent(): Sent['event'] {
  const at = instantFromMs(Date.now())
  const types = [
    { type: 'interview.ended' },
    { type: 'timeframe.asked' },
    { type: 'timeframe.given', window: null },
    { type: 'detail.noted', interviewerId: 'sam', topic: 'the on-call rota' },
    { type: 'thankYou.sent', interviewerId: 'sam' },
    { type: 'employer.held' },
    { type: 'employer.resumed' },
    { type: 'employer.replied', kind: 'holding' },
    { type: 'application.paused', until: soon(300, 1500) },
    { type: 'application.paused', until: soon(300, 1500) },
    { type: 'application.resumed' },
    { type: 'checkIn.sent' },
    { type: 'offer.extended', medium: 'phone' },
  ]
  const picked = types[Math.floor(Math.random() * types.length)] ?? { type: 'timeframe.asked' }
  return { ...picked, at }
}

function soon(from: number, to: number): string {
  return instantFromMs(Date.now() + from + Math.floor(Math.random() * (to - from)))
}
