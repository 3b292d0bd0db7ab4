import type { ErrorData } from '../error-data.ts'

/** How one activation went. Times in milliseconds. */
export interface ActivationReport {
  readonly pluginId: string
  /** The event, or `activate` or `retry`, that asked first. */
  readonly event: string
  readonly outcome: 'active' | 'failed'
  /** Present when it failed; its `cause` leads to the first failure. */
  readonly error?: ErrorData
  /** Milliseconds since 1970. */
  readonly startedAt: number
  /** Until its dependencies were active. */
  readonly dependenciesMs: number
  /** Until the place in which it runs was ready. */
  readonly placeMs: number
  /** Until its module was evaluated. */
  readonly loadMs: number
  /** Until `activate` returned. */
  readonly callMs: number
  /** From then until its promise was settled. */
  readonly awaitMs: number
  readonly totalMs: number
  /** Declared handlers that `activate` did not register, as `kind:id`. */
  readonly unregistered: readonly string[]
}

/** What became of the plugins that an event concerns. */
export interface EventReport {
  readonly event: string
  /** One for each plugin that declares the event. */
  readonly plugins: readonly PluginOutcome[]
}

/** Where a plugin stands after an event. */
export interface PluginOutcome {
  readonly pluginId: string
  readonly isActive: boolean
  readonly error?: ErrorData
}
