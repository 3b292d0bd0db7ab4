export { type AlarmOptions, type AlarmPlan, defaultAlarms } from './alarm-plan.ts'
export type { Hidden } from './agenda-text.ts'
export {
  type Calendar,
  type CalendarDocument,
  type CalendarOptions,
  type CancellationOptions,
  type DocumentOptions,
  type FileOptions,
  createCalendar,
} from './calendar.ts'
export type { KnownBy } from './document-renewal.ts'
export type { CalendarErrorCode } from './error-table.ts'
export {
  type Feed,
  type FeedAddresses,
  type FeedDocument,
  type FeedOptions,
  type FeedWriter,
  type Subscription,
  createFeed,
} from './feed.ts'
export type { HostCallbacks } from './host-text.ts'
export type { Organizer } from './organizer.ts'
export type { CalendarProblem, ProblemCode } from './problem.ts'
export type { Classification } from './skeleton.ts'
export {
  type SubscriptionToken,
  createSubscriptionToken,
  tokenDigest,
} from './subscription-token.ts'
