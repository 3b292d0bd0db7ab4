import { addCalendarDays, addCalendarMonths } from './calendar-date.ts'
import { timeError } from './error-table.ts'
import { instantFromMs, instantMs } from './instant.ts'
import {
  type Disambiguation,
  localDate,
  timeOfDayMs,
  toInstant,
  type WallTime,
} from './wall-time.ts'

/**
 * The instant `hours` elapsed hours after a wall time, fractions and negative numbers included.
 * Over a clock change this is another time of day: 24 hours is not "tomorrow at this time".
 */
export function addHours(input: WallTime & { readonly hours: number }): string {
  if (!Number.isFinite(input.hours)) {
    throw timeError('count-malformed', { name: 'hours', value: input.hours })
  }
  return instantFromMs(instantMs(toInstant(input)) + Math.round(input.hours * 3_600_000))
}

/**
 * The same wall time `days` calendar days later, or earlier where negative. Resolved once, at the
 * end: only the last day's clock change counts.
 */
export function addDays(input: WallTime & { readonly days: number }): string {
  return toInstant({ ...input, local: onDate(input.local, (d) => addCalendarDays(d, input.days)) })
}

/**
 * The same wall time `months` calendar months later, or earlier where negative, on the month's
 * last day where it is shorter. Count from the anchor, not step by step: 31 January plus two
 * months is 31 March, plus one and one is 28 March.
 */
export function addMonths(input: WallTime & { readonly months: number }): string {
  const local = onDate(input.local, (date) => addCalendarMonths(date, input.months))
  return toInstant({ ...input, local })
}

/** `at` (`HH:mm`) on the day after the one that people in `zone` have at `instant`. */
export function tomorrowAt(input: {
  readonly instant: string
  readonly zone: string
  readonly at: string
  /** Default `compatible`. */
  readonly disambiguation?: Disambiguation
}): string {
  timeOfDayMs(input.at)
  const tomorrow = addCalendarDays(localDate(input.instant, input.zone), 1)
  return toInstant({ ...input, local: `${tomorrow}T${input.at}` })
}

function onDate(local: string, step: (date: string) => string): string {
  return `${step(local.slice(0, 10))}${local.slice(10)}`
}
