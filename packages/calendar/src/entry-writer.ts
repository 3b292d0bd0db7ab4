import type { AgendaItem, AgendaKind } from '@afterview/core'
import { requireItem } from './agenda-item-shape.ts'
import type { View } from './agenda-text.ts'
import type { AlarmPlan } from './alarm-plan.ts'
import { type Entry, entryOf } from './entry.ts'
import { createEntryCache, type EntryCache, type WrittenEntry } from './entry-cache.ts'
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
}

/** Turns agenda items into components, and remembers those that did not change. */
export interface EntryWriter {
  /** Every item that `isWanted`, once. What cannot be written is a problem, never an exception. */
  write(
    items: readonly AgendaItem[],
    request: WriteRequest,
    isWanted: (item: AgendaItem) => boolean,
  ): Written
  /** One cancelled event with the next SEQUENCE, changed at `atMs`. Throws `item-unusable`. */
  cancel(item: AgendaItem, request: Omit<WriteRequest, 'component'>, atMs?: number): Written
}

/** An entry that has to be written. */
interface Pending {
  readonly key: string
  readonly item: AgendaItem
  readonly host: HostText
  readonly entry: Entry
  readonly problems: readonly CalendarProblem[]
}

/** What became of one item on the first pass: kept from before, to be written, or neither. */
interface Outcome {
  readonly written?: WrittenEntry
  readonly pending?: Pending
  readonly problems: readonly CalendarProblem[]
}

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
    return cache.keep(pending.key, { ...pending, text, ...placeInDocument(pending.entry) })
  }

  return {
    write(items, request, isWanted) {
      cache.begin()
      const outcomes = readItems({ items, request, isWanted, settings, cache })
      if (request.component === 'event') skeletons.prepare(shapesOf(outcomes, classification))
      const entries: WrittenEntry[] = []
      const problems: CalendarProblem[] = []
      for (const { written, pending, problems: found } of outcomes) {
        if (written !== undefined) entries.push(written)
        if (pending !== undefined) entries.push(finish(pending, request))
        problems.push(...found)
      }
      return { entries, problems }
    },
    cancel(item, request, atMs) {
      const pending = cancelled(readOne(item, request.view, settings), atMs)
      const text = textOf(pending.entry, { ...request, component: 'event' })
      const { problems } = pending
      return { entries: [{ ...pending, text, ...placeInDocument(pending.entry) }], problems }
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
  const prefix = keyPrefix(request)
  return items.map((value, index) => {
    const itemId = idOf(value) ?? `items[${index}]`
    try {
      const key = prefix + itemId
      const known = cache.find(key, value)
      if (known === undefined) requireItem(value)
      const item = known?.item ?? (value as AgendaItem)
      if (seen.has(item.id)) return leftOut(itemId, finding('item-duplicate', String(index)))
      seen.add(item.id)
      return isWanted(item) ? readItem({ key, item, known, view: request.view, settings }) : nothing
    } catch (error) {
      return leftOut(itemId, findingOf(error))
    }
  })
}

interface ItemRead {
  readonly key: string
  readonly item: AgendaItem
  readonly known: WrittenEntry | undefined
  readonly view: View
  readonly settings: WriterSettings
}

function readItem({ key, item, known, view, settings }: ItemRead): Outcome {
  const { host, findings } = askHost(item, settings.callbacks)
  if (known !== undefined && isSameHost(known.host, host) && findings.length === 0) {
    return { written: known, problems: known.problems }
  }
  const reading = entryOf(item, host, { view, alarms: settings.alarms })
  const problems = [...findings, ...reading.findings].map((each) => problemOf(item.id, each))
  return { pending: { key, item, host, entry: reading.entry, problems }, problems }
}

const nothing: Outcome = { problems: [] }

function leftOut(itemId: string, found: Finding): Outcome {
  return { problems: [problemOf(itemId, { ...found, isLeftOut: true })] }
}

/** One item that has to be writable. */
function readOne(item: AgendaItem, view: View, settings: WriterSettings): Pending {
  try {
    requireItem(item)
    const { pending } = readItem({ key: '', item, known: undefined, view, settings })
    if (pending !== undefined) return pending
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
  const entries = outcomes.flatMap(({ pending }) => pending?.entry ?? [])
  return entries.map((entry) => shapeOf(entry, classification))
}

/** What the document needs to know of an entry. */
function placeInDocument({
  time,
  changedMs,
}: Entry): Pick<WrittenEntry, 'startMs' | 'changedMs' | 'zone'> {
  if (time.form === 'day') return { startMs: Date.parse(time.date), changedMs }
  if (time.form === 'utc') return { startMs: time.startMs, changedMs }
  const [from, until] = [time.start, time.end].map((local) => Number(local.slice(0, 4)))
  const zone = { name: time.zone, from: from ?? 0, until: until ?? 0 }
  return { startMs: time.startMs, changedMs, zone }
}

/** Entries are the same where their content and this is. */
function keyPrefix({ component, view, organizer }: WriteRequest): string {
  const hidden = [...view.hide].toSorted().join(' ')
  return [component, view.words.language, hidden, view.zone ?? '', organizer ?? '', ''].join('\n')
}

function idOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !('id' in value)) return undefined
  return typeof value.id === 'string' && value.id !== '' ? value.id : undefined
}
