import { type Anchor, anchorMs, localDay } from './anchor.ts'
import { instantFromMs } from './instant.ts'
import { dayMs, resolveMs, timeOfDayMs } from './wall-time.ts'
import { firstOverDays, isLived, type RestDays, workingDays } from './working-days.ts'

/**
 * The first instant, at or after the anchor, that is `at` (`HH:mm`) on a working day of the zone.
 * Before `at` on a working day that is the same day. Wall times are resolved `compatible`.
 */
export function nextWorkingMorning(
  input: Anchor & RestDays & { readonly zone: string; readonly at: string },
): string {
  const { zone } = input
  const from = anchorMs(input, zone)
  const at = timeOfDayMs(input.at)
  const isWorked = workingDays(input)
  const found = firstOverDays(localDay(from, zone), (day) => {
    const morning = resolveMs(day * dayMs + at, zone)
    return morning >= from && isWorked(day) && isLived(day, zone) ? morning : null
  })
  return instantFromMs(found)
}
