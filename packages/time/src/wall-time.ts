import { dayNumber } from './calendar-date.ts'
import { dateText, pad } from './epoch-day.ts'
import { timeError } from './error-table.ts'
import { instantFromMs, instantMs } from './instant.ts'
import { zoneOffsetMs } from './zone.ts'

/**
 * What to do with a wall time that does not exist (a gap) or exists twice (an overlap).
 *
 * | | gap | overlap |
 * | --- | --- | --- |
 * | `compatible` | moved forward by the length of the gap | the earlier |
 * | `earlier` | moved back by the length of the gap | the earlier |
 * | `later` | moved forward by the length of the gap | the later |
 * | `reject` | error with suggestions | error with both choices |
 *
 * Deadlines use `later`, so that they are never cut short; sending uses `compatible`; a time that
 * a person types uses `reject`.
 */
export type Disambiguation = 'compatible' | 'earlier' | 'later' | 'reject'

/** A wall time, `YYYY-MM-DDTHH:mm` or with `:ss`, on the clocks of an IANA zone. */
export interface WallTime {
  readonly local: string
  readonly zone: string
  /** Default `compatible`. */
  readonly disambiguation?: Disambiguation
}

/**
 * The instant at which the clocks of a zone show a wall time. The answer depends on the arguments
 * and the zone data only, never on today's date or the process's zone. Throws `local-malformed`,
 * and under `reject` `wall-time-missing` or `wall-time-ambiguous`.
 */
export function toInstant(input: WallTime): string {
  const disambiguation = requireDisambiguation(input.disambiguation ?? 'compatible')
  return instantFromMs(resolveMs(localMs(input.local), input.zone, disambiguation))
}

/** The date, `YYYY-MM-DD`, that people in `zone` have at an instant. */
export function localDate(instant: string, zone: string): string {
  return localDateTime(instant, zone).slice(0, 10)
}

/** The time of day, `HH:mm`, that clocks in `zone` show at an instant. */
export function localTime(instant: string, zone: string): string {
  return localDateTime(instant, zone).slice(11, 16)
}

/** The wall time, `YYYY-MM-DDTHH:mm`, that clocks in `zone` show at an instant. Seconds are cut off. */
export function localDateTime(instant: string, zone: string): string {
  const ms = instantMs(instant)
  return localText(ms + zoneOffsetMs(zone, ms)).slice(0, 16)
}

/** An instant as people in `zone` read it, with seconds and offset: `2026-11-25T15:30:00+01:00`. */
export function toLocalIso(instant: string, zone: string): string {
  const ms = instantMs(instant)
  const offset = zoneOffsetMs(zone, ms)
  const fraction = ms % 1000 === 0 ? '' : `.${pad(ms % 1000, 3)}`
  return `${localText(ms + offset)}${fraction}${offsetText(offset)}`
}

/** Milliseconds of a wall time as if it were UTC; the form in which wall times are calculated. Throws `local-malformed`. */
export function localMs(local: string): number {
  const match = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)(?::(\d\d))?$/.exec(local)
  if (!match?.[1]) throw malformed(local, 'it is not YYYY-MM-DDTHH:mm')
  const [hour, minute, second] = [Number(match[2]), Number(match[3]), Number(match[4] ?? 0)]
  if (hour > 23 || minute > 59 || second > 59) throw malformed(local, 'there is no such time')
  return dayNumber(match[1]) * dayMs + (hour * 3600 + minute * 60 + second) * 1000
}

/** Milliseconds since midnight of a time of day, `HH:mm`. Throws `time-malformed`. */
export function timeOfDayMs(time: string): number {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time)
  if (!match) throw timeError('time-malformed', { text: time })
  return (Number(match[1]) * 60 + Number(match[2])) * 60_000
}

/** {@link toInstant} on numbers: `local` as from {@link localMs}, the answer in milliseconds since 1970. */
export function resolveMs(
  local: number,
  zone: string,
  disambiguation: Disambiguation = 'compatible',
): number {
  const { earlier, later } = candidates(local, zone)
  if (earlier === later) return earlier
  const isEarlier = isShownAt(local, zone, earlier)
  const isLater = isShownAt(local, zone, later)
  if (isEarlier !== isLater) return isEarlier ? earlier : later
  if (isEarlier) return inOverlap({ local, zone, earlier, later }, disambiguation)
  return inGap({ local, zone, earlier, later }, disambiguation)
}

/** Whether the clocks of `zone` show `local` at the instant `ms`. */
export function isShownAt(local: number, zone: string, ms: number): boolean {
  return ms + zoneOffsetMs(zone, ms) === local
}

/**
 * The two readings of a wall time: under the zone's offset a day before and a day after, the
 * earlier instant first. No offset exceeds a day, so the right one is among them; since 1970 no
 * zone has changed its clocks twice within two days.
 */
export function candidates(local: number, zone: string): { earlier: number; later: number } {
  const before = zoneOffsetMs(zone, local - dayMs)
  const after = zoneOffsetMs(zone, local + dayMs)
  return { earlier: local - Math.max(before, after), later: local - Math.min(before, after) }
}

/** Milliseconds of a day of 24 hours. */
export const dayMs = 86_400_000

interface Doubtful {
  readonly local: number
  readonly zone: string
  readonly earlier: number
  readonly later: number
}

function inOverlap(doubt: Doubtful, disambiguation: Disambiguation): number {
  if (disambiguation !== 'reject') return disambiguation === 'later' ? doubt.later : doubt.earlier
  throw timeError('wall-time-ambiguous', {
    local: localText(doubt.local).slice(0, 16),
    zone: doubt.zone,
    choices: [doubt.earlier, doubt.later].map((ms) => toLocalIso(instantFromMs(ms), doubt.zone)),
  })
}

function inGap(doubt: Doubtful, disambiguation: Disambiguation): number {
  if (disambiguation !== 'reject') return disambiguation === 'earlier' ? doubt.earlier : doubt.later
  throw timeError('wall-time-missing', {
    local: localText(doubt.local).slice(0, 16),
    zone: doubt.zone,
    suggestions: [doubt.later, doubt.earlier].map((ms) =>
      localDateTime(instantFromMs(ms), doubt.zone),
    ),
  })
}

/** `YYYY-MM-DDTHH:mm:ss` of a wall time in milliseconds; a fraction is cut off. */
function localText(ms: number): string {
  const seconds = Math.floor(ms / 1000)
  const day = Math.floor(seconds / 86_400)
  const rest = seconds - day * 86_400
  const [hour, minute] = [Math.floor(rest / 3600), Math.floor(rest / 60) % 60]
  return `${dateText(day)}T${pad(hour, 2)}:${pad(minute, 2)}:${pad(rest % 60, 2)}`
}

function requireDisambiguation(value: Disambiguation): Disambiguation {
  if (disambiguations.has(value)) return value
  throw timeError('disambiguation-unknown', { value })
}

const disambiguations = new Set<Disambiguation>(['compatible', 'earlier', 'later', 'reject'])

function offsetText(offset: number): string {
  const seconds = Math.abs(offset) / 1000
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  const text = `${offset < 0 ? '-' : '+'}${pad(hours, 2)}:${pad(minutes, 2)}`
  return seconds % 60 === 0 ? text : `${text}:${pad(seconds % 60, 2)}`
}

function malformed(text: string, why: string): Error {
  return timeError('local-malformed', { text, why })
}
