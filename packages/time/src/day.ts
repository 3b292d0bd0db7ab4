import { dayNumber } from './calendar-date.ts'
import { instantFromMs } from './instant.ts'
import { candidates, dayMs, isShownAt } from './wall-time.ts'
import { zoneOffsetMs } from './zone.ts'

/** A calendar day as the people of a zone live it. */
export interface ZonedDay {
  /** `YYYY-MM-DD`. */
  readonly date: string
  /** IANA zone. */
  readonly zone: string
}

/**
 * The first instant of a local day. Not always midnight: in Cairo some days begin at 01:00. A day
 * that a zone left out (Samoa, 2011-12-30) begins and ends at the same instant.
 */
export function startOfDay({ date, zone }: ZonedDay): string {
  return instantFromMs(startOfDayMs(dayNumber(date), zone))
}

/**
 * The first instant that no longer belongs to a local day: the start of the next one. Days last
 * 23, 24 or 25 hours, now and then something else, so "until 23:59:59" is never right.
 */
export function endOfDayExclusive({ date, zone }: ZonedDay): string {
  return instantFromMs(startOfDayMs(dayNumber(date) + 1, zone))
}

/** {@link startOfDay} on numbers: epoch day in, milliseconds since 1970 out. */
export function startOfDayMs(day: number, zone: string): number {
  const midnight = day * dayMs
  const { earlier, later } = candidates(midnight, zone)
  if (isShownAt(midnight, zone, earlier)) return earlier
  if (isShownAt(midnight, zone, later)) return later
  return changeBetween(earlier, later, zone)
}

/** The instant in (`low`, `high`] from which the zone has the offset of `high`. One change lies between. */
function changeBetween(low: number, high: number, zone: string): number {
  const after = zoneOffsetMs(zone, high)
  let [before, from] = [low, high]
  while (from - before > 1) {
    const middle = Math.floor((before + from) / 2)
    if (zoneOffsetMs(zone, middle) === after) from = middle
    else before = middle
  }
  return from
}
