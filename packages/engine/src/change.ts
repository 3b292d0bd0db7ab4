import type { Effect, Snapshot } from '@afterview/core'
import type { HistoryEntry } from './history-entry.ts'

/** A lifecycle was written: it began, took an event, woke, or had its dates computed anew. */
export interface WrittenChange {
  readonly type: 'began' | 'recorded' | 'woke' | 'renewed'
  readonly applicationId: string
  /** `null` when it began. */
  readonly before: Snapshot | null
  readonly snapshot: Snapshot
  /** Everything that this one durable write added to the history, oldest first. */
  readonly entries: readonly HistoryEntry[]
  readonly effects: readonly Effect[]
}

/** Everything about an application was deleted. */
export interface ErasedChange {
  readonly type: 'erased'
  readonly applicationId: string
}

/** What a subscriber hears, after it is durable. */
export type Change = WrittenChange | ErasedChange

/** Hears changes. What it throws is reported and stops nobody. */
export type ChangeListener = (change: Change) => void
