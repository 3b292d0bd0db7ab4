import type { ErrorData } from '../error-data.ts'

/** Where a plugin stands. */
export type PluginState =
  /** Known, but something that it needs is not there yet. */
  | { readonly status: 'registered' }
  /** Everything that it needs is known; its code is not loaded. */
  | { readonly status: 'resolved' }
  /** `since`: milliseconds since 1970. */
  | { readonly status: 'activating'; readonly since: number; readonly event: string }
  | { readonly status: 'active'; readonly since: number }
  | { readonly status: 'deactivating'; readonly since: number }
  /** Was active and was stopped in order. */
  | { readonly status: 'inactive' }
  /** Only `retry`, a reload or a changed setting leads out of it. `restartAt`: the host will try by itself. */
  | { readonly status: 'failed'; readonly error: ErrorData; readonly restartAt?: number }
  /** Crashed too often. `until`: milliseconds since 1970, or `null` until `release`. */
  | { readonly status: 'quarantined'; readonly until: number | null; readonly crashes: number }

/** Name of a state. */
export type PluginStatus = PluginState['status']

/** A plugin went from one state to another. */
export interface StateChange {
  readonly pluginId: string
  readonly from: PluginState
  readonly to: PluginState
  /** Milliseconds since 1970. */
  readonly at: number
}

/** Whether a plugin in this state can be activated by an event. */
export function canActivate(state: PluginState): boolean {
  switch (state.status) {
    case 'registered':
    case 'resolved':
    case 'inactive':
      return true
    case 'activating':
    case 'active':
    case 'deactivating':
    case 'failed':
    case 'quarantined':
      return false
  }
}
