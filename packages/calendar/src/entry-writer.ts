import type { AgendaItem, AgendaKind } from '@afterview/core'
import { requireItem } from './agenda-item-shape.ts'
import type { View } from './agenda-text.ts'
import type { AlarmPlan } from './alarm-plan.ts'
import { type Entry, entryOf } from './entry.ts'
import { createEntryCache, type EntryCache, type WrittenEntry } from './entry-cache.ts'
import type { ZonedTime } from './entry-time.ts'
import { calendarError } from './error-table.ts'
import { eventText, shapeOf } from './event-text.ts'
import { askHost, type HostCallbacks, type HostText, isSameHost } from './host-text.ts'
import { type Component, itemUid } from './identity.ts'
import { type CalendarProblem, type Finding, finding, findingOf, problemOf } from './problem.ts'
import type { Classification, EventShape } from './skeleton.ts'
import { createSkeletonStore } from './skeleton-store.ts'
import { todoText } from './todo-text.ts'

/** What all entries of a calendar have in common. */
export interface WriterSettings {
  readonly domain: string
  readonly alarms: Readonly<Record<AgendaKind, AlarmPlan>>
  readonly callbacks: HostCallbacks
  readonly classification: Classification
  /** Characters. */
  readonly cacheSize: number
}

/** What entries of one document have in common. */
export interface WriteRequest {
  readonly component: Component
  readonly view: View
  /** An ORGANIZER line for every event. */
  readonly organizer?: string
}

/** Entries in the order of their items, and what was found on the way. */
export interface Written {
  readonly entries: readonly WrittenEntry[]
  readonly problems: readonly CalendarProblem[]
  /** The entry of each item; `undefined` for one that has none. */
  readonly byPlace: readonly (WrittenEntry | undefined)[]
}

/** Turns agenda items into components, and remembers those that did not change. */
export interface EntryWriter {
  /** Every item that `isWanted`, once. What cannot be written is a problem, never an exception. */
  write(
    items: readonly AgendaItem[],
    request: WriteRequest,
    isWanted: (item: AgendaItem) => boolean,
  ): Written
  /** The entry of one item that was written before. `undefined` where it has none, or a problem. */
  rewrite(
    item: AgendaItem,
    request: WriteRequest,
    isWanted: (item: AgendaItem) => boolean,
  ): WrittenEntry | undefined
  /** One cancelled event with the next SEQUENCE, changed at `atMs`. Throws `item-unusable`. */
  cancel(item: AgendaItem, request: Omit<WriteRequest, 'component'>, atMs?: number): Written
}

/** An entry that has to be written. */
interface Pending {
  readonly item: AgendaItem
  readonly host: HostText
  readonly entry: Entry
  readonly problems: readonly CalendarProblem[]
}

/** What became of one item on the first pass: kept from before, to be written, or only problems. */
type Outcome = WrittenEntry | Pending | { readonly problems: readonly CalendarProblem[] }

/** Creates the writer of one calendar. */
export function createEntryWriter(settings: WriterSettings): EntryWriter {
  const cache = createEntryCache(settings.cacheSize)
  const skeletons = createSkeletonStore()
  const { classification, domain } = settings

  function textOf(entry: Entry, { component, organizer }: WriteRequest): string {
    const uid = itemUid(entry.itemId, domain, component)
    if (component === 'todo') return todoText(entry, uid, classification)
    const frame = organizer === undefined ? { uid } : { uid, organizer }
    return eventText(entry, frame, skeletons.of(shapeOf(entry, classification)))
  }

  function finish(pending: Pending, request: WriteRequest): WrittenEntry {
    const text = textOf(pending.entry, request)
    return cache.keep(writtenEntry(pending, text))
  }

  function write(
    items: readonly AgendaItem[],
    request: WriteRequest,
    isWanted: (item: AgendaItem) => boolean,
  ): Written {
    cache.begin(mannerOf(request))
    const outcomes = readItems({ items, request, isWanted, settings, cache })
    if (request.component === 'event') skeletons.prepare(shapesOf(outcomes, classification))
    const byPlace = outcomes.map((outcome) => {
      if ('text' in outcome) return outcome
      return 'entry' in outcome ? finish(outcome, request) : undefined
    })
    const problems: CalendarProblem[] = []
    for (const outcome of outcomes) {
      if (outcome.problems.length > 0) problems.push(...outcome.problems)
    }
    return { entries: byPlace.filter((entry) => entry !== undefined), problems, byPlace }
  }

  return {
    write,
    rewrite(item, request, isWanted) {
      const { byPlace, problems } = write([item], request, isWanted)
      return problems.length === 0 ? byPlace[0] : undefined
    },
    cancel(item, request, atMs) {
      const pending = cancelled(readOne(item, request.view, settings), atMs)
      const text = textOf(pending.entry, { ...request, component: 'event' })
      const { problems } = pending
      const entry = writtenEntry(pending, text)
      return { entries: [entry], problems, byPlace: [entry] }
    },
  }
}

interface ReadRequest {
  readonly items: readonly unknown[]
  readonly request: WriteRequest
  readonly isWanted: (item: AgendaItem) => boolean
  readonly settings: WriterSettings
  readonly cache: EntryCache
}

function readItems({ items, request, isWanted, settings, cache }: ReadRequest): readonly Outcome[] {
  const seen = new Set<string>()
  return items.map((value, index) => {
    const itemId = idOf(value) ?? `items[${index}]`
    try {
      const known = cache.find(itemId, value)
      if (known === undefined) requireItem(value)
      if (seen.has(itemId)) return leftOut(itemId, finding('item-duplicate', String(index)))
      seen.add(itemId)
      const item = known?.item ?? (value as AgendaItem)
      return isWanted(item) ? readItem({ item, known, view: request.view, settings }) : nothing
    } catch (error) {
      return leftOut(itemId, findingOf(error))
    }
  })
}

interface ItemRead {
  readonly item: AgendaItem
  readonly known: WrittenEntry | undefined
  readonly view: View
  readonly settings: WriterSettings
}

function readItem({ item, known, view, settings }: ItemRead): Outcome {
  const { host, findings } = askHost(item, settings.callbacks)
  if (known !== undefined && isSameHost(known.host, host) && findings.length === 0) return known
  const reading = entryOf(item, host, { view, alarms: settings.alarms })
  const problems = [...findings, ...reading.findings].map((each) => problemOf(item.id, each))
  return { item, host, entry: reading.entry, problems }
}

const nothing: Outcome = { problems: [] }

function leftOut(itemId: string, found: Finding): Outcome {
  return { problems: [problemOf(itemId, { ...found, isLeftOut: true })] }
}

/** One item that has to be writable. */
function readOne(item: AgendaItem, view: View, settings: WriterSettings): Pending {
  try {
    requireItem(item)
    const outcome = readItem({ item, known: undefined, view, settings })
    if ('entry' in outcome) return outcome
    throw new TypeError(`nothing was read of ${item.id}`)
  } catch (error) {
    const { message } = findingOf(error)
    throw calendarError('item-unusable', { itemId: idOf(item) ?? 'without id', why: message })
  }
}

/** As if the item had been called off: a calendar that has it must see a newer version. */
function cancelled(pending: Pending, atMs: number | undefined): Pending {
  const { entry } = pending
  const called = {
    sequence: entry.sequence + 1,
    changedMs: atMs === undefined ? entry.changedMs : Math.floor(atMs / 1000) * 1000,
    isCancelled: true,
    isBusy: false,
    alarms: [],
  }
  return { ...pending, entry: { ...entry, ...called } }
}

function shapesOf(
  outcomes: readonly Outcome[],
  classification: Classification,
): readonly EventShape[] {
  return outcomes.flatMap((outcome) =>
    'entry' in outcome ? shapeOf(outcome.entry, classification) : [],
  )
}

function writtenEntry({ item, host, problems, entry }: Pending, text: string): WrittenEntry {
  const { time, changedMs } = entry
  const startMs = time.form === 'day' ? Date.parse(time.date) : time.startMs
  const bytes = encodedOnce(text)
  const [isBlockEnd, isFrozen] = [hashOf(item.id) % usualBlock === 0, false]
  const written = { item, host, problems, text, bytes, startMs, changedMs, isBlockEnd, isFrozen }
  return time.form === 'zoned' ? { ...written, zone: zoneSpan(time) } : written
}

function encodedOnce(text: string): () => Uint8Array {
  let bytes: Uint8Array | undefined
  return () => (bytes ??= new TextEncoder().encode(text))
}

const usualBlock = 32

/** Any number that follows from a text and looks like chance. */
function hashOf(text: string): number {
  let hash = 0
  for (let index = 0; index < text.length; index++) hash = (hash * 31 + text.charCodeAt(index)) | 0
  return hash
}

function zoneSpan({ zone, start, end }: ZonedTime): NonNullable<WrittenEntry['zone']> {
  return { name: zone, from: Number(start.slice(0, 4)), until: Number(end.slice(0, 4)) }
}

/** Entries are the same where their content and this is. */
export function mannerOf({ component, view, organizer }: WriteRequest): string {
  const hidden = [...view.hide].toSorted().join(' ')
  return [component, view.words.language, hidden, view.zone ?? '', organizer ?? '', ''].join('\n')
}

function idOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !('id' in value)) return undefined
  return typeof value.id === 'string' && value.id !== '' ? value.id : undefined
}
