import { civilDate } from '../epoch-day.ts'
import { feastSpan } from './feast.ts'
import { reach } from './length.ts'
import type { FeastName } from './locale-table.ts'
import { nextMonth, readDate, readYear } from './read-date.ts'
import { readHours, readHoursAfter } from './read-hours.ts'
import { readLength } from './read-length.ts'
import { readOrdinal } from './read-number.ts'
import { quarterOfYear, readBareUnit, readUnit, readYearSpan, unitSpan } from './read-unit.ts'
import { readWeekday, weekdayAfter, weekdayBefore } from './read-weekday.ts'
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
import { type Span, daySpan, halfOf, monthOf, partOf, weekSpan, workEnd, yearOf } from './span.ts'
import { plusWorkdays } from './workday.ts'

/** A day or a stretch of days that words point at. Of all that can be read from a place, the longest. */
export function readPoint(scan: Scan, at: number): At<Span> | null {
  const found = longest(scan, at, rules)
  return found && withHours(scan, found)
}

type Rule = (scan: Scan, at: number) => At<Span> | null

const rules: readonly Rule[] = [
  readShifted,
  readPart,
  readOrdinalPoint,
  readNeighbour,
  readWeekInside,
  readWeekday,
  readDate,
  readUnit,
  readMonth,
  readFeast,
  readDayWord,
  readHoursOfDay,
]

/** What a part or an ordinal can be taken of: anything but another part, and units without a pointing word. */
const innerRules: readonly Rule[] = [
  readWeekday,
  readDate,
  readUnit,
  readMonthInside,
  readFeast,
  readDayWord,
  readYearInside,
  readBareUnit,
]

function longest(scan: Scan, at: number, rules: readonly Rule[]): At<Span> | null {
  let best: At<Span> | null = null
  for (const rule of rules) {
    const found = rule(scan, at)
    if (found && (best === null || found.end > best.end)) best = found
  }
  return best
}

/** A time of day behind a day belongs to it. */
function withHours(scan: Scan, found: At<Span>): At<Span> {
  if (found.value.grain !== 'day') return found
  const hours = readHoursAfter(scan, found.end)
  if (hours) return { value: { ...found.value, hours: hours.value }, end: hours.end }
  const isMorning = is(scan, found.end, 'day', '1') && found.value.hours === undefined
  return isMorning ? { value: { ...found.value, hours: { to: 720 } }, end: found.end + 1 } : found
}

/** *Today*, *tomorrow*, *a week from today* in British order: *tomorrow week*. */
function readDayWord(scan: Scan, at: number): At<Span> | null {
  const start = skipFill(scan, at)
  if (!is(scan, start, 'day')) return null
  const day = scan.today + numberAt(scan, start)
  const isWeekLater = scan.habits.hasWeekdayWeek === true && is(scan, start + 1, 'unit', 'week')
  if (isWeekLater) return { value: daySpan(day + 7), end: start + 2 }
  const length = is(scan, start + 1, 'rel', 'in') ? readLength(scan, start + 2) : null
  if (!length) return { value: daySpan(day), end: start + 1 }
  return { value: daySpan(reach(scan, day, length.value)[0]), end: length.end }
}

/** *This afternoon*, *by 5 pm*, *noon on Friday*, *end of day tomorrow*. */
function readHoursOfDay(scan: Scan, at: number): At<Span> | null {
  const start = skip(scan, at, 'article', 'fill', 'mod')
  const isThis = is(scan, start - 1, 'mod', 'this') && start > at
  const hours = readHours(scan, start)
  if (!hours) return null
  const day = longest(scan, skipJoint(scan, hours.end), [readWeekday, readDate, readDayWord])
  if (day?.value.grain === 'day') {
    return { value: { ...day.value, hours: hours.value }, end: day.end }
  }
  const isDeadline =
    is(scan, at - 1, 'rel', 'by', 'before', 'until', 'latest') || is(scan, start, 'time', 'close')
  if (!isThis && !isDeadline) return null
  const isOver = !isThis && (hours.value.to ?? 1440) <= scan.minute
  return {
    value: { ...daySpan(scan.today + (isOver ? 1 : 0)), hours: hours.value },
    end: hours.end,
  }
}

/** *Early December*, *the end of next week*, *mid 2027*, *later today*. */
function readPart(scan: Scan, at: number): At<Span> | null {
  const start = skipFill(scan, at)
  if (!is(scan, start, 'part')) return null
  const innerStart = skipJoint(scan, start + 1)
  const inner = longest(scan, innerStart, [...innerRules, readOrdinalPoint])
  if (!inner) return null
  const part = valueAt(scan, start)
  const span = spanOfPart(scan, part, inner.value)
  const isOver = span !== null && span.to < scan.today
  const isBare = isOver && readBareUnit(scan, innerStart)?.end === inner.end
  return span && { value: isBare ? nextPart(scan, part, inner.value, span) : span, end: inner.end }
}

/** *The start of the week*, said when it is over, is that of the next one. */
function nextPart(scan: Scan, part: string, whole: Span, over: Span): Span {
  if (scan.inside || !isAnyGrain(whole)) return over
  const next = unitSpan(scan, whole.grain, 1)
  return (next && partOf(next, part, scan.today)) ?? over
}

function isAnyGrain({ grain }: Span): boolean {
  return grain === 'week' || grain === 'month' || grain === 'quarter' || grain === 'year'
}

function spanOfPart(scan: Scan, part: string, named: Span): Span | null {
  const whole = named.isNewYear === true ? firstMonth(named) : named
  if (whole.grain === 'part' && whole.to - whole.from < 7) return partOfDays(scan, part, whole)
  if (part === 'later' && whole.from <= scan.today) return laterIn(scan, whole)
  if (whole.grain !== 'week' || part === 'early' || part === 'mid') {
    return partOf(whole, part, scan.today)
  }
  return endOfWeek(scan, part, whole)
}

/** The end of a week that was cut to its month is still its Thursday and Friday. */
function partOfDays(scan: Scan, part: string, { from, to }: Span): Span | null {
  const span = partOf(weekSpan(from, 0), part, scan.today)
  return (
    span && { ...span, from: Math.max(span.from, from), to: Math.max(from, Math.min(span.to, to)) }
  )
}

function laterIn(scan: Scan, whole: Span): Span | null {
  const to = workEnd(whole, scan.today)
  if (whole.grain === 'day') return to < scan.today ? null : whole
  return to <= scan.today ? null : { from: scan.today + 1, to, grain: 'part' }
}

/** The end of the week is its Friday. Said at the weekend it is the next Friday, or else that Sunday. */
function endOfWeek(scan: Scan, part: string, week: Span): Span | null {
  const isOver = week.from + 4 < scan.today && week.to >= scan.today
  const isSunday = (isOver || part === 'end') && takes(scan, 'until-sunday')
  if (isSunday) return { from: week.from + 3, to: week.to, grain: 'part', edge: week.to }
  return partOf(isOver ? weekSpan(week.from, 1) : week, part, scan.today)
}

/** *The first week of December*, *the last Friday of the month*, *the second half of next week*. */
function readOrdinalPoint(scan: Scan, at: number): At<Span> | null {
  const start = skipFill(scan, at)
  const ordinal = is(scan, start, 'mod', 'last')
    ? { value: -1, end: start + 1 }
    : readOrdinal(scan, start)
  if (!ordinal) return null
  const dot = skipMark(scan, ordinal.end, '.')
  const counted = readOrdinalCount(scan, dot)
  const target = counted.end
  const whole = longest(scan, skipJoint(scan, target + 1), innerRules)
  if (!whole) return looseUnit(scan, ordinal.value, target)
  const span = spanOfOrdinal(scan, ordinal.value, counted.value, target, whole.value)
  return span && { value: span, end: whole.end }
}

/** *The first few days*, *the last two weeks*: how many, and where the unit stands. */
function readOrdinalCount(scan: Scan, at: number): At<number> {
  if (is(scan, at, 'quant')) return { value: 0, end: at + 1 }
  const count = is(scan, at, 'num') && isAny(scan, at + 1, 'units') ? numberAt(scan, at) : 0
  return { value: count, end: count > 0 ? at + 1 : at }
}

/** A quarter or half-year without its year: the running or the next one of that number. */
function looseUnit(scan: Scan, number: number, target: number): At<Span> | null {
  if (is(scan, target, 'unit', 'quarter')) {
    return number >= 1 && number <= 4 ? quarterOfYear(scan, number, target + 1) : null
  }
  if (!is(scan, target, 'unit', 'semester') || number < 1 || number > 2) return null
  const { year } = civilDate(scan.today)
  const half = halfOf(yearOf(year), number)
  return { value: half.to < scan.today ? halfOf(yearOf(year + 1), number) : half, end: target + 1 }
}

function spanOfOrdinal(
  scan: Scan,
  ordinal: number,
  count: number,
  target: number,
  whole: Span,
): Span | null {
  if (is(scan, target, 'weekday')) return nthWeekday(ordinal, numberAt(scan, target), whole)
  if (is(scan, target, 'dozen', '15')) return halfOf(whole, ordinal === 1 ? 1 : 2)
  if (isAny(scan, target, 'unit', 'units')) {
    const isPlural = is(scan, target, 'units')
    return nthUnit(scan, ordinal, { unit: valueAt(scan, target), isPlural, count }, whole)
  }
  return null
}

interface Counted {
  readonly unit: string
  readonly isPlural: boolean
  readonly count: number
}

function nthUnit(scan: Scan, ordinal: number, counted: Counted, whole: Span): Span | null {
  switch (counted.unit) {
    case 'half':
    case 'semester':
      return halfOf(whole, ordinal === 1 ? 1 : 2)
    case 'week':
      return counted.isPlural
        ? edgeDays(ordinal, counted.count * 7, whole)
        : nthWeek(ordinal, whole)
    case 'day':
      return counted.isPlural
        ? edgeDays(ordinal, counted.count || 5, whole)
        : nthDay(ordinal, whole)
    case 'bday':
    case 'wday':
      return nthWorkday(scan, ordinal, counted, whole)
    case 'month':
      return nthMonth(ordinal, whole)
    case 'quarter':
      return nthQuarter(ordinal, whole)
    default:
      return null
  }
}

/** The first or last so many days of a span. */
function edgeDays(ordinal: number, days: number, whole: Span): Span | null {
  if (days === 0) return null
  return ordinal === 1
    ? { from: whole.from, to: whole.from + days - 1, grain: 'part' }
    : { from: whole.to - days + 1, to: whole.to, grain: 'part' }
}

/** A week belongs to the month that has its Thursday (as ISO counts weeks of years). Monday to Friday, within the month. */
function nthWeek(ordinal: number, whole: Span): Span | null {
  const month = whole.grain === 'year' || whole.grain === 'feast' ? firstMonth(whole) : whole
  const thursday =
    ordinal === -1
      ? weekdayBefore(month.to + 1, 4)
      : weekdayAfter(month.from - 1, 4) + 7 * (ordinal - 1)
  if (ordinal > 5 || thursday > month.to) return null
  return {
    from: Math.max(thursday - 3, month.from),
    to: Math.min(thursday + 1, month.to),
    grain: 'part',
  }
}

function firstMonth(whole: Span): Span {
  const { year, month } = civilDate(whole.from)
  return monthOf(year, month)
}

function nthWeekday(ordinal: number, weekday: number, whole: Span): Span | null {
  const day =
    ordinal === -1
      ? weekdayBefore(whole.to + 1, weekday)
      : weekdayAfter(whole.from - 1, weekday) + 7 * (ordinal - 1)
  return day > whole.to ? null : daySpan(day)
}

function nthDay(ordinal: number, whole: Span): Span | null {
  const day = ordinal === -1 ? whole.to : whole.from + ordinal - 1
  return day > whole.to ? null : daySpan(day)
}

function nthWorkday(scan: Scan, ordinal: number, counted: Counted, whole: Span): Span | null {
  const isLast = ordinal === -1
  const from = workday(scan, isLast ? whole.to + 1 : whole.from - 1, ordinal)
  if (!counted.isPlural) return daySpan(from)
  const more = Math.max(1, counted.count || 5) - 1
  const to = more === 0 ? from : workday(scan, from, isLast ? -more : more)
  return { from: Math.min(from, to), to: Math.max(from, to), grain: 'part' }
}

function workday(scan: Scan, from: number, count: number): number {
  return plusWorkdays(from, count, scan.calendar)
}

function nthMonth(ordinal: number, whole: Span): Span | null {
  const { year, month } = civilDate(ordinal === -1 ? whole.to : whole.from)
  return ordinal === -1 ? monthOf(year, month) : monthOf(year, month + ordinal - 1)
}

function nthQuarter(ordinal: number, whole: Span): Span | null {
  if (whole.grain !== 'year') return null
  const { year } = civilDate(whole.from)
  const month = ordinal === -1 ? 10 : 3 * ordinal - 2
  return { from: monthOf(year, month).from, to: monthOf(year, month + 2).to, grain: 'quarter' }
}

/** *The Monday after Christmas*, *the day after the weekend*, *the week before Easter*. */
function readNeighbour(scan: Scan, at: number): At<Span> | null {
  const start = skipFill(scan, at)
  const isEdge = is(scan, start, 'ord') && Math.abs(numberAt(scan, start)) === 1
  const ordinal = isEdge ? start + 1 : start
  const isNeighbour = is(scan, ordinal, 'weekday') || is(scan, ordinal, 'unit')
  const isAfter = is(scan, ordinal + 1, 'rel', 'after')
  if (!isNeighbour || !(isAfter || is(scan, ordinal + 1, 'rel', 'before'))) return null
  if (start === at && ordinal === start && is(scan, ordinal, 'unit') && !is(scan, at - 1, 'rel'))
    return null
  const landmark = longest(scan, skipFill(scan, ordinal + 2), landmarkRules)
  const span = landmark && neighbourOf(scan, ordinal, isAfter, landmark.value)
  return span && { value: span, end: landmark.end }
}

const landmarkRules: readonly Rule[] = [
  readPart,
  readWeekday,
  readDate,
  readUnit,
  readMonthInside,
  readFeast,
  readDayWord,
]

function neighbourOf(scan: Scan, at: number, isAfter: boolean, landmark: Span): Span | null {
  const { from, to } = landmark
  if (is(scan, at, 'weekday')) {
    const weekday = numberAt(scan, at)
    return daySpan(isAfter ? weekdayAfter(to, weekday) : weekdayBefore(from, weekday))
  }
  switch (valueAt(scan, at)) {
    case 'week':
      return isAfter ? weekSpan(from, 1) : { from: from - 7, to: from - 1, grain: 'part' }
    case 'day':
      return daySpan(isAfter ? to + 1 : from - 1)
    case 'bday':
    case 'wday':
      return daySpan(isAfter ? workday(scan, to, 1) : workday(scan, from, -1))
    case 'weekend':
      return weekendBeside(landmark, isAfter)
    case 'month':
      return monthBeside(landmark, isAfter)
    default:
      return null
  }
}

function weekendBeside({ from, to }: Span, isAfter: boolean): Span {
  const saturday = isAfter ? weekdayAfter(to, 6) : weekdayBefore(from, 6)
  return { from: saturday, to: saturday + 1, grain: 'weekend' }
}

function monthBeside({ from, to }: Span, isAfter: boolean): Span {
  const { year, month } = civilDate(isAfter ? to : from)
  return monthOf(year, isAfter ? month + 1 : month - 1)
}

/** *Next week, on Tuesday*, *volgende week vrijdag*, *the first week of January, Tuesday*. */
function readWeekInside(scan: Scan, at: number): At<Span> | null {
  const week = readUnit(scan, at)
  if (week?.value.grain !== 'week') return null
  const joined = skip(scan, skipMark(scan, week.end, ','), 'rel', 'article', 'fill')
  if (!isOnly(scan, week.end, joined)) return null
  const day = readWeekday({ ...scan, inside: week.value }, joined)
  if (!day || day.value.from < week.value.from || day.value.to > week.value.to) return null
  return withHours(scan, day)
}

/** Between a week and its day only *on* may stand; *by* keeps its own meaning. */
function isOnly(scan: Scan, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    if (is(scan, at, 'rel') && !is(scan, at, 'rel', 'on')) return false
  }
  return true
}

/** A month: *in December*, *next March*, *January 2027*. Names that are also people's need a word before them. */
function readMonth(scan: Scan, at: number): At<Span> | null {
  return monthAt(scan, at, false)
}

function readMonthInside(scan: Scan, at: number): At<Span> | null {
  return monthAt(scan, at, true)
}

function monthAt(scan: Scan, at: number, isInside: boolean): At<Span> | null {
  const start = skipFill(scan, at)
  const hasMod = is(scan, start, 'mod')
  const afterMod = hasMod ? start + 1 : start
  const name = is(scan, afterMod, 'unit', 'month') ? skipFill(scan, afterMod + 1) : afterMod
  if (!is(scan, name, 'month')) return null
  if (!isInside && !isCertainMonth(scan, name, hasMod || name > afterMod)) return null
  const end = skipMark(scan, name + 1, scan.lexemes[name]?.isWeak === true ? '.' : '')
  const modBehind = is(scan, end, 'mod', 'next', 'coming') && !isAny(scan, end + 1, 'unit', 'units')
  const year = readYearSpan(scan, skipMark(scan, end, ','))
  const number = numberAt(scan, name)
  const mod = hasMod ? valueAt(scan, start) : ''
  if (mod === 'last') return null
  if (year) return { value: monthOf(civilDate(year.value.from).year, number), end: year.end }
  const span = monthMeant(scan, number, mod)
  return span && { value: span, end: modBehind ? end + 1 : end }
}

/** *Next November*, said in November, is a year away. */
function monthMeant(scan: Scan, month: number, mod: string): Span | null {
  const now = civilDate(scan.today)
  if (mod === 'next' && month === now.month) return monthOf(now.year + 1, month)
  return nextMonth(scan, month)
}

/** *May*, *April* and *Mars* are months behind a preposition, and as the whole of what is said. */
function isCertainMonth(scan: Scan, at: number, isPointed: boolean): boolean {
  if (!scan.lexemes[at]?.isWeak) return true
  if (isPointed)
    return isEnd(scan, at + 1) || !isAny(scan, at + 1, 'unit', 'units', 'word', 'plain', 'take')
  if (isEnd(scan, at - 1) && isEnd(scan, at + 1)) return true
  if (is(scan, at - 1, 'rel', 'from') && isAny(scan, at - 2, 'answer')) return false
  return (
    is(
      scan,
      at - 1,
      'rel',
      'in',
      'by',
      'until',
      'before',
      'after',
      'from',
      'during',
      'latest',
      'about',
      'between',
      'earliest',
    ) ||
    (isAny(scan, at - 1, 'article') && is(scan, at - 2, 'rel'))
  )
}

function readYearInside(scan: Scan, at: number): At<Span> | null {
  const year = readYear(scan, at)
  return year && { value: yearOf(year.value), end: year.end }
}

/** *Christmas*, *the holidays*, *next summer*, *Easter 2027*. */
function readFeast(scan: Scan, at: number): At<Span> | null {
  const opening = skipFill(scan, at)
  const hasMod = is(scan, opening, 'mod', 'this', 'next', 'coming')
  const start = hasMod ? skipFill(scan, opening + 1) : opening
  if (!is(scan, start, 'feast')) return null
  const isPointed =
    hasMod ||
    is(scan, at - 1, 'rel') ||
    is(scan, opening - 1, 'rel') ||
    isAny(scan, at - 1, 'part', 'fill', 'ord') ||
    is(scan, opening - 1, 'conj', 'to')
  if (scan.lexemes[start]?.isWeak && !isPointed) return null
  const behind = is(scan, start + 1, 'mod', 'next', 'coming') ? start + 2 : start + 1
  const year = readYear(scan, behind)
  const today = year ? Math.max(scan.today, yearOf(year.value).from) : scan.today
  const span = feastSpan(valueAt(scan, start) as FeastName, today, scan.habits)
  return { value: span, end: year?.end ?? behind }
}

/** *A week from Monday*, *two weeks before Christmas*, *a week on Tuesday*, *a week later*. */
function readShifted(scan: Scan, at: number): At<Span> | null {
  const length = readLength(scan, at)
  if (!length || length.value.isNext) return null
  const base = readBase(scan, length.end)
  if (!base) return null
  const [first, last] = base.value.isBefore
    ? mirrored(scan, base.value.day, length)
    : reach(scan, base.value.day, length.value)
  const span: Span = first === last ? daySpan(first) : { from: first, to: last, grain: 'part' }
  return { value: span, end: base.end }
}

interface Base {
  readonly day: number
  readonly isBefore: boolean
}

function mirrored(
  scan: Scan,
  day: number,
  length: NonNullable<ReturnType<typeof readLength>>,
): readonly [number, number] {
  const { least, most } = length.value
  const [first, last] = reach(scan, day, { ...length.value, least: -most, most: -least })
  return [first, last]
}

/** What a length is counted from: *from Monday*, *after Christmas*, *after the interview*, *later*. */
function readBase(scan: Scan, at: number): At<Base> | null {
  const isBefore = is(scan, at, 'rel', 'before')
  const isAfter = is(scan, at, 'rel', 'after', 'from')
  const isOn = scan.habits.hasWeekdayWeek === true && is(scan, at, 'rel', 'on')
  if (is(scan, at, 'back') || is(scan, at, 'part', 'later')) return afterAnchor(scan, at + 1)
  if (isBefore || isAfter || isOn) return baseBehind(scan, at, isBefore)
  const isDirect = scan.habits.hasWeekdayWeek === true && isAny(scan, at, 'day', 'weekday')
  const day = isDirect ? longest(scan, at, [readWeekday, readDayWord]) : null
  return day && { value: { day: day.value.from, isBefore: false }, end: day.end }
}

function baseBehind(scan: Scan, at: number, isBefore: boolean): At<Base> | null {
  const start = skipFill(scan, at + 1)
  if (isAny(scan, start, 'event', 'now'))
    return { value: { day: scan.today, isBefore }, end: start + 1 }
  if (is(scan, start, 'back')) return afterAnchor(scan, start + 1)
  const point = longest(scan, at + 1, landmarkRules)
  if (point)
    return { value: { day: point.value.edge ?? point.value.from, isBefore }, end: point.end }
  const isBare =
    is(scan, at, 'rel', 'after') && (isEnd(scan, at + 1) || isAny(scan, at + 1, 'link'))
  return isBare ? afterAnchor(scan, at + 1) : null
}

function afterAnchor(scan: Scan, end: number): At<Base> | null {
  const { anchor } = scan
  return (
    anchor && { value: { day: anchor.edge ?? workEnd(anchor, scan.today), isBefore: false }, end }
  )
}
