import type { HistoryEntry } from '@afterview/engine'
import type { Tables } from './database.ts'
import { answerOf } from './request.ts'

interface HistoryRow {
  readonly lifecycle: number
  readonly revision: number
  /** JSON. */
  readonly entry: string
}

/** An entry whose text is ready: nothing can fail on it any more. */
export interface EntryText {
  readonly revision: number
  readonly entry: string
}

/** The text of entries. Throws what JSON cannot hold. */
export function entryTexts(entries: readonly HistoryEntry[]): readonly EntryText[] {
  return entries.map((entry) => ({ revision: entry.revision, entry: JSON.stringify(entry) }))
}

/** Adds entries to the history of a lifecycle. */
export async function addEntries(
  { histories }: Tables,
  lifecycle: number,
  entries: readonly EntryText[],
): Promise<void> {
  await Promise.all(entries.map((entry) => answerOf(histories.add({ lifecycle, ...entry }))))
}

/** The history of a lifecycle, in the order of the revisions. */
export async function entriesOf(
  { histories }: Tables,
  lifecycle: number,
): Promise<readonly HistoryEntry[]> {
  const rows: readonly HistoryRow[] = await answerOf(histories.getAll(allOf(lifecycle)))
  return rows.map(({ entry }) => JSON.parse(entry) as HistoryEntry)
}

/** Deletes the history of a lifecycle. */
export async function deleteEntries({ histories }: Tables, lifecycle: number): Promise<void> {
  await answerOf(histories.delete(allOf(lifecycle)))
}

function allOf(lifecycle: number): IDBKeyRange {
  return IDBKeyRange.bound([lifecycle], [lifecycle, []])
}
