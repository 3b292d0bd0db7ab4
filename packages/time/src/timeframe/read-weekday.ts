import { weekdayOf } from '../epoch-day.ts'
import { wholeWeeks } from './length.ts'
import { readDate } from './read-date.ts'
import { readHoursAfter } from './read-hours.ts'
import { readLength } from './read-length.ts'
import { isAfterNext, readUnit } from './read-unit.ts'
import {
  type Found,
  type Scan,
  hasHabit,
  is,
  isIdiom,
  match,
  numberAt,
  skip,
  takes,
  upTo,
  valueAt,
} from './scan.ts'
import { daySpan, mondayOf } from './span.ts'

/**
 * A weekday: *Monday*, *next Friday*, *Friday of next week*, *Monday week*, *Monday in two weeks*,
 * *Thursday, 3 December*.
 */
export function readWeekday(scan: Scan, at: number): Found | null {
  const [behind, before = -1, name] = match(scan, at, '_(mod)?_(weekday)(?!place)') ?? []
  if (behind === undefined || name === undefined) return null
  if (before < 0 && !isCertain(scan, name)) return null
  const weekday = numberAt(scan, name)
  const end = is(scan, name, 'weekday:weak\\.') ? behind + 1 : behind
  if (isAfterNext(scan, end)) return upTo(daySpan(resolve(scan, weekday, 'afterNext')), end + 2)
  const named = skip(scan, end, 'mod(?!_(?:unit|units))')
  const mod = before >= 0 ? before : named > end ? end : -1
  const day = resolve(scan, weekday, valueAt(scan, mod))
  return (
    withDate(scan, weekday, named) ??
    withWeek(scan, weekday, named) ??
    withLength(scan, day, named) ??
    upTo(daySpan(day), named)
  )
}

/** The first of a weekday after a day. */
export function weekdayAfter(day: number, weekday: number): number {
  return day + ((weekday - weekdayOf(day) + 6) % 7) + 1
}

/** The last of a weekday before a day. */
export function weekdayBefore(day: number, weekday: number): number {
  return weekdayAfter(day - 8, weekday)
}

/** *Sun*, *sat* and *mo* count behind a word that points at a day, before a number, or alone. */
function isCertain(scan: Scan, at: number): boolean {
  return is(
    scan,
    at,
    `weekday:sure|weekday\\.?(?:num|ord|pair|triple|time|clock|(?:conj|[–/])?(?:weekday|mod))
    |(?<=weekday(?!word).?|rel:by/on/until/before/after/from/latest/earliest)weekday
    |(?<=^|mark)weekday(?=$|mark)`,
  )
}

function resolve(scan: Scan, weekday: number, mod: string): number {
  const { today, inside, anchor } = scan
  const coming = weekdayAfter(today, weekday)
  const isToday = weekdayOf(today) === weekday
  if (inside?.grain === 'week') return mondayOf(inside.from) + weekday - 1
  switch (mod) {
    case '':
      return isToday && takes(scan, 'today') ? today : afterStep(scan, coming, weekday)
    case 'this':
      return isToday ? today : coming
    case 'next':
    case 'nexts':
      return nextWeekday(scan, coming, mondayOf(today) + 6 + weekday)
    case 'afterNext':
      return coming + 7
    case 'following':
      return weekdayAfter(anchor?.to ?? today, weekday)
    case 'same':
      return weekdayAfter(anchor ? anchor.from - 1 : today, weekday)
    case 'last':
      return weekdayBefore(today, weekday)
    default:
      return coming
  }
}

/**
 * *We meet next Wednesday, and you hear on Thursday*: the Thursday behind it. Behind a week it is
 * its Thursday or Friday, but the Monday, Tuesday or Wednesday of the next.
 */
function afterStep(scan: Scan, coming: number, weekday: number): number {
  const { anchor } = scan
  if (!anchor?.isStep) return coming
  const last = anchor.grain === 'week' ? anchor.from + 3 : anchor.to
  return coming >= last || takes(scan, 'other-weekday') ? coming : weekdayAfter(last - 1, weekday)
}

/** *Next Friday*, said on a Wednesday, is in two or in nine days; which one first is a habit of the language. */
function nextWeekday(scan: Scan, coming: number, inNextWeek: number): number {
  if (coming === inNextWeek) return coming
  return hasHabit(scan, 'next-week') === takes(scan, 'other-weekday') ? coming : inNextWeek
}

/**
 * A date behind the weekday says which one is meant. Of *Thursday 4 December*, where the 4th is a
 * Friday, one must be wrong: the nearest Thursday is the second meaning.
 */
function withDate(scan: Scan, weekday: number, at: number): Found | null {
  const date = readDate(scan, skip(scan, at, ',?_'), weekday)
  if (date?.grain !== 'day') return null
  const isWrong = weekdayOf(date.from) !== weekday
  if (!isWrong || !takes(scan, 'named-weekday')) return date
  return upTo(daySpan(weekdayAfter(date.from - 4, weekday)), date.end)
}

/** *Friday next week*, *vendredi de la semaine prochaine*, *Monday morning in week 50*. */
function withWeek(scan: Scan, weekday: number, at: number): Found | null {
  const hours = readHoursAfter(scan, at)
  const week = readUnit(scan, skip(scan, hours?.end ?? at, '_(?:rel:in/during)?'))
  if (week?.grain !== 'week') return null
  const day = daySpan(week.from + weekday - 1)
  return upTo(hours ? { ...day, hours } : day, week.end)
}

/** *Monday week*, *lundi en huit*, *Montag in zwei Wochen*, *tomorrow week*. */
export function withLength(scan: Scan, day: number, at: number): Found | null {
  if (hasHabit(scan, 'weekday-week') && is(scan, at, 'unit:week/fortnight')) {
    return upTo(daySpan(day + (is(scan, at, 'unit:week') ? 7 : 14)), at + 1)
  }
  if (!is(scan, at, 'rel:in')) return null
  const length = readLength(scan, at + 1)
  if (length) return upTo(daySpan(day + wholeWeeks(scan, day, length)), length.end)
  const days = numberAt(scan, at + 1)
  const isWeeks = is(scan, at + 1, 'num') && isIdiom(scan, days)
  return isWeeks ? upTo(daySpan(day + days - 1), at + 2) : null
}
