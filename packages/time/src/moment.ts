import { requireDate } from './calendar-date.ts'
import { endOfDayExclusive, startOfDay } from './day.ts'
import { parseInstant } from './instant.ts'
import { localDate, localMs, toInstant } from './wall-time.ts'

/** A point of absolute time: `at` is an ISO 8601 instant in UTC, such as `2026-11-25T14:30:00Z`. */
export interface InstantMoment {
  readonly kind: 'instant'
  readonly at: string
}

/**
 * A clock time that a person chose: `local` (`YYYY-MM-DDTHH:mm`) on the clocks of `zone` (IANA).
 * The instant is computed when it is needed, so newer zone data heals an old record.
 */
export interface WallMoment {
  readonly kind: 'wall'
  readonly local: string
  readonly zone: string
}

/** A whole calendar day, `date` (`YYYY-MM-DD`), as the people in `zone` (IANA) live it. */
export interface DayMoment {
  readonly kind: 'day'
  readonly date: string
  readonly zone: string
}

/** When something is: an instant, a wall time with its zone, or a whole day. */
export type Moment = InstantMoment | WallMoment | DayMoment

/**
 * The instant (ISO, UTC) at which a moment begins: an instant itself, a wall time resolved
 * `compatible`, the first instant of a day.
 */
export function momentStart(moment: Moment): string {
  if (moment.kind === 'instant') return parseInstant(moment.at)
  return moment.kind === 'wall' ? toInstant(moment) : startOfDay(moment)
}

/** The instant (ISO, UTC) at which a moment is over: of a day, the start of the next; else its start. */
export function momentEnd(moment: Moment): string {
  return moment.kind === 'day' ? endOfDayExclusive(moment) : momentStart(moment)
}

/**
 * The date, `YYYY-MM-DD`, on which somebody in `zone` notes a moment. A day keeps its own date
 * in every zone: "by 4 December" is a name, not an instant.
 */
export function momentDate(moment: Moment, zone: string): string {
  if (moment.kind === 'day') return requireDate(moment.date)
  return localDate(momentStart(moment), zone)
}

/**
 * Whether two moments say the same: of one kind, and the same instant, wall time or date with the
 * same zone name. A wall time and the instant that it means today are not the same, since newer
 * zone data may part them.
 */
export function sameMoment(a: Moment, b: Moment): boolean {
  if (a.kind === 'instant') return b.kind === 'instant' && parseInstant(a.at) === parseInstant(b.at)
  if (a.kind === 'wall') return b.kind === 'wall' && a.zone === b.zone && sameLocal(a, b)
  return b.kind === 'day' && a.zone === b.zone && a.date === b.date
}

function sameLocal(a: WallMoment, b: WallMoment): boolean {
  return localMs(a.local) === localMs(b.local)
}
