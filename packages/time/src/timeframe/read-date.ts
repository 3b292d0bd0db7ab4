import { civilDate, weekdayOf } from '../epoch-day.ts'
import { readCardinal, readOrdinal } from './read-number.ts'
import {
  type Count,
  type Found,
  type Scan,
  hasHabit,
  is,
  match,
  numberAt,
  numbersAt,
  skip,
  takes,
  upTo,
} from './scan.ts'
import { type Span, dateOf, daySpan, monthOf, monthSpan, recentDays, stretch } from './span.ts'

/**
 * A date in figures or words, with or without month and year: `3/12`, *the 3rd*, *December 7–11*.
 * A weekday before it helps to find the month of *Friday the 15th*.
 */
export function readDate(scan: Scan, at: number, weekday?: number): Found | null {
  return (
    readDayMonth(scan, at) ??
    readDottedDate(scan, at) ??
    readMonthDay(scan, at) ??
    readFigures(scan, at) ??
    readDayOfMonth(scan, at, weekday)
  )
}

/** A year in figures, such as 2027. */
export function readYear(scan: Scan, at: number): Count | null {
  const year = numberAt(scan, at)
  return is(scan, at, 'num:digits') && year >= 1900 && year < 2200 ? [year, at + 1] : null
}

/**
 * The day of a number in some month: after today, or in the month that is being spoken of. With a
 * weekday, the first of three months in which it falls on that, if there is one.
 */
export function dayOfMonth(
  scan: Scan,
  day: number,
  inside: Span | null,
  weekday?: number,
): Span | null {
  const dates = Array.from({ length: inside ? 1 : 3 }, (_, offset) => {
    const { year, month } = civilDate((inside ?? monthSpan(scan.today, offset)).from)
    return dateOf(year, month, day)
  })
  const meant = dates.filter(
    (date) =>
      date !== null &&
      (inside ||
        date > scan.today ||
        (date === scan.today && (weekday === weekdayOf(date) || takes(scan, 'today')))),
  )
  const found = meant.find((date) => date !== null && weekdayOf(date) === weekday) ?? meant[0]
  return found ? daySpan(found) : null
}

/** A month by its number, this year's or the next. */
export function nextMonth(scan: Scan, month: number): Span | null {
  const now = civilDate(scan.today)
  const distance = (month - now.month + 12) % 12
  return distance > 9 ? null : monthOf(now.year, now.month + distance)
}

/** A date without a year is the next one, unless it has just passed. */
function resolve(scan: Scan, month: number, day: number, year?: number): number | null {
  if (year !== undefined) return dateOf(year, month, day)
  const now = civilDate(scan.today)
  const near = [-1, 0].map((offset) => dateOf(now.year + offset, month, day))
  const found = near.find((date) => date !== null && date >= scan.today - recentDays)
  return found ?? dateOf(now.year + 1, month, day)
}

/** *3 December*, *the third of December*, *7–11 December*; but *12 March Street* is an address. */
function readDayMonth(scan: Scan, at: number): Found | null {
  const start = skip(scan, at)
  const days = readDays(scan, start)
  const [end, month = 0] = (days && match(scan, days[2], '\\.?_(month)(?!place)')) ?? []
  if (!days || end === undefined || isBehindPlace(scan, start)) return null
  return spanOfDays(scan, numberAt(scan, month), days, end)
}

/** `4. 12.` and `4. 12. 2026`, where dates are dotted. */
function readDottedDate(scan: Scan, at: number): Found | null {
  const [end, day = 0, month = 0] = match(scan, at, '_(num)\\.(num)\\.') ?? []
  if (end === undefined || !hasHabit(scan, 'dotted-dates')) return null
  const year = readYear(scan, end)
  return found(
    resolve(scan, numberAt(scan, month), numberAt(scan, day), year?.[0]),
    year?.[1] ?? end,
  )
}

/** *December 3rd*, *Dec. 7–11, 2026*. */
function readMonthDay(scan: Scan, at: number): Found | null {
  const days = is(scan, at, 'month')
    ? readDays(scan, skip(scan, at, 'month\\.?article{0,4}'))
    : null
  if (!days || is(scan, days[2], 'unit|units|time|place') || isBehindPlace(scan, at)) {
    return null
  }
  return spanOfDays(scan, numberAt(scan, at), days, days[2])
}

type Days = readonly [first: number, last: number, end: number]

function readDays(scan: Scan, at: number): Days | null {
  if (is(scan, at, 'pair:dash|range')) {
    const [first = 0, last = 0] = numbersAt(scan, at)
    return first < last && last <= 31 ? [first, last, at + 1] : null
  }
  const [day, end] = readOrdinal(scan, at) ?? readCardinal(scan, at) ?? []
  return end !== undefined && isDay(day) ? [day, day, end] : null
}

function isDay(day: number | undefined): day is number {
  return day !== undefined && day >= 1 && day <= 31 && Number.isInteger(day)
}

/** Days of a month, with the year that may follow, a comma or *of* between. */
function spanOfDays(scan: Scan, month: number, [first, last]: Days, end: number): Found | null {
  const year = readYear(scan, skip(scan, end, '\\.?,?_'))
  const from = resolve(scan, month, first, year?.[0])
  const to = resolve(scan, month, last, year?.[0])
  if (from === null || to === null) return null
  return upTo(from === to ? daySpan(from) : stretch(from, Math.max(from, to)), year?.[1] ?? end)
}

/** *Rue du 8 mai*: an address. */
function isBehindPlace(scan: Scan, at: number): boolean {
  return is(scan, at, '(?<=place .{0,2})')
}

/** `2026-12-03`, `3/12/2026`, `3/12`, `15.12.` */
function readFigures(scan: Scan, at: number): Found | null {
  const [first = 0, second = 0, third = 0] = numbersAt(scan, at)
  if (is(scan, at, 'iso')) return found(dateOf(first, second, third), at + 1)
  if (is(scan, at, 'triple')) {
    return found(inEitherOrder(scan, first, second, third < 100 ? 2000 + third : third), at + 1)
  }
  return isPairDate(scan, at)
    ? found(inEitherOrder(scan, first, second), skip(scan, at + 1, '\\.'))
    : null
}

function found(day: number | null, end: number): Found | null {
  return day === null ? null : upTo(daySpan(day), end)
}

/** `12/03` by the habit of the place; the other order where that gives no date, or one long past. */
function inEitherOrder(scan: Scan, first: number, second: number, year?: number): number | null {
  const both = [resolve(scan, second, first, year), resolve(scan, first, second, year)] as const
  const [usual, other] = scan.isMonthFirst ? [both[1], both[0]] : both
  if (usual === null || other === null || usual === other) return usual ?? other
  if (!scan.isMonthFirst && !hasHabit(scan, 'month-first')) return usual
  if (other < scan.today) return usual
  return usual < scan.today || takes(scan, 'other-date-order') ? other : usual
}

/** Two figures are a date only where the words before point at one and none behind counts them. */
function isPairDate(scan: Scan, at: number): boolean {
  const kinds = hasHabit(scan, 'dotted-dates') ? 'pair:slash/dash/dot' : 'pair:slash/dash'
  const pointed = 'weekday|article|rel:by/until/before/after/from/on/latest/about'
  return is(
    scan,
    at,
    `${kinds}(?!unit|units|month|place|time|event|aside|step)
    (?:(?<=(?:${pointed}).)|(?<!pair:dash)(?:(?<=(?:rel|conj|fill).)|(?<=(?:^|[,(:–]).)(?=$|mark)))`,
  )
}

/** *The 15th*, *am 15.*, *le 15*, *el día 15*, *the 3rd of next month*. */
function readDayOfMonth(scan: Scan, at: number, weekday?: number): Found | null {
  const start = skip(scan, at, '_(?<=article|fill)unit:day(?=num)|_')
  const day = readOrdinal(scan, start) ?? readBareDay(scan, start, weekday)
  if (!day || !isDay(day[0]) || !is(scan, start, '(?<=article|rel|conj|weekday|unit|fill)')) {
    return null
  }
  if (!isFree(scan, start, day)) return null
  const [month, end] = readMonthBehind(scan, day[1])
  return upTo(dayOfMonth(scan, day[0], month ?? scan.inside, weekday), end)
}

/**
 * A number with a full stop where that makes it ordinal, behind an article where that suffices, or
 * behind a weekday on which it falls: *vendredi 4*.
 */
function readBareDay(scan: Scan, at: number, weekday?: number): Count | null {
  const day = readCardinal(scan, at)
  if (!day || !isDay(day[0])) return null
  const hasStop = hasHabit(scan, 'dotted-dates') && is(scan, at, '(?<!rel:at/about)num:digits\\.')
  if (hasStop) return [day[0], day[1] + 1]
  const isBehindArticle = is(
    scan,
    at,
    '(?<=article:any|unit:day/week|rel:before/after/from/until|(?:article:any|weekday)num conj:to|month conj:to)',
  )
  if (hasHabit(scan, 'bare-day') && isBehindArticle) return day
  const named = weekday && dayOfMonth(scan, day[0], scan.inside, weekday)
  return named && weekdayOf(named.from) === weekday ? day : null
}

/** Rounds, floors and candidates are seldom more than so many. */
const mostCounted = 5

/** Nothing behind the number claims it: no unit, no number, no noun that is counted (*the second round*). */
function isFree(scan: Scan, at: number, [day, end]: Count): boolean {
  if (is(scan, end, 'unit|units|weekday|place|event|aside|step|part|num|dozen|per|time'))
    return false
  if (hasHabit(scan, 'bare-day') && is(scan, at, '(?<=article:any)num:digits')) return true
  const isOrdinal = is(scan, at, 'ord') || is(scan, end, '(?<=mark)')
  if (isOrdinal && day > mostCounted) return true
  const isFigure = isOrdinal && is(scan, at, 'num:digits|ord:digits')
  return !is(scan, end, isFigure ? 'word' : 'word|plain|answer|past')
}

/** *Of next month*, *du mois prochain*; *of the month* leaves open which. */
function readMonthBehind(scan: Scan, at: number): readonly [Span | null, number] {
  const next = 'mod:next/coming/following'
  const [end = at, before = -1, behind = -1] =
    match(scan, at, `(?!unit|mod)~(${next}|mod:this)?unit:month(${next})?`) ?? []
  const isNext = behind >= 0 || is(scan, before, next)
  const month = isNext || before >= 0 ? monthSpan(scan.today, Number(isNext)) : null
  return [month, end]
}
