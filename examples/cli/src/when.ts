import type { TimePoint } from '@afterview/core'
import {
  addCalendarDays,
  isAfterviewError,
  isoWeekday,
  localDate,
  parseInstant,
  requireDate,
  toInstant,
} from '@afterview/time'

/** Where and when a clock time is typed. */
export interface Here {
  /** The present instant. */
  readonly now: string
  /** IANA zone of the person who types. */
  readonly zone: string
}

/** How a clock time can be typed, for questions and messages. */
export const WHEN_EXAMPLE = 'today 14:30, fri 2pm, 2026-11-25 14:30'

/**
 * Reads a clock time as people type it: `14:30`, `today 2pm`, `fri 14:30`, `2026-11-25 14:30`, or an
 * ISO instant with offset. A day of the week is the next one, today included. `undefined` where it is
 * none of these.
 */
export function readWhen(text: string, here: Here): TimePoint | undefined {
  const typed = text.trim()
  if (/^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:?\d\d)$/i.test(typed))
    return attempt(() => parseInstant(typed))
  const { day, clock } =
    /^(?:(?<day>\S+?)[\sT]+(?:at\s+)?)?(?<clock>\d{1,2}\S*(?:\s*[ap]m)?)$/i.exec(typed)?.groups ??
    {}
  const date = day === undefined ? localDate(here.now, here.zone) : readDay(day, here)
  const time = clock === undefined ? undefined : readClock(clock)
  if (date === undefined || time === undefined) return undefined
  const wall = { local: `${date}T${time}`, zone: here.zone }
  return attempt(() => toInstant({ ...wall, disambiguation: 'compatible' }) && wall)
}

/** Reads a clock time, or a whole day, as `YYYY-MM-DD`. */
export function readDeadline(text: string, here: Here): TimePoint | undefined {
  return readDay(text.trim(), here) ?? readWhen(text, here)
}

/** How to write a clock time instead; `undefined` where it can be read. */
export function whenProblem(here: Here): (text: string) => string | undefined {
  return (text) =>
    readWhen(text, here) === undefined ? `Write it like: ${WHEN_EXAMPLE}.` : undefined
}

/** How to write a deadline instead; `undefined` where it can be read. */
export function deadlineProblem(here: Here): (text: string) => string | undefined {
  return (text) =>
    readDeadline(text, here) === undefined
      ? `Write it like: fri, 2026-11-27, ${WHEN_EXAMPLE}.`
      : undefined
}

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

const dayNames: Readonly<Record<(typeof weekdays)[number], string>> = {
  mon: 'monday',
  tue: 'tuesday',
  wed: 'wednesday',
  thu: 'thursday',
  fri: 'friday',
  sat: 'saturday',
  sun: 'sunday',
}

function readDay(word: string, { now, zone }: Here): string | undefined {
  const today = localDate(now, zone)
  const name = word.toLowerCase()
  if (name === 'today') return today
  if (name === 'tomorrow') return addCalendarDays(today, 1)
  if (name === 'yesterday') return addCalendarDays(today, -1)
  const weekday = weekdays.findIndex((day) => name === day || name === dayNames[day]) + 1
  if (weekday > 0) return addCalendarDays(today, (weekday - isoWeekday(today) + 7) % 7)
  return attempt(() => {
    requireDate(word)
    return word
  })
}

function readClock(text: string): string | undefined {
  const {
    hour = '',
    minute = '00',
    half,
  } = /^(?<hour>\d{1,2})(?:[:.](?<minute>\d\d))?(?::00)?\s*(?<half>am|pm)?$/i.exec(text)?.groups ??
  {}
  if (hour === '' || (half === undefined && !/[:.]/.test(text))) return undefined
  const hours =
    half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0)
  if (hours > 23 || Number(minute) > 59 || (half !== undefined && Number(hour) > 12))
    return undefined
  return `${String(hours).padStart(2, '0')}:${minute}`
}

function attempt<Value>(read: () => Value): Value | undefined {
  try {
    return read()
  } catch (error) {
    if (isAfterviewError(error)) return undefined
    throw error
  }
}
