import { civilDate } from '../epoch-day.ts'
import { readDate, readYear, dayOfMonth } from './read-date.ts'
import { readCardinal } from './read-number.ts'
import {
  type At,
  type Scan,
  is,
  isAny,
  isEnd,
  numberAt,
  skip,
  skipFill,
  skipJoint,
  takes,
  valueAt,
} from './scan.ts'
import {
  type Span,
  daySpan,
  isoWeekOf,
  mondayOf,
  monthSpan,
  quarterOf,
  weekSpan,
  yearOf,
} from './span.ts'
import { plusWorkdays } from './workday.ts'

/** A week, month, quarter, year, weekend or day that a word points at: *next week*, *week 50*, *the week of the 7th*. */
export function readUnit(scan: Scan, at: number): At<Span> | null {
  return (
    readNumberedWeek(scan, at) ??
    readWeekOf(scan, at) ??
    readPointedUnit(scan, at) ??
    readFollowingUnit(scan, at) ??
    readQuarter(scan, at) ??
    readWeekend(scan, at)
  )
}

/** {@link readUnit}, weeks only. */
export function readWeek(scan: Scan, at: number): At<Span> | null {
  const unit = readUnit(scan, at)
  return unit?.value.grain === 'week' ? unit : null
}

/** A unit without a word that points: *the week* in *the end of the week*. It is the running one. */
export function readBareUnit(scan: Scan, at: number): At<Span> | null {
  const start = skipFill(scan, at)
  if (!is(scan, start, 'unit')) return null
  const base = scan.inside ? { ...scan, today: scan.inside.from } : scan
  const span = unitSpan(base, valueAt(scan, start), 0)
  return span && { value: span, end: start + 1 }
}

/** The unit that holds today, moved on by so many; `null` for units too short to point at. */
export function unitSpan(scan: Scan, unit: string, offset: number): Span | null {
  const { today } = scan
  const { year, month } = civilDate(today)
  switch (unit) {
    case 'minute':
    case 'hour':
      return offset === 0 ? daySpan(today) : null
    case 'day':
      return daySpan(today + offset)
    case 'bday':
    case 'wday':
      return daySpan(offset > 0 ? workdayAfter(scan, offset) : today)
    case 'week':
      return weekSpan(today, offset)
    case 'weekend':
      return weekendSpan(today, offset)
    case 'month':
      return monthSpan(today, offset)
    case 'quarter':
      return quarterOf(year, Math.ceil(month / 3) + offset)
    case 'year':
      return yearOf(year + offset)
    default:
      return null
  }
}

const offsets: Readonly<Record<string, number>> = {
  this: 0,
  next: 1,
  nexts: 1,
  coming: 1,
  following: 1,
  afterNext: 2,
  last: -1,
}

function workdayAfter(scan: Scan, count: number): number {
  return plusWorkdays(scan.today, count, scan.calendar)
}

/** Saturday and Sunday; what is left of them where today is one. */
function weekendSpan(today: number, offset: number): Span {
  const saturday = mondayOf(today) + 5 + 7 * offset
  return { from: saturday, to: saturday + 1, grain: 'weekend', isBreak: true }
}

/** *Next week*, *la semaine prochaine*, *the week after next*. */
function readPointedUnit(scan: Scan, at: number): At<Span> | null {
  const start = skipFill(scan, at)
  const isBefore = is(scan, start, 'mod')
  const unit = isBefore ? skipFill(scan, start + 1) : start
  if (!is(scan, unit, 'unit')) return null
  const behind = skipFill(scan, unit + 1)
  const isBehind = is(scan, behind, 'mod') && !isAny(scan, behind + 1, 'unit', 'units')
  if (!isBefore && !isBehind) return readAfterNext(scan, start)
  const mod = isBehind
    ? isBefore
      ? afterBoth(scan, start, behind)
      : valueAt(scan, behind)
    : valueAt(scan, start)
  const span = pointedSpan(scan, valueAt(scan, unit), mod)
  return span && { value: span, end: isBehind ? behind + 1 : unit + 1 }
}

/** *The week after next*. */
function readAfterNext(scan: Scan, at: number): At<Span> | null {
  if (!isAfterNext(scan, at + 1)) return null
  const span = pointedSpan(scan, valueAt(scan, at), 'afterNext')
  return span && { value: span, end: at + 3 }
}

/** *After next*, and nothing behind that *next* could belong to. */
export function isAfterNext(scan: Scan, at: number): boolean {
  const isNext = is(scan, at, 'rel', 'after') && is(scan, at + 1, 'mod', 'next')
  return (
    isNext && !isAny(scan, skipFill(scan, at + 2), 'unit', 'units', 'weekday', 'month', 'feast')
  )
}

function afterBoth(scan: Scan, before: number, behind: number): string {
  return valueAt(scan, before) === 'this' ? valueAt(scan, behind) : valueAt(scan, before)
}

function pointedSpan(scan: Scan, unit: string, mod: string): Span | null {
  const base = mod === 'following' && scan.anchor ? { ...scan, today: scan.anchor.to } : scan
  if (unit !== 'weekend') return unitSpan(base, unit, offsets[mod] ?? 0)
  return unitSpan(base, unit, weekendOffset(base, mod))
}

/** *Next weekend*, said on a weekday, may be the one that comes; said on a Saturday *coming* is not today. */
function weekendOffset(scan: Scan, mod: string): number {
  const isWeekend = scan.today >= mondayOf(scan.today) + 5
  if (mod === 'coming') return isWeekend ? 1 : 0
  if (mod !== 'next' || isWeekend) return offsets[mod] ?? 0
  return takes(scan, 'other-weekday') ? 0 : 1
}

/** *The week after (that)*, *la semaine d'après*: the one behind what was said before. */
function readFollowingUnit(scan: Scan, at: number): At<Span> | null {
  const start = skipFill(scan, at)
  if (!is(scan, start, 'unit') || !isAny(scan, start - 1, 'article', 'fill', 'rel')) return null
  const behind = skipFill(scan, start + 1)
  const isBack =
    is(scan, behind, 'back') ||
    (is(scan, behind, 'rel', 'after') && isEndOfThought(scan, behind + 1))
  if (!isBack) return null
  const base = scan.anchor ? { ...scan, today: scan.anchor.to } : scan
  const span = unitSpan(base, valueAt(scan, start), 1)
  return span && { value: span, end: behind + 1 }
}

function isEndOfThought(scan: Scan, at: number): boolean {
  return isEnd(scan, at) || isAny(scan, at, 'link', 'correct') || is(scan, at, 'conj')
}

function readWeekend(scan: Scan, at: number): At<Span> | null {
  const start = skipFill(scan, at)
  const isPointed = start > at || is(scan, start - 1, 'rel') || isEnd(scan, start - 1)
  if (!is(scan, start, 'unit', 'weekend') || !isPointed) return null
  return { value: weekendSpan(scan.today, 0), end: start + 1 }
}

/** *Week 50*, *KW 50*, *die 50. Kalenderwoche*: the next week of that number. */
function readNumberedWeek(scan: Scan, at: number): At<Span> | null {
  const start = skipFill(scan, at)
  const isNumberBefore =
    isAny(scan, start, 'num', 'ord') &&
    is(scan, start + 2, 'weekNumber') &&
    is(scan, start + 1, 'mark', '.')
  if (isNumberBefore) return numberedWeek(scan, numberAt(scan, start), start + 3)
  if (!is(scan, start, 'weekNumber') && !is(scan, start, 'unit', 'week')) return null
  const number = skip(scan, start + 1, 'fill')
  const isNumber =
    is(scan, number, 'num', '') &&
    !scan.lexemes[number]?.isSpelled &&
    !isAny(scan, number + 1, 'unit', 'units', 'month')
  const isDate = number > start + 1
  return isNumber && !isDate ? numberedWeek(scan, numberAt(scan, number), number + 1) : null
}

function numberedWeek(scan: Scan, week: number, at: number): At<Span> | null {
  if (week < 1 || week > 53) return null
  const stated = readYear(scan, skipFill(scan, at))
  const { year } = civilDate(scan.today)
  const span = isoWeekOf(stated?.value ?? year, week)
  const isOver = stated === null && span.to < scan.today
  return { value: isOver ? isoWeekOf(year + 1, week) : span, end: stated?.end ?? at }
}

/** *The week of the 7th*, *w/c 7 December*, *la semaine du 14*. */
function readWeekOf(scan: Scan, at: number): At<Span> | null {
  const start = skipFill(scan, at)
  const isUnit = is(scan, start, 'unit', 'week')
  if (!isUnit && !is(scan, start, 'weekOf')) return null
  const afterRelation = is(scan, start + 1, 'rel', 'from') ? start + 2 : start + 1
  const inner = skip(scan, afterRelation, 'article', 'fill', 'weekday')
  if (isUnit && inner === start + 1) return null
  const day = readDate(scan, inner) ?? readLooseDay(scan, inner)
  return day && { value: { ...weekSpan(day.value.from, 0) }, end: day.end }
}

function readLooseDay(scan: Scan, at: number): At<Span> | null {
  const day = readCardinal(scan, at)
  const isLoose = day !== null && isEndOfThought(scan, day.end) && day.value <= 31
  const span = isLoose ? dayOfMonth(scan, day.value, scan.inside) : null
  return day && span && { value: span, end: day.end }
}

/** *Q1*, *Q1 2027*, *Q2 of next year*. */
function readQuarter(scan: Scan, at: number): At<Span> | null {
  const start = skipFill(scan, at)
  if (!is(scan, start, 'quarterOfYear')) return null
  return quarterOfYear(scan, numberAt(scan, start), start + 1)
}

/** A quarter by its number, in the year that follows or the next of its kind. */
export function quarterOfYear(scan: Scan, quarter: number, at: number): At<Span> {
  const stated = readYearSpan(scan, at)
  if (stated)
    return { value: quarterOf(civilDate(stated.value.from).year, quarter), end: stated.end }
  const { year } = civilDate(scan.today)
  const span = quarterOf(year, quarter)
  return { value: span.to < scan.today ? quarterOf(year + 1, quarter) : span, end: at }
}

/** *2027*, *of 2027*, *of next year*. */
export function readYearSpan(scan: Scan, at: number): At<Span> | null {
  const start = skipJoint(scan, at)
  const stated = readYear(scan, start)
  if (stated) return { value: yearOf(stated.value), end: stated.end }
  const unit = readPointedUnit(scan, start)
  return unit?.value.grain === 'year' ? unit : null
}
