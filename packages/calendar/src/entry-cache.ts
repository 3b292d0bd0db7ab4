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
 * characters; entries of the export that is running are never pushed out by each other.
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

/** Room for about 15,000 usual entries. */
export const defaultCacheSize = 16_000_000

/** A cache of at most `size` characters. 0 keeps nothing. */
export function createEntryCache(size: number): EntryCache {
  const kept = new Map<string, Kept>()
  let [held, run] = [0, 0]

  function drop(key: string): void {
    held -= kept.get(key)?.entry.text.length ?? 0
    kept.delete(key)
  }

  /** The map's order is that of last use, so the first one is the oldest. */
  function makeRoom(length: number): boolean {
    for (const [key, { usedIn }] of kept) {
      if (held + length <= size) break
      if (usedIn === run) return false
      drop(key)
    }
    return held + length <= size
  }

  return {
    begin() {
      run++
    },
    find(key, item) {
      const found = kept.get(key)
      if (found === undefined || !isSameItem(found.entry.item, item)) return undefined
      if (found.usedIn !== run) {
        found.usedIn = run
        kept.delete(key)
        kept.set(key, found)
      }
      return found.entry
    },
    keep(key, entry) {
      drop(key)
      if (makeRoom(entry.text.length)) {
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

function isSameRecord(a: object, b: object, aside?: string): boolean {
  const [known, given] = [a as Fields, b as Fields]
  const names = Object.keys(known)
  if (names.length !== Object.keys(given).length) return false
  return names.every((name) => name === aside || isSameData(known[name], given[name]))
}

/** Hosts may change their objects in place; what was written must not change with them. */
function copyOf<Data>(data: Data): Data {
  if (typeof data !== 'object' || data === null) return data
  if (Array.isArray(data)) return data.map(copyOf) as Data
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => [name, copyOf(value)]),
  ) as Data
}
