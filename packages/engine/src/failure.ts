/**
 * A lifecycle that could not be carried on: its snapshot cannot be read, or the core threw.
 * It is set aside; all others go on. The next success on it removes the failure.
 */
export interface Failure {
  readonly applicationId: string
  /** The code of the error, such as `snapshot-unreadable`; `lifecycle-failed` for a foreign error. */
  readonly code: string
  readonly message: string
  /** Tries that failed in a row. */
  readonly attempts: number
  /** Instant of the first of them. ISO, UTC. */
  readonly since: string
  /** Instant of the last of them. */
  readonly lastAt: string
  /** When the poller tries again, or `null` when no timer is waiting behind it. */
  readonly retryAt: string | null
}
