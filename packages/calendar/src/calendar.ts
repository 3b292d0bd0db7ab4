import type { AgendaItem } from '@afterview/core'
import { instantFromMs, instantMs, requireZone, zoneDataVersion } from '@afterview/time'
import { type Hidden, hideable, type View } from './agenda-text.ts'
import { type AlarmOptions, alarmPlans } from './alarm-plan.ts'
import { createZoneTexts, documentContent, type DocumentFrame, documentHead } from './document.ts'
import { createBodyCutter } from './document-body.ts'
import { createDocumentRenewal, type KnownBy, type MadeDocument } from './document-renewal.ts'
import { defaultCacheSize } from './entry-cache.ts'
import { createEntryOrder } from './entry-order.ts'
import { createEntryWriter, mannerOf, type WriteRequest, type Written } from './entry-writer.ts'
import { type HostCallbacks, hostVersionOf } from './host-text.ts'
import { itemUid, requireDomain } from './identity.ts'
import { isClosedBefore } from './closing.ts'
import { requireOneOf, requireRange, requireRefresh, requireText } from './option-range.ts'
import { type Organizer, organizerLine } from './organizer.ts'
import type { CalendarProblem } from './problem.ts'
import { type Classification, classifications } from './skeleton.ts'
import { wordsFor } from './words/languages.ts'

/** How a calendar names and writes its entries. Every field has a default. */
export interface CalendarOptions extends HostCallbacks {
  /** Right-hand side of UIDs. Keep it for good: another one makes every entry a new one. Default `afterview`. */
  readonly domain?: string
  /** PRODID. Default `-//Afterview//Calendar//EN`. */
  readonly productId?: string
  /** Name shown for the whole calendar. Default: none. */
  readonly name?: string
  /** BCP 47; `en`, `nl`, `de`, `fr` and `es` have words. Default `en`. */
  readonly locale?: string
  /**
   * IANA zone of whoever reads it: descriptions show instants in it, and nothing but an interview
   * rings at night. Default: the zone of the due time, else UTC, is named, and alarms stay as planned.
   */
  readonly zone?: string
  /** What entries leave out. Default: nothing. */
  readonly hide?: readonly Hidden[]
  /** Other reminders than `defaultAlarms`, by kind. */
  readonly alarms?: AlarmOptions
  /** Default `PRIVATE`: in a shared work calendar others see that the time is taken, not why. */
  readonly classification?: Classification
  /**
   * How an item is known again in the next document. `content`, the default, compares all of it,
   * so nothing that changed is ever missed. `revision` trusts the revision and `changedAt` that the
   * lifecycle counts, which is many times faster where the items are new objects, as a store gives
   * them; an item that was changed without a new revision keeps its old text.
   */
  readonly knownBy?: KnownBy
  /** Characters of written entries kept for the next export. Default 16,000,000; 0 keeps none. */
  readonly cacheSize?: number
}

/** What may differ between two documents of one calendar. */
export interface DocumentOptions {
  /**
   * Instant at which the document is made. With it, items that closed more than `keepClosedDays`
   * ago are left out; without it, nothing is.
   */
  readonly now?: string
  /** For how long closed items stay as cancelled, so that calendars see it. Default 30. */
  readonly keepClosedDays?: number
  /** Default: the calendar's. */
  readonly name?: string
  /** Default: the calendar's. */
  readonly locale?: string
  /** Default: the calendar's. */
  readonly hide?: readonly Hidden[]
}

/** What a file of events may have beside. */
export interface FileOptions extends DocumentOptions {
  /** How often subscribers should ask again, at least 60. Default: not said. */
  readonly refreshMinutes?: number
  /** Makes the file a METHOD:PUBLISH message from this person. Default: no METHOD, no ORGANIZER. */
  readonly publishedBy?: Organizer
}

/** How one entry is called off. */
export interface CancellationOptions extends Pick<DocumentOptions, 'locale' | 'hide'> {
  /** Who cancels. METHOD:CANCEL is not valid without. */
  readonly organizer: Organizer
  /** Instant of the cancellation. Default: the item's last change. */
  readonly at?: string
}

/** A document, and what could not be written as it stands. */
export interface CalendarDocument {
  /** `text/calendar`, UTF-8, CRLF at the end. */
  readonly text: string
  /** `text` in UTF-8, for a file or a response: cheaper than encoding the text of a large calendar. */
  bytes(): Uint8Array<ArrayBuffer>
  /**
   * `bytes()` in pieces, to be written one after the other to a file or a stream: nothing of a large
   * calendar is copied. The calendar keeps them for its next document, so they must not be changed.
   */
  parts(): readonly Uint8Array[]
  /** One per item and finding, in the order of the items. Empty: everything is in `text` as given. */
  readonly problems: readonly CalendarProblem[]
  /** How many entries `text` has. */
  readonly entries: number
  /** The latest change of an item in `text`, as instant; absent where there is none. */
  readonly changedAt?: string
}

/** Writes agenda items as iCalendar. The same items and options always give the same bytes. */
export interface Calendar {
  /** A VCALENDAR with one VEVENT per item, for download or as a feed. */
  file(items: readonly AgendaItem[], options?: FileOptions): CalendarDocument
  /** A VCALENDAR with one VTODO per item that the candidate has to do; interviews are none. */
  todos(items: readonly AgendaItem[], options?: DocumentOptions): CalendarDocument
  /**
   * A METHOD:CANCEL file for one entry, to be opened or mailed. SEQUENCE is the item's revision + 1.
   * Throws `item-unusable` where the item cannot be written, `organizer-malformed`.
   */
  cancellation(item: AgendaItem, options: CancellationOptions): CalendarDocument
  /** The UID under which `file` and `cancellation` write an item. */
  uid(itemId: string): string
  /** Release of the time zone data that times were computed with, as far as it can be known. */
  readonly zoneData: string
}

/**
 * Creates a calendar. It holds no items, only the text of entries that it wrote lately. Throws
 * `domain-malformed`, `locale-unknown`, `option-out-of-range` and the errors of `requireZone`.
 */
export function createCalendar(options: CalendarOptions = {}): Calendar {
  const { domain = 'afterview' } = options
  const productId = requireText('productId', options.productId ?? '-//Afterview//Calendar//EN')
  const cacheSize = requireRange('cacheSize', options.cacheSize ?? defaultCacheSize, 0, 2 ** 31)
  const writer = createEntryWriter({
    domain: requireDomain(domain),
    alarms: alarmPlans(options.alarms ?? {}),
    callbacks: options,
    classification: requireOneOf(
      'classification',
      classifications,
      options.classification ?? 'PRIVATE',
    ),
    cacheSize,
  })
  const emptyZone = options.zone === undefined ? 'UTC' : requireZone(options.zone)
  const zoneTexts = createZoneTexts()
  const order = createEntryOrder()
  const cut = createBodyCutter(cacheSize)
  const renewal = createDocumentRenewal(
    cacheSize,
    requireOneOf('knownBy', ['content', 'revision'], options.knownBy ?? 'content'),
  )
  // Refuses now what every document would refuse.
  viewOf(options, {})

  function make({ entries }: Written, frame: Frame): MadeDocument {
    const sorted = order(entries)
    const head = documentHead(sorted, { productId, emptyZone, ...frame }, zoneTexts)
    const changedMs = entries.reduce((latest, entry) => Math.max(latest, entry.changedMs), -1)
    return { head, sorted, body: cut(sorted), changedMs }
  }

  /** From the last document where little changed, else anew. */
  function documentOf(items: readonly AgendaItem[], manner: Manner): CalendarDocument {
    const { request, frame, from } = manner
    const isWanted = wantedIn(manner)
    const renewable = {
      key: keyOf(manner, hostVersionOf(options)),
      items,
      from,
      rewrite: (item: AgendaItem) => writer.rewrite(item, request, isWanted),
    }
    const renewed = renewal.renewed(renewable)
    if (renewed !== undefined) return documentFrom(renewed, [])
    const written = writer.write(items, request, isWanted)
    const made = make(written, frame)
    if (written.problems.length === 0) renewal.remember(renewable, made, written.byPlace)
    return documentFrom(made, written.problems)
  }

  return {
    file(items, given = {}) {
      const { publishedBy, refreshMinutes } = given
      const request = {
        component: 'event' as const,
        view: viewOf(options, given),
        ...(publishedBy === undefined ? {} : { organizer: organizerLine(publishedBy) }),
      }
      const frame = {
        ...nameOf(options, given),
        ...(publishedBy === undefined ? {} : { method: 'PUBLISH' as const }),
        ...(refreshMinutes === undefined ? {} : { refreshMinutes: requireRefresh(refreshMinutes) }),
      }
      return documentOf(items, { request, frame, from: closedFrom(given) })
    },
    todos(items, given = {}) {
      const request = { component: 'todo' as const, view: viewOf(options, given) }
      return documentOf(items, {
        request,
        frame: nameOf(options, given),
        from: closedFrom(given),
      })
    },
    cancellation(item, given) {
      const request = { view: viewOf(options, given), organizer: organizerLine(given.organizer) }
      const at = given.at === undefined ? undefined : instantMs(given.at)
      const written = writer.cancel(item, request, at)
      return documentFrom(make(written, { method: 'CANCEL' }), written.problems)
    },
    uid: (itemId) => itemUid(itemId, domain, 'event'),
    get zoneData() {
      return zoneDataVersion()
    },
  }
}

type Frame = Omit<DocumentFrame, 'productId' | 'emptyZone'>

/** How a document is written, whatever the items. */
interface Manner {
  readonly request: WriteRequest
  readonly frame: Frame
  readonly from: number | undefined
}

/** What a document is renewed by: see `RenewalRequest`. */
function keyOf({ request, frame }: Manner, hostVersion: string | undefined): string | undefined {
  if (hostVersion === undefined) return undefined
  return JSON.stringify([mannerOf(request), frame, hostVersion])
}

function documentFrom(
  { head, body, sorted, changedMs }: MadeDocument,
  problems: readonly CalendarProblem[],
): CalendarDocument {
  const content = documentContent(head, body)
  let text: string | undefined
  return {
    get text() {
      return (text ??= content.text())
    },
    bytes: () => content.bytes(),
    parts: () => content.parts(),
    problems,
    entries: sorted.length,
    ...(changedMs < 0 ? {} : { changedAt: instantFromMs(changedMs) }),
  }
}

function viewOf(options: CalendarOptions, given: Pick<DocumentOptions, 'locale' | 'hide'>): View {
  return {
    words: wordsFor(given.locale ?? options.locale ?? 'en'),
    hide: new Set(
      (given.hide ?? options.hide ?? []).map((each) => requireOneOf('hide', hideable, each)),
    ),
    zone: options.zone,
  }
}

function nameOf(options: CalendarOptions, given: DocumentOptions): Pick<DocumentFrame, 'name'> {
  const name = given.name ?? options.name
  return name === undefined ? {} : { name }
}

/** Items that were closed before this instant, in ms, are left out. */
function closedFrom({ now, keepClosedDays = 30 }: DocumentOptions): number | undefined {
  requireRange('keepClosedDays', keepClosedDays, 0, 36_500)
  return now === undefined ? undefined : instantMs(now) - keepClosedDays * 86_400_000
}

function wantedIn({ request, from }: Manner): (item: AgendaItem) => boolean {
  const isOfKind = request.component === 'todo' ? isTodo : () => true
  if (from === undefined) return isOfKind
  return (item) => isOfKind(item) && !isClosedBefore(item, from)
}

/** The candidate's own moves; an appointment is not something to tick off. */
function isTodo({ kind, holder }: AgendaItem): boolean {
  return holder === 'candidate' && kind !== 'interview'
}
