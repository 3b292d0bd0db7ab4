import type { Lifecycle, Refused, Snapshot } from '@afterview/core'

/**
 * What the first of several events to be refused would be answered, without recording any;
 * `undefined` where all would be accepted. Timers that are due by then are fired first.
 */
export function rehearse(
  lifecycle: Lifecycle,
  snapshot: Snapshot,
  events: readonly object[],
  at: string,
): Refused | undefined {
  let present = lifecycle.catchUp(snapshot, at).snapshot
  for (const event of events) {
    const outcome = lifecycle.advance(present, event)
    if (!outcome.accepted) return outcome
    present = outcome.snapshot
  }
  return undefined
}
