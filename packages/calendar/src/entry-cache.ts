import type { AgendaItem, AgendaStatus } from '@afterview/core'
import type { HostText } from './host-text.ts'
import type { CalendarProblem } from './problem.ts'
import type { YearSpan } from './vtimezone.ts'

/** One written entry with everything that it was written from. */
export interface WrittenEntry {
  readonly item: AgendaItem
  readonly host: HostText
  readonly text: string
  /** `text` in UTF-8, encoded once. */
  bytes(): Uint8Array
  readonly problems: readonly CalendarProblem[]
  /** By which the entries of a document are sorted. */
  readonly startMs: number
  /** DTSTAMP. */
  readonly changedMs: number
  /** Whether a block of a document ends behind it, as it does behind one entry in about 32. */
  readonly isBlockEnd: boolean
  /** Whether `item` is frozen all through, so that the same object is the same item. */
  readonly isFrozen: boolean
  /** The zone that the document must describe, with the years of this entry. */
  readonly zone?: YearSpan & { readonly name: string }
}

/**
 * Keeps the text of entries until their item changes. What counts is the item's whole content, not
 * its revision alone, so a wrong revision never brings back an old text. Holds at most `size`
 * characters; entries of the export that is running are never pushed out by each other. Within an
 * export, every `find` comes before the first `keep`. An item that is frozen all through is known
 * again by its identity, any other one by comparing its content with a copy.
 */
export interface EntryCache {
  /**
   * Begins an export: what it uses stays, older entries may go. Entries of exports in another
   * `manner` are other entries.
   */
  begin(manner: string): void
  /** The entry kept under an item's id, if it was written from the same item. */
  find(itemId: string, item: unknown): WrittenEntry | undefined
  /** Keeps an entry, with a copy of an item that may change, and returns what it kept. */
  keep(entry: WrittenEntry): WrittenEntry
  /** Characters held at present. */
  readonly size: number
}

interface Kept {
  readonly entry: WrittenEntry
  /** The last export that used it. */
  usedIn: number
}

/** Room for about 12,000 usual entries. */
export const defaultCacheSize = 16_000_000

/** A cache of at most `size` characters. 0 keeps nothing. */
export function createEntryCache(size: number): EntryCache {
  const manners = new Map<string, Map<string, Kept>>()
  let kept = new Map<string, Kept>()
  let [held, run, sweptIn] = [0, 0, 0]

  function drop(from: Map<string, Kept>, itemId: string): void {
    held -= from.get(itemId)?.entry.text.length ?? 0
    from.delete(itemId)
  }

  /** Once in an export, what it did not use goes, first in first out, until a quarter is free. */
  function sweep(): void {
    sweptIn = run
    for (const [manner, entries] of manners) {
      for (const [itemId, { usedIn }] of entries) {
        if (held <= size * 0.75) return
        if (usedIn !== run) drop(entries, itemId)
      }
      if (entries.size === 0 && entries !== kept) manners.delete(manner)
    }
  }

  return {
    begin(manner) {
      run++
      kept = manners.get(manner) ?? new Map()
      manners.set(manner, kept)
    },
    find(itemId, item) {
      const found = kept.get(itemId)
      if (found === undefined || !isSameItem(found.entry.item, item)) return undefined
      found.usedIn = run
      return found.entry
    },
    keep(entry) {
      const { id } = entry.item
      drop(kept, id)
      if (held + entry.text.length > size && sweptIn !== run) sweep()
      if (held + entry.text.length > size) return entry
      const isFrozen = isFrozenData(entry.item)
      const item = isFrozen ? entry.item : copyOf(entry.item)
      const own = { ...entry, item, isFrozen }
      kept.set(id, { entry: own, usedIn: run })
      held += entry.text.length
      return own
    },
    get size() {
      return held
    },
  }
}

/** A known item is either frozen all through or a copy that nobody else has. */
function isSameItem(known: AgendaItem, item: unknown): boolean {
  if (known === item) return true
  if (typeof item !== 'object' || item === null || !('status' in item)) return false
  return isSameStatus(known.status, item.status) && isSameRecord(known, item, 'status')
}

/** Open items are written alike, whether upcoming, due or overdue. */
export function isSameStatus(known: AgendaStatus, status: unknown): boolean {
  return known === status || (isOpen(known) && isOpen(status))
}

function isOpen(status: unknown): boolean {
  return status === 'upcoming' || status === 'due' || status === 'overdue'
}

/** Deep equality of JSON data. */
function isSameData(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  return isSameRecord(a, b)
}

type Fields = object & { readonly [name: string]: unknown }

/** Counts with `in` instead of making lists of names: an export compares every item it is given. */
function isSameRecord(a: object, b: object, aside?: string): boolean {
  const [known, given] = [a as Fields, b as Fields]
  let surplus = 0
  for (const name in given) if (Object.hasOwn(given, name)) surplus++
  for (const name in known) {
    if (name !== aside && !isSameData(known[name], given[name])) return false
    surplus--
  }
  return surplus === 0
}

/** Whether nobody can change the data any more. */
export function isFrozenData(data: unknown): boolean {
  if (typeof data !== 'object' || data === null) return true
  return Object.isFrozen(data) && Object.values(data).every(isFrozenData)
}

/** Hosts may change their objects in place; what was written must not change with them. */
function copyOf<Data>(data: Data): Data {
  if (typeof data !== 'object' || data === null) return data
  if (Array.isArray(data)) return data.map(copyOf) as Data
  const copy: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(data)) copy[name] = copyOf(value)
  return copy as Data
}
