import type { Effect } from '@afterview/core'
import type { Failure } from './failure.ts'
import type { HistoryEntry } from './history-entry.ts'

/** An effect that has not been performed. */
export interface ExportedEffect {
  readonly effect: Effect
  readonly status: 'waiting' | 'dead'
  readonly attempts: number
}

/** Everything that is stored about one application, as plain JSON. */
export interface ExportedApplication {
  readonly format: 'afterview-application'
  readonly version: 1
  readonly applicationId: string
  /** Instant (ISO, UTC) of the export. */
  readonly exportedAt: string
  readonly beganAt: string
  readonly changedAt: string
  /** As stored, even where this version cannot read it. */
  readonly snapshot: unknown
  readonly history: readonly HistoryEntry[]
  readonly effects: readonly ExportedEffect[]
  readonly failure: Failure | null
}
