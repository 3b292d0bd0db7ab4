import type { WrittenEntry } from './entry-cache.ts'

/** Puts entries in the order of a document: by start, then by id, however they are listed. */
export type EntryOrder = (entries: readonly WrittenEntry[]) => readonly WrittenEntry[]

/**
 * Creates the order of one calendar. It remembers the last order as places, and follows it again
 * where every start and id stands where it stood.
 */
export function createEntryOrder(): EntryOrder {
  let last: readonly SortKey[] = []
  let places: readonly number[] = []
  return (entries) => {
    if (!isSameKeys(last, entries)) {
      last = entries.map(({ startMs, item }) => ({ startMs, id: item.id }))
      places = sortedPlaces(last)
    }
    return places.flatMap((place) => entries[place] ?? [])
  }
}

interface SortKey {
  readonly startMs: number
  readonly id: string
}

function isSameKeys(keys: readonly SortKey[], entries: readonly WrittenEntry[]): boolean {
  if (keys.length !== entries.length) return false
  return entries.every(({ startMs, item }, index) => {
    const key = keys[index]
    return key !== undefined && key.startMs === startMs && key.id === item.id
  })
}

function sortedPlaces(keys: readonly SortKey[]): readonly number[] {
  const placed = keys.map((key, place) => ({ ...key, place }))
  placed.sort((a, b) => a.startMs - b.startMs || (a.id < b.id ? -1 : 1))
  return placed.map(({ place }) => place)
}
