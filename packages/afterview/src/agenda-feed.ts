import type {
  CalendarProblem,
  Feed,
  FeedOptions,
  FeedWriter,
  Subscription,
} from '@afterview/calendar'
import type { AgendaItem } from '@afterview/core'
import type { AfterviewError } from '@afterview/time'
import type { ApplicationChoice } from './applications.ts'
import { problemError } from './calendar-export.ts'

/**
 * What one subscription shows. The host keeps it under the digest of its token. An application that
 * is not there any more is reported, and the calendar shows the others.
 */
export interface AgendaSubscription extends ApplicationChoice {
  /** From `createSubscriptionToken` of `@afterview/calendar`; the token itself is kept nowhere. */
  readonly digest: string
  /** Name, locale, and what to hide from those who share the calendar. */
  readonly options?: Subscription['options']
}

/** How subscriptions are found. */
export interface AgendaFeedOptions extends Pick<FeedOptions, 'path' | 'refreshMinutes'> {
  /** Looks a subscription up by the digest of its token. Default: there is none. */
  readonly find?: (
    digest: string,
  ) => AgendaSubscription | undefined | Promise<AgendaSubscription | undefined>
}

/** What a feed is made of. */
export interface AgendaFeedWorld extends AgendaFeedOptions {
  readonly writer: FeedWriter
  readonly now: () => string
  readonly items: (choice: ApplicationChoice) => Promise<readonly AgendaItem[]>
  readonly report: (problem: AfterviewError) => void
}

/** Serves the agenda to those who subscribe with a token that the host knows. Rejects with `option-out-of-range`. */
export async function createAgendaFeed(world: AgendaFeedWorld): Promise<Feed> {
  const { createFeed } = await import('@afterview/calendar')
  const { writer, now, items, report, find = () => undefined, ...options } = world
  return createFeed({
    ...options,
    calendar: writer,
    now,
    find: async (digest) => {
      const found = await find(digest)
      return found === undefined ? undefined : subscription(found, items)
    },
    onProblems: (problems: readonly CalendarProblem[]) => {
      for (const problem of problems) report(problemError(problem))
    },
  })
}

function subscription(found: AgendaSubscription, items: AgendaFeedWorld['items']): Subscription {
  const { digest, options, ...choice } = found
  return {
    digest,
    items: () => items(choice),
    ...(options === undefined ? {} : { options }),
  }
}
