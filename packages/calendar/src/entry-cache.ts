import type { AgendaItem, AgendaStatus } from '@afterview/core'
import type { HostText } from './host-text.ts'
import type { CalendarProblem } from './problem.ts'
import type { YearSpan } from './vtimezone.ts'

/** One written entry with everything that it was written from. */
export interface WrittenEntry {
  readonly item: AgendaItem
  readonly host: HostText
  readonly text: string
  readonly problems: readonly CalendarProblem[]
  /** By which the entries of a document are sorted. */
  readonly startMs: number
  /** DTSTAMP. */
  readonly changedMs: number
  /** The zone that the document must describe, with the years of this entry. */
  readonly zone?: YearSpan & { readonly name: string }
}

/**
 * Keeps the text of entries until their item changes. What counts is the item's whole content, not
 * its revision alone, so a wrong revision never brings back an old text. Holds at most `size`
 * characters; entries of the export that is running are never pushed out by each other. Within an
 * export, every `find` comes before the first `keep`.
 */
export interface EntryCache {
  /** Begins an export: what it uses stays, older entries may go. */
  begin(): void
  /** The entry kept under a key, if it was written from the same item. */
  find(key: string, item: unknown): WrittenEntry | undefined
  /** Keeps an entry with a copy of its item, and returns it. */
  keep(key: string, entry: WrittenEntry): WrittenEntry
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
  const kept = new Map<string, Kept>()
  let [held, run, sweptIn] = [0, 0, 0]

  function drop(key: string): void {
    held -= kept.get(key)?.entry.text.length ?? 0
    kept.delete(key)
  }

  /** Once in an export, what it did not use goes, first in first out, until a quarter is free. */
  function sweep(): void {
    sweptIn = run
    for (const [key, { usedIn }] of kept) {
      if (held <= size * 0.75) return
      if (usedIn !== run) drop(key)
    }
  }

  return {
    begin() {
      run++
    },
    find(key, item) {
      const found = kept.get(key)
      if (found === undefined || !isSameItem(found.entry.item, item)) return undefined
      found.usedIn = run
      return found.entry
    },
    keep(key, entry) {
      drop(key)
      if (held + entry.text.length > size && sweptIn !== run) sweep()
      if (held + entry.text.length <= size) {
        kept.set(key, { entry: { ...entry, item: copyOf(entry.item) }, usedIn: run })
        held += entry.text.length
      }
      return entry
    },
    get size() {
      return held
    },
  }
}

function isSameItem(known: AgendaItem, item: unknown): boolean {
  if (typeof item !== 'object' || item === null || !('status' in item)) return false
  return isSameStatus(known.status, item.status) && isSameRecord(known, item, 'status')
}

/** Open items are written alike, whether upcoming, due or overdue. */
function isSameStatus(known: AgendaStatus, status: unknown): boolean {
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

/** Hosts may change their objects in place; what was written must not change with them. */
function copyOf<Data>(data: Data): Data {
  if (typeof data !== 'object' || data === null) return data
  if (Array.isArray(data)) return data.map(copyOf) as Data
  const copy: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(data)) copy[name] = copyOf(value)
  return copy as Data
}
