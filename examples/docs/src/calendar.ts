import { createSubscriptionToken } from '@afterview/calendar'
import { type Afterview, type AgendaSubscription, createAfterview } from 'afterview'

/** The agenda as a file: later exports move what has moved, and take away what is over. */
export async function calendarFile(afterview: Afterview): Promise<Response> {
  const text = await afterview.calendar({ name: 'After the interview' })
  return new Response(text, { headers: { 'Content-Type': 'text/calendar; charset=utf-8' } })
}

/** A program whose users can subscribe. Only the digest of a token is kept. */
export async function openWithFeed(): Promise<{
  afterview: Afterview
  subscribe: (applicationId?: string) => string
}> {
  const subscriptions = new Map<string, AgendaSubscription>()
  const afterview = await createAfterview({
    feed: { find: (digest) => subscriptions.get(digest) },
  })
  return {
    afterview,
    // What is answered is shown once, to its owner: who has it can read the calendar.
    subscribe: (applicationId) => {
      const { token, digest } = createSubscriptionToken()
      const only = applicationId === undefined ? {} : { applicationId }
      subscriptions.set(digest, { digest, ...only, options: { hide: ['notes'] } })
      return `/calendar/${token}.ics`
    },
  }
}

/** Answers GET and HEAD of a subscription, with ETag and 304; 404 for anything else. */
export function answer(afterview: Afterview, request: Request): Promise<Response> {
  return afterview.feed(request)
}
