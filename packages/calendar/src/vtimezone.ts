import { instantFromMs, localDateTime, requireZone } from '@afterview/time'
import { contentLine } from './content-line.ts'

/** The years, inclusive, in which a calendar has times of a zone. */
export interface YearSpan {
  readonly from: number
  readonly until: number
}

/**
 * The VTIMEZONE of an IANA zone, with CRLFs, made from the offsets that the runtime knows. Right
 * from the year before `years` to the year after. Where the zone changes its clocks by the same
 * rule every year it is two yearly rules with BYDAY anchored in 1970, the only form that Outlook
 * takes; otherwise one observance per change. Never RDATE. Throws the errors of `requireZone`.
 */
export function vtimezone(zone: string, years: YearSpan): string {
  requireZone(zone)
  const fromYear = Math.max(years.from - 1, 1970)
  const far = changesIn(zone, fromYear, years.until + farYears)
  const near = far.filter(({ at }) => at < yearStart(years.until + 2))
  const rules = yearlyRules(far, fromYear) ?? yearlyRules(near, fromYear)
  const observances = rules ?? [opening(zone, near, fromYear), ...near.map(once)]
  return [
    contentLine('BEGIN:VTIMEZONE'),
    contentLine(`TZID:${zone}`),
    contentLine(`X-LIC-LOCATION:${zone}`),
    ...observances.map(observanceText),
    contentLine('END:VTIMEZONE'),
  ].join('')
}

/** A moment at which clocks change. Offsets in minutes ahead of UTC. */
interface Change {
  readonly at: number
  readonly from: number
  readonly to: number
}

/** One STANDARD or DAYLIGHT component. */
interface Observance {
  readonly isDaylight: boolean
  /** `YYYY-MM-DDTHH:mm` on the clocks before the change. */
  readonly start: string
  readonly from: number
  readonly to: number
  readonly rule?: string
}

const minuteMs = 60_000
const dayMs = 86_400_000

/** A rule that also holds for years to come is preferred, since clients look ahead. */
const farYears = 5

/** Shorter than the shortest time between two changes that is still to come: Ramadan in Morocco. */
const stepMs = 10 * dayMs

function changesIn(zone: string, fromYear: number, untilYear: number): readonly Change[] {
  const end = yearStart(untilYear + 1)
  const changes: Change[] = []
  let low = yearStart(fromYear)
  let offset = offsetAt(zone, low)
  while (low < end) {
    const high = Math.min(low + stepMs, end)
    const next = offsetAt(zone, high)
    if (next !== offset)
      changes.push({ at: changeBetween(zone, low, high), from: offset, to: next })
    ;[low, offset] = [high, next]
  }
  return changes
}

/** The years of the zone data: outside of them nothing is known. */
function yearStart(year: number): number {
  return Date.UTC(Math.min(Math.max(year, 1970), 2199), 0, 1)
}

/** The first instant of the later offset, to the minute. */
function changeBetween(zone: string, low: number, high: number): number {
  const after = offsetAt(zone, high)
  let [before, found] = [low, high]
  while (found - before > minuteMs) {
    const middle = Math.floor((before + found) / 2 / minuteMs) * minuteMs
    if (offsetAt(zone, middle) === after) found = middle
    else before = middle
  }
  return found
}

function offsetAt(zone: string, ms: number): number {
  return (Date.parse(`${localDateTime(instantFromMs(ms), zone)}Z`) - ms) / minuteMs
}

/** Where the place of a change in its month is the same in every year, its rule; else `null`. */
function yearlyRules(changes: readonly Change[], fromYear: number): readonly Observance[] | null {
  const first = changes[0]
  if (first === undefined) return null
  const years = new Set(changes.map((change) => localDay(change).getUTCFullYear()))
  if (changes.length !== years.size * 2 || Math.min(...years) !== fromYear) return null
  const [toFirst, toOther] = [0, 1].map((turn) => changes.filter((_, i) => i % 2 === turn))
  const rules = [yearlyRule(toFirst ?? []), yearlyRule(toOther ?? [])]
  return rules.every((rule) => rule !== null) ? rules : null
}

function yearlyRule(changes: readonly Change[]): Observance | null {
  const [first, ...others] = changes
  if (first === undefined) return null
  const place = placeInMonth(first)
  if (!others.every((other) => isAlike(other, first) && isSamePlace(placeInMonth(other), place))) {
    return null
  }
  const ordinal = sharedOrdinal(changes)
  if (ordinal === null) return null
  return {
    isDaylight: first.to > first.from,
    start: `${nthWeekday(1970, place.month, place.weekday, ordinal)}T${place.time}`,
    from: first.from,
    to: first.to,
    rule: `FREQ=YEARLY;BYMONTH=${place.month};BYDAY=${ordinal}${weekdayNames[place.weekday]}`,
  }
}

const weekdayNames = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA']

interface MonthPlace {
  /** 1–12. */
  readonly month: number
  /** 0 = Sunday. */
  readonly weekday: number
  readonly time: string
}

function placeInMonth(change: Change): MonthPlace {
  const day = localDay(change)
  return {
    month: day.getUTCMonth() + 1,
    weekday: day.getUTCDay(),
    time: day.toISOString().slice(11, 16),
  }
}

function isSamePlace(a: MonthPlace, b: MonthPlace): boolean {
  return a.month === b.month && a.weekday === b.weekday && a.time === b.time
}

function isAlike(a: Change, b: Change): boolean {
  return a.from === b.from && a.to === b.to
}

/** `-1` where every change is on the last such weekday of its month, else the same `1`–`4`, else `null`. */
function sharedOrdinal(changes: readonly Change[]): number | null {
  if (changes.every((change) => ordinals(change).includes(-1))) return -1
  const first = ordinals(changes[0] ?? { at: 0, from: 0, to: 0 })[0] ?? 0
  return changes.every((change) => ordinals(change)[0] === first) && first < 5 ? first : null
}

/** Which such weekday of its month the change is on, counted from the start; and `-1` if it is the last. */
function ordinals(change: Change): readonly number[] {
  const day = localDay(change)
  const date = day.getUTCDate()
  const length = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 0)).getUTCDate()
  const fromStart = Math.ceil(date / 7)
  return date + 7 > length ? [fromStart, -1] : [fromStart]
}

/** The change as the clocks before it showed it, in the UTC fields of a date. */
function localDay(change: Change): Date {
  return new Date(change.at + change.from * minuteMs)
}

function nthWeekday(year: number, month: number, weekday: number, ordinal: number): string {
  const first = new Date(Date.UTC(year, month - 1, 1))
  const last = new Date(Date.UTC(year, month, 0))
  const date =
    ordinal === -1
      ? last.getUTCDate() - ((last.getUTCDay() - weekday + 7) % 7)
      : 1 + ((weekday - first.getUTCDay() + 7) % 7) + (ordinal - 1) * 7
  return new Date(Date.UTC(year, month - 1, date)).toISOString().slice(0, 10)
}

/** What holds before the first change that is listed. */
function opening(zone: string, changes: readonly Change[], fromYear: number): Observance {
  const offset = changes[0]?.from ?? offsetAt(zone, yearStart(fromYear))
  const isDaylight = (changes[0]?.to ?? offset) < offset
  return { isDaylight, start: '1970-01-01T00:00', from: offset, to: offset }
}

function once(change: Change): Observance {
  return {
    isDaylight: change.to > change.from,
    start: localDay(change).toISOString().slice(0, 16),
    from: change.from,
    to: change.to,
  }
}

function observanceText({ isDaylight, start, from, to, rule }: Observance): string {
  const name = isDaylight ? 'DAYLIGHT' : 'STANDARD'
  return [
    contentLine(`BEGIN:${name}`),
    contentLine(`DTSTART:${start.replaceAll(/[-:]/g, '')}00`),
    rule === undefined ? '' : contentLine(`RRULE:${rule}`),
    contentLine(`TZOFFSETFROM:${offsetText(from)}`),
    contentLine(`TZOFFSETTO:${offsetText(to)}`),
    contentLine(`END:${name}`),
  ].join('')
}

function offsetText(minutes: number): string {
  const length = Math.abs(minutes)
  const [hours, rest] = [Math.floor(length / 60), length % 60]
  return `${minutes < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}${String(rest).padStart(2, '0')}`
}
