import type { AgendaItem } from '@afterview/core'
import type { CalendarDocument, FileOptions } from './calendar.ts'
import { createEntityTagger, type EntityTagger, isNoneMatch } from './entity-tag.ts'
import { calendarError } from './error-table.ts'
import { requireRefresh } from './option-range.ts'
import type { CalendarProblem } from './problem.ts'
import { isSameDigest, tokenDigest } from './subscription-token.ts'

/** Writes what a feed shows: a calendar, or something that asks one elsewhere. */
export interface FeedWriter {
  file(items: readonly AgendaItem[], options?: FileOptions): FeedDocument | Promise<FeedDocument>
}

/** What a feed needs of a document. With `parts`, an answer that nothing changed joins no bytes. */
export type FeedDocument = Pick<CalendarDocument, 'bytes' | 'problems' | 'changedAt'> &
  Partial<Pick<CalendarDocument, 'parts'>>

/** How a feed answers. */
export interface FeedOptions {
  /** Writes the entries, unless a subscription brings its own. */
  readonly calendar: FeedWriter
  /**
   * Finds the subscription of a token by its digest (see `createSubscriptionToken`), or answers
   * `undefined`. Called for well-formed tokens only.
   */
  readonly find: (digest: string) => Subscription | undefined | Promise<Subscription | undefined>
  /** The present instant, ISO; decides which closed items are still shown. */
  readonly now: () => string
  /** Told what could not be written as it stands, since a feed has nowhere to show it. */
  readonly onProblems?: (problems: readonly CalendarProblem[], digest: string) => void
  /** Path before the token. Default `/calendar/`. */
  readonly path?: string
  /** How often clients should ask again, at least 60. Default 60. Many decide for themselves. */
  readonly refreshMinutes?: number
}

/** What one token opens. */
export interface Subscription {
  /** Digest of the token that opens it; compared again, in constant time. */
  readonly digest: string
  /** The items to show, or how to get them. */
  readonly items:
    | readonly AgendaItem[]
    | (() => readonly AgendaItem[] | Promise<readonly AgendaItem[]>)
  /** Default: the feed's. */
  readonly calendar?: FeedWriter
  /** What this subscription shows differently: its name, its locale, what it hides. */
  readonly options?: Pick<FileOptions, 'name' | 'locale' | 'hide' | 'keepClosedDays'>
}

/** Serves calendars to those who subscribe. */
export interface Feed {
  /**
   * Answers a GET or HEAD of `<path><token>.ics`. 200 with a strong ETag, 304 on If-None-Match,
   * 404 for anything else, 405 for other methods. Never looks at Accept. Rejects only if one of the
   * callbacks or the writer fails.
   */
  respond(request: Request): Promise<Response>
  /** The addresses of a token's feed at an origin such as `https://jobs.example.org`. */
  addresses(token: string, origin: string): FeedAddresses
}

/** Two forms of one address. */
export interface FeedAddresses {
  /** For clients in which an address is pasted. */
  readonly https: string
  /** Opens the subscription dialog of calendar programs. */
  readonly webcal: string
}

/** Creates a feed. Throws `option-out-of-range`. A feed is not a reminder service: clients ask when they like, some once a day. */
export function createFeed(options: FeedOptions): Feed {
  const { path = '/calendar/' } = options
  const refreshMinutes = requireRefresh(options.refreshMinutes ?? 60)
  requirePath(path)
  const tagger = createEntityTagger()
  return {
    async respond(request) {
      if (request.method !== 'GET' && request.method !== 'HEAD') return notAllowed()
      const subscription = await subscriptionOf(request, path, options)
      if (subscription === undefined) return notFound()
      const document = await documentOf(subscription, options, refreshMinutes)
      return answer(request, document, tagger)
    },
    addresses(token, origin) {
      const https = new URL(`${path}${token}.ics`, origin).href
      return { https, webcal: https.replace(/^https?:/, 'webcal:') }
    },
  }
}

async function subscriptionOf(
  request: Request,
  path: string,
  { find }: FeedOptions,
): Promise<Subscription | undefined> {
  const token = tokenIn(new URL(request.url).pathname, path)
  if (token === undefined) return undefined
  const digest = tokenDigest(token)
  const found = await find(digest)
  return found !== undefined && isSameDigest(found.digest, digest) ? found : undefined
}

function tokenIn(pathname: string, path: string): string | undefined {
  if (!pathname.startsWith(path)) return undefined
  return /^([A-Za-z0-9_-]{22,128})\.ics$/.exec(pathname.slice(path.length))?.[1]
}

async function documentOf(
  { digest, items, calendar, options }: Subscription,
  feed: FeedOptions,
  refreshMinutes: number,
): Promise<FeedDocument> {
  const listed = typeof items === 'function' ? await items() : items
  const writer = calendar ?? feed.calendar
  const document = await writer.file(listed, { ...options, now: feed.now(), refreshMinutes })
  if (document.problems.length > 0) feed.onProblems?.(document.problems, digest)
  return document
}

async function answer(
  request: Request,
  document: FeedDocument,
  tagger: EntityTagger,
): Promise<Response> {
  const tag = await tagger(document.parts?.() ?? [document.bytes()])
  const headers = new Headers({ ...commonHeaders, ETag: tag })
  if (document.changedAt !== undefined) {
    headers.set('Last-Modified', new Date(document.changedAt).toUTCString())
  }
  if (isNoneMatch(request.headers.get('If-None-Match'), tag)) {
    return new Response(null, { status: 304, headers })
  }
  const bytes = document.bytes()
  headers.set('Content-Type', 'text/calendar; charset=utf-8')
  headers.set('Content-Disposition', 'inline; filename="calendar.ics"')
  headers.set('Content-Length', String(bytes.length))
  return new Response(request.method === 'HEAD' ? null : bytes, { status: 200, headers })
}

/** The address is the key, so it stays out of shared caches, search engines and referrers. */
const commonHeaders = {
  'Cache-Control': 'private, no-cache',
  'X-Content-Type-Options': 'nosniff',
  'X-Robots-Tag': 'noindex',
  'Referrer-Policy': 'no-referrer',
}

/** The same for every reason: nothing tells whether a token was close. */
function notFound(): Response {
  const headers = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' }
  return new Response('Not found\n', { status: 404, headers })
}

function notAllowed(): Response {
  const headers = { 'Content-Type': 'text/plain; charset=utf-8', Allow: 'GET, HEAD' }
  return new Response('Method not allowed\n', { status: 405, headers })
}

function requirePath(path: string): void {
  if (/^\/(?:[A-Za-z0-9._~-]+\/)*$/.test(path)) return
  const range = 'a path that begins and ends with a slash, such as /calendar/'
  throw calendarError('option-out-of-range', { name: 'path', value: path, range })
}
