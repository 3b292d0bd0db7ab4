import { weekdayOf } from '../epoch-day.ts'
import { readDate } from './read-date.ts'
import { readHoursAfter } from './read-hours.ts'
import { readLength } from './read-length.ts'
import { isAfterNext, readWeek } from './read-unit.ts'
import { wholeWeeks } from './length.ts'
import {
  type At,
  type Scan,
  is,
  isAny,
  isEnd,
  numberAt,
  skip,
  skipFill,
  skipMark,
  takes,
  valueAt,
} from './scan.ts'
import { type Span, daySpan, mondayOf } from './span.ts'

/**
 * A weekday: *Monday*, *next Friday*, *Friday of next week*, *Monday week*, *Monday in two weeks*,
 * *Thursday, 3 December*.
 */
export function readWeekday(scan: Scan, at: number): At<Span> | null {
  const opening = skipFill(scan, at)
  const hasMod = is(scan, opening, 'mod')
  const name = hasMod ? skipFill(scan, opening + 1) : opening
  if (!is(scan, name, 'weekday') || !isCertain(scan, name, hasMod) || is(scan, name + 1, 'place'))
    return null
  const weekday = numberAt(scan, name)
  const end = scan.lexemes[name]?.isWeak ? skipMark(scan, name + 1, '.') : name + 1
  const modBehind = is(scan, end, 'mod') && !isAny(scan, skipFill(scan, end + 1), 'unit', 'units')
  const mod = hasMod ? valueAt(scan, opening) : modBehind ? valueAt(scan, end) : ''
  const day = resolve(scan, weekday, mod)
  if (isAfterNext(scan, end))
    return { value: daySpan(resolve(scan, weekday, 'afterNext')), end: end + 2 }
  const named = { value: daySpan(day), end: modBehind ? end + 1 : end }
  return (
    withDate(scan, named.end) ??
    withWeek(scan, weekday, named.end) ??
    withLength(scan, day, named.end) ??
    named
  )
}

/** The first of a weekday after a day. */
export function weekdayAfter(day: number, weekday: number): number {
  return day + ((weekday - weekdayOf(day) + 6) % 7) + 1
}

/** The last of a weekday before a day. */
export function weekdayBefore(day: number, weekday: number): number {
  return day - ((weekdayOf(day) - weekday + 6) % 7) - 1
}

/** *Sun*, *sat* and *mo* count behind a word that points at a day, before a number, or alone. */
function isCertain(scan: Scan, at: number, hasMod: boolean): boolean {
  if (!scan.lexemes[at]?.isWeak || hasMod) return true
  const next = skipMark(scan, at + 1, '.')
  if (isAny(scan, next, 'num', 'ord', 'pair', 'triple', 'time', 'clock')) return true
  const isBehindDay = isAny(scan, at - 1, 'weekday') || isAny(scan, at - 2, 'weekday')
  if (isBehindDay && !isAny(scan, at - 1, 'word')) return true
  const isListed = is(scan, next, 'conj') || is(scan, next, 'mark', '–', '/')
  if (isAny(scan, isListed ? next + 1 : next, 'weekday', 'mod')) return true
  const isPointed = is(
    scan,
    at - 1,
    'rel',
    'by',
    'on',
    'until',
    'before',
    'after',
    'from',
    'latest',
    'earliest',
  )
  return isPointed || (isEnd(scan, at - 1) && isEnd(scan, at + 1))
}

function resolve(scan: Scan, weekday: number, mod: string): number {
  const monday = mondayOf(scan.today)
  const coming = weekdayAfter(scan.today, weekday)
  if (scan.inside?.grain === 'week') return mondayOf(scan.inside.from) + weekday - 1
  switch (mod) {
    case '':
      return isToday(scan, weekday) && takes(scan, 'today') ? scan.today : coming
    case 'this':
      return isToday(scan, weekday) ? scan.today : coming
    case 'next':
    case 'nexts':
      return nextWeekday(scan, coming, monday + 7 + weekday - 1)
    case 'afterNext':
      return coming + 7
    case 'following':
      return weekdayAfter(scan.anchor?.to ?? scan.today, weekday)
    case 'last':
      return weekdayBefore(scan.today, weekday)
    default:
      return coming
  }
}

function isToday(scan: Scan, weekday: number): boolean {
  return weekdayOf(scan.today) === weekday
}

/** *Next Friday*, said on a Wednesday, is in two or in nine days; which one first is a habit of the language. */
function nextWeekday(scan: Scan, coming: number, inNextWeek: number): number {
  if (coming === inNextWeek) return coming
  const isOther = takes(scan, 'other-weekday')
  return (scan.habits.nextWeekday === 'week') === isOther ? coming : inNextWeek
}

/** A date behind the weekday says which one is meant. */
function withDate(scan: Scan, at: number): At<Span> | null {
  const start = skip(scan, skipMark(scan, at, ','), 'article', 'fill')
  const date = readDate(scan, start)
  return date && date.value.grain === 'day' ? date : null
}

/** *Friday next week*, *vendredi de la semaine prochaine*, *Monday morning in week 50*. */
function withWeek(scan: Scan, weekday: number, at: number): At<Span> | null {
  const hours = readHoursAfter(scan, at)
  const start = skip(scan, hours?.end ?? at, 'article', 'fill')
  const inner = is(scan, start, 'rel', 'in', 'during') ? start + 1 : start
  const week = readWeek(scan, inner)
  if (!week) return null
  const day = daySpan(week.value.from + weekday - 1)
  return { value: hours ? { ...day, hours: hours.value } : day, end: week.end }
}

/** *Monday week*, *lundi en huit*, *Montag in zwei Wochen*. */
function withLength(scan: Scan, day: number, at: number): At<Span> | null {
  if (scan.habits.hasWeekdayWeek === true) {
    const weeks = is(scan, at, 'unit', 'week') ? 1 : is(scan, at, 'unit', 'fortnight') ? 2 : 0
    if (weeks > 0) return { value: daySpan(day + 7 * weeks), end: at + 1 }
  }
  if (!is(scan, at, 'rel', 'in')) return null
  const length = readLength(scan, at + 1)
  if (length) return { value: daySpan(day + wholeWeeks(scan, day, length.value)), end: length.end }
  const days = numberAt(scan, at + 1)
  const isIdiom = is(scan, at + 1, 'num') && scan.habits.idiomDays?.includes(days)
  return isIdiom ? { value: daySpan(day + days - 1), end: at + 2 } : null
}
