import {
  type CalendarProblem,
  createCalendar,
  createFeed,
  createSubscriptionToken,
  type Subscription,
} from '@afterview/calendar'
import type { AgendaItem } from '@afterview/core'

const calendar = createCalendar({
  domain: 'jobs.example.org',
  name: 'After the interview',
  zone: 'Europe/Amsterdam',
  url: ({ applicationId }) => `https://jobs.example.org/applications/${applicationId}`,
})

/** The agenda as a file to open in a calendar. */
export function download(
  items: readonly AgendaItem[],
  report: (problem: CalendarProblem) => void,
): Response {
  const { text, problems } = calendar.file(items)
  for (const problem of problems) report(problem)
  return new Response(text, { headers: { 'Content-Type': 'text/calendar; charset=utf-8' } })
}

const subscriptions = new Map<string, Subscription>()

/** The agenda to subscribe to. Respond with it wherever requests are web standard. */
export const feed = createFeed({
  calendar,
  find: (digest) => subscriptions.get(digest),
  now: () => new Date().toISOString(),
})

/** A new subscription for a mentor: without the company's name and without notes. */
export function share(items: () => readonly AgendaItem[]): string {
  const { token, digest } = createSubscriptionToken()
  subscriptions.set(digest, { digest, items, options: { hide: ['company', 'notes'] } })
  return feed.addresses(token, 'https://jobs.example.org').webcal
}
