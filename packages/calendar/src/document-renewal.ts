import type { AgendaItem } from '@afterview/core'
import { isClosed } from './closing.ts'
import { type DocumentBody, withEntry } from './document-body.ts'
import { isFrozenData, isSameStatus, type WrittenEntry } from './entry-cache.ts'

/** A document before it is text: its head, and its entries in order. */
export interface MadeDocument {
  readonly head: string
  readonly sorted: readonly WrittenEntry[]
  readonly body: DocumentBody
  /** The latest DTSTAMP, -1 where there is no entry. */
  readonly changedMs: number
}

/**
 * How an item is known again: by its whole content, or by what the lifecycle counts of its changes:
 * id, revision, instant of the last change, and status.
 */
export type KnownBy = 'content' | 'revision'

/** What a document is to be made of. */
export interface RenewalRequest {
  /**
   * Says of two documents that they differ in nothing but their items and `from`. `undefined`
   * where that cannot be known.
   */
  readonly key: string | undefined
  readonly items: readonly AgendaItem[]
  /** Items that were closed before are left out, in ms since 1970; `undefined`: none is. */
  readonly from: number | undefined
  /** Writes one item anew; `undefined` where it has no entry, or a problem. */
  readonly rewrite: (item: AgendaItem) => WrittenEntry | undefined
}

/** Makes a document from the last one where only few items changed, without a look at the others. */
export interface DocumentRenewal {
  /** `undefined` where it has to be made anew. */
  renewed(request: RenewalRequest): MadeDocument | undefined
  /** Takes a document that was made anew, without problems, as the last. */
  remember(
    request: RenewalRequest,
    made: MadeDocument,
    byPlace: readonly (WrittenEntry | undefined)[],
  ): void
}

interface Remembered extends MadeDocument {
  readonly key: string
  readonly from: number | undefined
  /** By place, what each item is known again by. */
  readonly marks: readonly Mark[]
  readonly byPlace: readonly (WrittenEntry | undefined)[]
  /** When the first of the closed entries was closed, in ms. */
  readonly firstClosedMs: number
}

/** Creates the renewal of one calendar, which remembers a document of at most `size` characters. */
export function createDocumentRenewal(size: number, knownBy: KnownBy): DocumentRenewal {
  const marking = markings[knownBy]
  let last: Remembered | undefined
  return {
    renewed(request) {
      const next = last && renewedFrom(last, request, marking)
      if (next !== undefined) last = next
      return next
    },
    remember({ key, items, from }, made, byPlace) {
      last = undefined
      const characters = made.sorted.reduce((sum, { text }) => sum + text.length, 0)
      if (key === undefined || characters > size) return
      const firstClosedMs = made.sorted.reduce(earliestClosed, Number.POSITIVE_INFINITY)
      const marks = items.map((item, place) => marking.markOf(item, byPlace[place]))
      last = { ...made, key, from, marks, byPlace, firstClosedMs }
    },
  }
}

/** More changes than this are no few. */
const mostChanges = 16

/** What an item is known again by; only its marking looks into it. */
type Mark = Pick<AgendaItem, 'id' | 'revision' | 'changedAt' | 'status'> | undefined

interface Marking {
  /** `undefined` for an item that has to be looked at again. */
  readonly markOf: (item: AgendaItem, entry: WrittenEntry | undefined) => Mark
  readonly isSame: (mark: Mark, item: AgendaItem | undefined) => boolean
}

const markings: Readonly<Record<KnownBy, Marking>> = {
  /** Only an item that is frozen all through is sure to be the same when it is the same object. */
  content: {
    markOf: (item, entry) => {
      const isFrozen = entry === undefined ? isFrozenData(item) : isFrozenIn(entry, item)
      return isFrozen ? item : undefined
    },
    isSame: (mark, item) => mark === item && item !== undefined,
  },
  revision: {
    markOf: ({ id, revision, changedAt, status }) => ({ id, revision, changedAt, status }),
    isSame: (mark, item) =>
      mark !== undefined &&
      mark.id === item?.id &&
      mark.revision === item.revision &&
      mark.changedAt === item.changedAt &&
      isSameStatus(mark.status, item.status),
  },
}

function isFrozenIn(entry: WrittenEntry, item: AgendaItem): boolean {
  return entry.isFrozen && entry.item === item
}

function renewedFrom(
  last: Remembered,
  request: RenewalRequest,
  marking: Marking,
): Remembered | undefined {
  const { key, items, from } = request
  if (last.key !== key || last.marks.length !== items.length || !isSameWanted(last, from)) {
    return undefined
  }
  const places = changedPlaces(last.marks, items, marking)
  return places?.reduce<Remembered | undefined>(
    (next, place) => next && withChange(next, place, request, marking),
    { ...last, from },
  )
}

/** Whether the same entries are wanted as time goes on. */
function isSameWanted(last: Remembered, from: number | undefined): boolean {
  if (from === undefined || last.from === undefined) return from === last.from
  return from >= last.from && from <= last.firstClosedMs
}

/** Where the lists differ; `undefined` where they differ in more than a few places. */
function changedPlaces(
  marks: readonly Mark[],
  items: readonly AgendaItem[],
  { isSame }: Marking,
): readonly number[] | undefined {
  const places: number[] = []
  for (let place = 0; place < items.length; place++) {
    if (isSame(marks[place], items[place])) continue
    if (places.length === mostChanges) return undefined
    places.push(place)
  }
  return places
}

/** The document with another item at a place, where that changes nothing but its entry. */
function withChange(
  last: Remembered,
  place: number,
  { items, rewrite }: RenewalRequest,
  { markOf }: Marking,
): Remembered | undefined {
  const [before, item] = [last.byPlace[place], items[place]]
  if (before === undefined || item?.id !== before.item.id) return undefined
  const entry = rewrite(item)
  if (entry === undefined || !isSamePlace(entry, before)) return undefined
  const changedMs = latestChange(last, before, entry)
  if (changedMs === undefined) return undefined
  const index = last.sorted.indexOf(before)
  return {
    ...last,
    changedMs,
    sorted: last.sorted.with(index, entry),
    body: withEntry(last.body, index, entry),
    marks: last.marks.with(place, markOf(item, entry)),
    byPlace: last.byPlace.with(place, entry),
    firstClosedMs: earliestClosed(last.firstClosedMs, entry),
  }
}

/** Whether an entry stands where the other stood, and needs the same zones. */
function isSamePlace(a: WrittenEntry, b: WrittenEntry): boolean {
  const isSameZone =
    a.zone?.name === b.zone?.name &&
    a.zone?.from === b.zone?.from &&
    a.zone?.until === b.zone?.until
  return a.startMs === b.startMs && isSameZone
}

/** `undefined` where the entry that goes was the latest: then all have to be looked at. */
function latestChange(
  last: MadeDocument,
  before: WrittenEntry,
  entry: WrittenEntry,
): number | undefined {
  if (entry.changedMs >= last.changedMs) return entry.changedMs
  return before.changedMs < last.changedMs ? last.changedMs : undefined
}

function earliestClosed(earliest: number, { item, changedMs }: WrittenEntry): number {
  return isClosed(item) ? Math.min(earliest, changedMs) : earliest
}
