import { instantMs } from './instant.ts'
import { dayMs, localMs, resolveMs } from './wall-time.ts'
import { zoneOffsetMs } from './zone.ts'

/**
 * Where a search starts: a wall time in the zone (`YYYY-MM-DDTHH:mm`, resolved `compatible`), or
 * an instant, which stays exact in the hour that clocks show twice.
 */
export type Anchor =
  | { readonly local: string; readonly instant?: never }
  | { readonly instant: string; readonly local?: never }

/** The anchor in milliseconds since 1970. */
export function anchorMs(anchor: Anchor, zone: string): number {
  return anchor.instant === undefined
    ? resolveMs(localMs(anchor.local), zone)
    : instantMs(anchor.instant)
}

/** The epoch day that people in `zone` have at an instant, given in milliseconds since 1970. */
export function localDay(ms: number, zone: string): number {
  return Math.floor((ms + zoneOffsetMs(zone, ms)) / dayMs)
}
