/** How the waits between tries grow. */
export interface Backoff {
  /** Wait after the first failure, in ms; each further one doubles it. */
  readonly firstDelay: number
  /** The longest wait, in ms. */
  readonly longestDelay: number
}

/** How long to wait, in ms, after `failures` failures in a row (from 1). */
export function backoffDelay(backoff: Backoff, failures: number): number {
  return Math.min(backoff.firstDelay * 2 ** (failures - 1), backoff.longestDelay)
}
