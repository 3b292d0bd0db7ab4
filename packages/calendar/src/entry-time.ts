import type { AgendaItem } from '@afterview/core'
import {
  addCalendarDays,
  instantFromMs,
  instantMs,
  localDateTime,
  type Moment,
  momentStart,
  requireDate,
  toInstant,
} from '@afterview/time'
import { type Finding, finding } from './problem.ts'

/** When an entry is, in one of the three forms that every client reads the same. */
export type EntryTime = UtcTime | ZonedTime | WholeDay

/** Absolute time: deadlines, and wall times that a client could take for another hour. */
export interface UtcTime {
  readonly form: 'utc'
  /** Milliseconds since 1970. */
  readonly startMs: number
  readonly endMs: number
}

/** Clock time in a zone; the calendar needs a VTIMEZONE for it. */
export interface ZonedTime {
  readonly form: 'zoned'
  readonly zone: string
  /** `YYYY-MM-DDTHH:mm` on the clocks of `zone`. */
  readonly start: string
  readonly end: string
  readonly startMs: number
  readonly endMs: number
}

/** A whole day, in whatever zone it is read. */
export interface WholeDay {
  readonly form: 'day'
  /** `YYYY-MM-DD`. */
  readonly date: string
  /** The day after: DTEND is exclusive. */
  readonly next: string
}

/** A time with what was found on the way to it. */
export interface TimeReading {
  readonly time: EntryTime
  readonly findings: readonly Finding[]
}

/** Length of a deadline's entry: long enough to be seen in a week view, short enough to hide nothing. */
export const deadlineMinutes = 15

/** Length of an interview whose end is not known. */
export const interviewMinutes = 60

/**
 * When an item stands in a calendar. Deadlines: a short entry in UTC that starts at the due time.
 * Interviews: from `window.from` (or `due`) to `window.until`, on the clocks of their zone, or in
 * UTC where one of these times happens twice. Whole days stay whole days.
 * Throws the errors of `@afterview/time` for times, dates and zones that do not exist.
 */
export function entryTime(item: AgendaItem): TimeReading {
  return item.kind === 'interview' ? interviewTime(item) : deadlineTime(item.due)
}

function deadlineTime(due: Moment): TimeReading {
  if (due.kind === 'day') return reading(wholeDay(due.date))
  const startMs = wholeSecond(instantMs(momentStart(due)))
  const time: EntryTime = { form: 'utc', startMs, endMs: startMs + deadlineMinutes * 60_000 }
  return reading(time, skippedTime(due))
}

function interviewTime({ due, window }: AgendaItem): TimeReading {
  const start = window?.from ?? due
  if (start.kind === 'day') return reading(wholeDay(start.date))
  const startMs = wholeSecond(instantMs(momentStart(start)))
  const statedEnd = window === undefined ? undefined : endMsOf(window.until)
  const isBackwards = statedEnd !== undefined && statedEnd <= startMs
  const endMs =
    statedEnd === undefined || isBackwards ? startMs + interviewMinutes * 60_000 : statedEnd
  const zone = start.kind === 'wall' ? start.zone : due.kind === 'wall' ? due.zone : undefined
  return reading(
    zone === undefined ? { form: 'utc', startMs, endMs } : onClocksOf(zone, startMs, endMs),
    skippedTime(start),
    isBackwards ? finding('end-before-start', instantFromMs(statedEnd)) : undefined,
  )
}

/** Seconds are dropped: a clock time in a calendar is in minutes, and so is what `local` can say. */
function onClocksOf(zone: string, startMs: number, endMs: number): EntryTime {
  const start = localDateTime(instantFromMs(startMs), zone)
  const end = localDateTime(instantFromMs(endMs), zone)
  const isPlain =
    !isUtc(zone) && isOnce(start, zone, startMs) && isOnce(end, zone, endMs) && start < end
  return isPlain
    ? { form: 'zoned', zone, start, end, startMs, endMs }
    : { form: 'utc', startMs, endMs }
}

function isUtc(zone: string): boolean {
  return /^(?:Etc\/)?(?:UTC|UCT|GMT|Zulu|Universal)$/.test(zone)
}

/** Whether the clocks show `local` exactly once, and then mean `ms`. */
function isOnce(local: string, zone: string, ms: number): boolean {
  return (['earlier', 'later'] as const).every(
    (disambiguation) => instantMs(toInstant({ local, zone, disambiguation })) === ms,
  )
}

function wholeDay(date: string): WholeDay {
  return { form: 'day', date: requireDate(date), next: addCalendarDays(date, 1) }
}

/** An interview may be said to last until a day: then its length is not known. */
function endMsOf(until: Moment): number | undefined {
  return until.kind === 'day' ? undefined : wholeSecond(instantMs(momentStart(until)))
}

function skippedTime(moment: Moment): Finding | undefined {
  if (moment.kind !== 'wall') return undefined
  const shown = localDateTime(momentStart(moment), moment.zone)
  if (shown === moment.local.slice(0, 16)) return undefined
  return finding('time-skipped', `${moment.local} in ${moment.zone}`)
}

function wholeSecond(ms: number): number {
  return Math.floor(ms / 1000) * 1000
}

function reading(time: EntryTime, ...findings: readonly (Finding | undefined)[]): TimeReading {
  return { time, findings: findings.filter((each) => each !== undefined) }
}
