import type {
  Begun,
  DeliveryResult,
  ExportedEffect,
  Failure,
  HistoryEntry,
  RecordOptions,
  RecordOutcome,
  StoredLifecycle,
} from '@afterview/engine'
import type { Snapshot, StartInput } from '@afterview/core'
import type { Claim } from './effect-row.ts'
import type { WakeUp } from './wake-up.ts'

/** What a change did beside its outcome, for whoever subscribes. */
export interface Told {
  readonly entries: readonly HistoryEntry[]
  /** Given only when it was asked for. */
  readonly before: Snapshot | null
}

/** An event on its way to its application. */
export interface SentEvent extends RecordOptions {
  /** Missing for one that JSON cannot hold. */
  readonly event?: unknown
  /** Whether to tell the snapshot before it. */
  readonly isTold: boolean
}

/** Everything that is stored about one application. */
export interface Dossier {
  readonly stored: StoredLifecycle
  readonly history: readonly HistoryEntry[]
  readonly effects: readonly ExportedEffect[]
  readonly failure: Failure | null
}

/** What the handlers of the virtual object of applications take and give. */
export interface ApplicationHandlers {
  begin(input: StartInput): Begun & { readonly told: Told | null }
  record(sent: SentEvent): { readonly outcome: RecordOutcome; readonly told: Told | null }
  wake(wakeUp: WakeUp): boolean
  renew(isTold: boolean): {
    readonly result: 'renewed' | 'same' | 'failed'
    readonly snapshot: Snapshot | null
    readonly told: Told | null
  }
  retry(nothing: null): boolean
  erase(nothing: null): boolean
  claim(key: string): Claim
  settle(result: DeliveryResult): null
  redeliver(key: string): boolean
  load(nothing: null): StoredLifecycle | null
  history(nothing: null): readonly HistoryEntry[] | null
  dossier(nothing: null): Dossier | null
}
