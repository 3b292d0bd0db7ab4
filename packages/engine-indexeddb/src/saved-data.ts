import type { Effect } from '@afterview/core'
import type { ExportedApplication } from '@afterview/engine'

/** The present version of {@link SavedData}. */
export const SAVED_DATA_VERSION = 1

/** Everything that a database holds, as one piece of plain JSON. */
export interface SavedData {
  readonly format: 'afterview-data'
  readonly version: typeof SAVED_DATA_VERSION
  /** Instant (ISO, UTC) of the export. */
  readonly exportedAt: string
  /** In the order of their ids. */
  readonly applications: readonly SavedApplication[]
}

/** Everything about one application. */
export interface SavedApplication extends Pick<
  ExportedApplication,
  'applicationId' | 'beganAt' | 'changedAt' | 'snapshot' | 'history' | 'failure'
> {
  readonly effects: readonly SavedEffect[]
}

/** An effect that has not been delivered. Instants are ISO, UTC. */
export interface SavedEffect {
  readonly effect: Effect
  readonly attempts: number
  /** Names of the handlers that have performed it. */
  readonly performedBy: readonly string[]
  /** When it is due; `null` when it is dead. */
  readonly dueAt: string | null
  /** What became of it, when it is dead. */
  readonly death: { readonly at: string; readonly error: string } | null
}
