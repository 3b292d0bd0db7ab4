import { civilDate } from '../epoch-day.ts'
import { readCardinal, readOrdinal } from './read-number.ts'
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
  skipMark,
  takes,
  valueAt,
} from './scan.ts'
import { type Span, dateOf, daySpan, monthOf, monthSpan } from './span.ts'

/** A date in figures or words, with or without month and year: `3/12`, *the 3rd*, *December 7–11*. */
export function readDate(scan: Scan, at: number): At<Span> | null {
  return (
    readDayMonth(scan, at) ??
    readDottedDate(scan, at) ??
    readMonthDay(scan, at) ??
    readFigures(scan, at) ??
    readDayOfMonth(scan, at)
  )
}

/** A year in figures, such as 2027. */
export function readYear(scan: Scan, at: number): At<number> | null {
  const year = numberAt(scan, at)
  const isYear =
    is(scan, at, 'num', '') && !scan.lexemes[at]?.isSpelled && year >= 1900 && year < 2200
  return isYear ? { value: year, end: at + 1 } : null
}

/** The day of a number in some month: after today, or in the month that is being spoken of. */
export function dayOfMonth(scan: Scan, day: number, month: Span | null): Span | null {
  if (month) {
    const { year, month: number } = civilDate(month.from)
    return spanOf(dateOf(year, number, day))
  }
  for (let offset = 0; offset < 3; offset++) {
    const { from } = monthSpan(scan.today, offset)
    const { year, month: number } = civilDate(from)
    const date = dateOf(year, number, day)
    if (date !== null && (date > scan.today || (date === scan.today && takes(scan, 'today')))) {
      return daySpan(date)
    }
  }
  return null
}

/** A date that passed within so many days was not meant for next year: it is over. */
const recentDays = 60

function spanOf(day: number | null): Span | null {
  return day === null ? null : daySpan(day)
}

/** A date without a year is the next one, unless it has just passed. */
function nextDate(scan: Scan, month: number, day: number): number | null {
  const { year } = civilDate(scan.today)
  const first = dateOf(year, month, day)
  if (first !== null && first >= scan.today - recentDays) return first
  const second = dateOf(year + 1, month, day)
  const previous = dateOf(year - 1, month, day)
  const isOver = previous !== null && previous >= scan.today - recentDays
  return isOver ? previous : second
}

function resolve(scan: Scan, month: number, day: number, year: number | null): number | null {
  return year === null ? nextDate(scan, month, day) : dateOf(year, month, day)
}

/** *3 December*, *the third of December*, *7–11 December*. */
function readDayMonth(scan: Scan, at: number): At<Span> | null {
  const start = skipFill(scan, at)
  const days = readDays(scan, start)
  if (!days) return null
  const month = skipFill(scan, skipMark(scan, days.end, '.'))
  if (!is(scan, month, 'month') || isNearPlace(scan, start, month)) return null
  const year = readYearAfter(scan, month + 1)
  return spanOfDays(scan, numberAt(scan, month), days.value, year)
}

/** `4. 12.` and `4. 12. 2026`, where dates are dotted. */
function readDottedDate(scan: Scan, at: number): At<Span> | null {
  const start = skipFill(scan, at)
  const isDotted =
    scan.habits.hasDottedDates === true &&
    is(scan, start, 'num') &&
    is(scan, start + 1, 'mark', '.') &&
    is(scan, start + 2, 'num') &&
    is(scan, start + 3, 'mark', '.')
  if (!isDotted) return null
  const year = readYear(scan, start + 4)
  const [day, month] = [numberAt(scan, start), numberAt(scan, start + 2)]
  return found(resolve(scan, month, day, year?.value ?? null), year?.end ?? start + 4)
}

/** *December 3rd*, *Dec. 7–11, 2026*. */
function readMonthDay(scan: Scan, at: number): At<Span> | null {
  if (!is(scan, at, 'month')) return null
  const start = skip(scan, skipMark(scan, at + 1, '.'), 'article')
  const days = readDays(scan, start)
  const isCounted = days !== null && isAny(scan, days.end, 'unit', 'units', 'time', 'counted')
  if (!days || isCounted || isNearPlace(scan, at, days.end - 1)) return null
  const year = readYearAfter(scan, days.end)
  return spanOfDays(scan, numberAt(scan, at), days.value, year)
}

type Days = readonly [first: number, last: number]

function readDays(scan: Scan, at: number): At<Days> | null {
  if (is(scan, at, 'pair', '-') || is(scan, at, 'range')) {
    const [first = 0, last = 0] = scan.lexemes[at]?.n ?? []
    return first < last && last <= 31 ? { value: [first, last], end: at + 1 } : null
  }
  const day = readOrdinal(scan, at) ?? readCardinal(scan, at)
  const isDay = day !== null && day.value >= 1 && day.value <= 31 && Number.isInteger(day.value)
  return isDay ? { value: [day.value, day.value], end: day.end } : null
}

function spanOfDays(
  scan: Scan,
  month: number,
  days: Days,
  year: At<number | null>,
): At<Span> | null {
  const from = resolve(scan, month, days[0], year.value)
  const to = resolve(scan, month, days[1], year.value)
  if (from === null || to === null) return null
  const span: Span = from === to ? daySpan(from) : { from, to: Math.max(from, to), grain: 'part' }
  return { value: span, end: year.end }
}

/** A year behind a date, with a comma or *of* between. */
function readYearAfter(scan: Scan, at: number): At<number | null> {
  const start = skipFill(scan, skipMark(scan, skipMark(scan, at, '.'), ','))
  return readYear(scan, start) ?? { value: null, end: at }
}

/** *12 March Street*, *rue du 8 mai*: an address. */
function isNearPlace(scan: Scan, first: number, last: number): boolean {
  return (
    is(scan, last + 1, 'place') ||
    [1, 2, 3].some((before) => is(scan, first - before, 'place') && first - before >= 0)
  )
}

/** `2026-12-03`, `3/12/2026`, `3/12`, `15.12.` */
function readFigures(scan: Scan, at: number): At<Span> | null {
  const n = scan.lexemes[at]?.n ?? []
  switch (scan.lexemes[at]?.kind) {
    case 'iso':
      return found(dateOf(n[0] ?? 0, n[1] ?? 0, n[2] ?? 0), at + 1)
    case 'triple':
      return found(inEitherOrder(scan, n, fullYear(n[2] ?? 0)), at + 1)
    case 'pair':
      return isPairDate(scan, at)
        ? found(inEitherOrder(scan, n, null), skipMark(scan, at + 1, '.'))
        : null
    default:
      return null
  }
}

function found(day: number | null, end: number): At<Span> | null {
  return day === null ? null : { value: daySpan(day), end }
}

function fullYear(year: number): number {
  return year < 100 ? 2000 + year : year
}

/** `12/03` by the habit of the place; the other order where that gives no date, or one long past. */
function inEitherOrder(scan: Scan, n: readonly number[], year: number | null): number | null {
  const [first = 0, second = 0] = n
  const dayFirst = resolve(scan, second, first, year)
  const monthFirst = resolve(scan, first, second, year)
  const [usual, other] = scan.isMonthFirst ? [monthFirst, dayFirst] : [dayFirst, monthFirst]
  if (usual === null || other === null || usual === other) return usual ?? other
  if (usual < scan.today && other >= scan.today) return other
  return other >= scan.today && takes(scan, 'other-date-order') ? other : usual
}

/** Two figures are a date only where the words before point at one and none behind counts them. */
function isPairDate(scan: Scan, at: number): boolean {
  const separator = valueAt(scan, at)
  const isCounted = isAny(
    scan,
    at + 1,
    'unit',
    'units',
    'month',
    'counted',
    'time',
    'event',
    'aside',
  )
  if (isCounted || separator === ',') return false
  if (separator === '.' && scan.habits.hasDottedDates !== true) return false
  const isPointed =
    is(scan, at - 1, 'rel', 'by', 'until', 'before', 'after', 'from', 'on', 'latest', 'about') ||
    isAny(scan, at - 1, 'weekday', 'article')
  if (separator === '-') return isPointed
  const isAlone = at === 0 || is(scan, at - 1, 'mark', ',', '(', ':', '–')
  return isPointed || isAny(scan, at - 1, 'rel', 'conj', 'fill') || (isAlone && isEnd(scan, at + 1))
}

/** *The 15th*, *am 15.*, *le 15*, *el día 15*, *the 3rd of next month*. */
function readDayOfMonth(scan: Scan, at: number): At<Span> | null {
  const start = skipToDay(scan, at)
  const day = readOrdinal(scan, start) ?? readBareDay(scan, start)
  if (!day || day.value < 1 || day.value > 31) return null
  const isPointed = isAny(scan, start - 1, 'article', 'rel', 'conj', 'weekday', 'unit', 'fill')
  if (!isPointed || !isFree(scan, start, day)) return null
  const month = readMonthBehind(scan, day.end)
  const span = dayOfMonth(scan, day.value, month.value ?? scan.inside)
  return span && { value: span, end: month.end }
}

function skipToDay(scan: Scan, at: number): number {
  const start = skipFill(scan, at)
  return start > at && is(scan, start, 'unit', 'day') && is(scan, start + 1, 'num')
    ? start + 1
    : start
}

/** A number with a full stop where that makes it ordinal, or behind an article where that suffices. */
function readBareDay(scan: Scan, at: number): At<number> | null {
  const day = readCardinal(scan, at)
  if (!day || !Number.isInteger(day.value)) return null
  const hasStop = scan.habits.hasDottedDates === true && is(scan, day.end, 'mark', '.')
  if (hasStop && !scan.lexemes[at]?.isSpelled) return { value: day.value, end: day.end + 1 }
  const isBehindArticle =
    is(scan, at - 1, 'conj', 'to') ||
    is(scan, at - 1, 'article') ||
    is(scan, at - 1, 'unit', 'day') ||
    is(scan, at - 1, 'unit', 'week') ||
    is(scan, at - 1, 'fill')
  return scan.habits.hasBareMonthDay === true && isBehindArticle ? day : null
}

/** Nothing behind the number claims it: no thing that is counted, no unit, no unknown noun. */
function isFree(scan: Scan, at: number, day: At<number>): boolean {
  if (
    isAny(scan, day.end, 'unit', 'units', 'weekday', 'counted', 'place', 'event', 'aside', 'part')
  ) {
    return false
  }
  if (isAny(scan, day.end, 'num', 'dozen', 'per', 'time')) return false
  const isOrdinal = is(scan, at, 'ord') || is(scan, day.end - 1, 'mark')
  if (isOrdinal && !scan.lexemes[at]?.isSpelled) return true
  if (isOrdinal && day.value > 3) return true
  return !isAny(scan, day.end, 'word', 'plain', 'answer', 'past')
}

/** *Of next month*, *du mois prochain*; *of the month* leaves open which. */
function readMonthBehind(scan: Scan, at: number): At<Span | null> {
  const start = skipJoint(scan, at)
  const hasMod = is(scan, start, 'mod', 'next', 'coming', 'following', 'this')
  const unit = hasMod ? start + 1 : start
  if (start === at || !is(scan, unit, 'unit', 'month')) return { value: null, end: at }
  const isNextBehind = is(scan, unit + 1, 'mod', 'next', 'coming', 'following')
  const isNext = isNextBehind || (hasMod && !is(scan, start, 'mod', 'this'))
  const value = isNext || hasMod ? monthSpan(scan.today, isNext ? 1 : 0) : null
  return { value, end: isNextBehind ? unit + 2 : unit + 1 }
}

/** A month by its number, this year's or the next. */
export function nextMonth(scan: Scan, month: number): Span | null {
  const now = civilDate(scan.today)
  const distance = (month - now.month + 12) % 12
  return distance > 9 ? null : monthOf(now.year, now.month + distance)
}
