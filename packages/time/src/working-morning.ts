import { instantFromMs } from './instant.ts'
import { dayMs, localMs, resolveMs, timeOfDayMs } from './wall-time.ts'
import { firstOverDays, isLived, type RestDays, workingDays } from './working-days.ts'

/**
 * The first instant, at or after a wall time, that is `at` (`HH:mm`) on a working day of the zone.
 * Before `at` on a working day that is the same day. Wall times are resolved `compatible`.
 */
export function nextWorkingMorning(
  input: RestDays & { readonly local: string; readonly zone: string; readonly at: string },
): string {
  const { zone } = input
  const local = localMs(input.local)
  const from = resolveMs(local, zone)
  const at = timeOfDayMs(input.at)
  const isWorked = workingDays(input)
  const found = firstOverDays(Math.floor(local / dayMs), (day) => {
    const morning = resolveMs(day * dayMs + at, zone)
    return morning >= from && isWorked(day) && isLived(day, zone) ? morning : null
  })
  return instantFromMs(found)
}
