import { contextOf, type Snapshot } from '@afterview/core'

/** The zone in which the person of an application lives. */
export function zoneOf(snapshot: Snapshot): string {
  return contextOf(snapshot).candidate.zone
}
