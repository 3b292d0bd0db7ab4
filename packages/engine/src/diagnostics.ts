/** How an engine is doing, for a status page. */
export interface Diagnostics {
  /** Name of the engine, such as `memory` or `sqlite`. */
  readonly engine: string
  readonly lifecycles: number
  /** Lifecycles whose wake-up is due but has not been taken. */
  readonly overdue: number
  /** The earliest wake-up, or `null`. ISO, UTC. */
  readonly nextWakeAt: string | null
  /** Effects that wait for their delivery. */
  readonly undelivered: number
  readonly deadLetters: number
  readonly failures: number
  /** Facts of the engine's own, such as a file and its size. */
  readonly store: Readonly<Record<string, string | number | boolean | null>>
}
