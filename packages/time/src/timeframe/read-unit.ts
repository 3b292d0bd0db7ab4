import { civilDate } from '../epoch-day.ts'
import { dayOfMonth, readDate, readYear } from './read-date.ts'
import { readCardinal } from './read-number.ts'
import { type Found, type Scan, is, match, numberAt, skip, takes, upTo, valueAt } from './scan.ts'
import {
  type Span,
  daySpan,
  isoWeekOf,
  mondayOf,
  monthSpan,
  quarterOf,
  recentDays,
  weeksIn,
  weekSpan,
  yearOf,
} from './span.ts'
import { plusWorkdays } from './workday.ts'

/** A week, month, quarter, year, weekend or day that a word points at: *next week*, *week 50*, *the week of the 7th*. */
export function readUnit(scan: Scan, at: number): Found | null {
  return (
    readNumberedWeek(scan, at) ??
    readWeekOf(scan, at) ??
    readPointedUnit(scan, at) ??
    readFollowingUnit(scan, at) ??
    readQuarter(scan, at) ??
    readWeekend(scan, at)
  )
}

/** A unit without a word that points: *the week* in *the end of the week*. It is the running one. */
export function readBareUnit(scan: Scan, at: number): Found | null {
  const [end, unit = 0] = match(scan, at, '_(unit)') ?? []
  if (end === undefined) return null
  const base = scan.inside ? { ...scan, today: scan.inside.from } : scan
  return upTo(unitSpan(base, valueAt(scan, unit), 0), end)
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
      return daySpan(offset > 0 ? plusWorkdays(today, offset, scan.calendar) : today)
    case 'week':
      return weekSpan(today, offset)
    case 'weekend':
      return { ...weekendOf(mondayOf(today) + 5 + 7 * offset), isBreak: true }
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

/** A Saturday and its Sunday. */
export function weekendOf(saturday: number): Span {
  return { from: saturday, to: saturday + 1, grain: 'weekend' }
}

const offsets: Readonly<Record<string, number>> = {
  next: 1,
  nexts: 1,
  coming: 1,
  following: 1,
  afterNext: 2,
  last: -1,
}

/** *Next week*, *la semaine prochaine*, *this coming week*, *the week after next*. */
function readPointedUnit(scan: Scan, at: number): Found | null {
  const [end, before = -1, unit = 0, behind = -1] =
    match(scan, at, '_(mod)?_(unit)(?:_(mod)(?!unit|units))?') ?? []
  if (end === undefined) return null
  const name = valueAt(scan, unit)
  if (before + behind === -2) {
    return isAfterNext(scan, end) ? upTo(pointedSpan(scan, name, 'afterNext'), end + 2) : null
  }
  const isBehind = behind >= 0 && (before < 0 || is(scan, before, 'mod:this'))
  return upTo(pointedSpan(scan, name, valueAt(scan, isBehind ? behind : before)), end)
}

/** *After next*, and nothing behind that *next* could belong to. */
export function isAfterNext(scan: Scan, at: number): boolean {
  return is(scan, at, 'rel:after mod:next(?!_(?:unit|units|weekday|month|feast))')
}

function pointedSpan(scan: Scan, unit: string, mod: string): Span | null {
  const { anchor } = scan
  const start = mod === 'following' ? anchor?.to : mod === 'same' ? anchor?.from : undefined
  const base = start === undefined ? scan : { ...scan, today: start }
  const offset = unit === 'weekend' ? weekendOffset(base, mod) : offsets[mod]
  return unitSpan(base, unit, offset ?? 0)
}

/** *Next weekend*, said on a weekday, may be the one that comes; said on a Saturday *coming* is not today. */
function weekendOffset(scan: Scan, mod: string): number | undefined {
  const isWeekend = scan.today >= mondayOf(scan.today) + 5
  if (mod === 'coming') return isWeekend ? 1 : 0
  return mod === 'next' && !isWeekend && takes(scan, 'other-weekday') ? 0 : offsets[mod]
}

/** Nothing more follows of the thought. */
const stop = '(?=$|mark|link|correct|conj)'

/** *The week after (that)*, *la semaine d'après*: the one behind what was said before. */
function readFollowingUnit(scan: Scan, at: number): Found | null {
  const [end, unit = 0] =
    match(scan, at, `_(?<=article|fill|rel|conj)(unit)_(?:back|rel:after${stop})`) ?? []
  const base = scan.anchor ? { ...scan, today: scan.anchor.to } : scan
  if (!scan.anchor && is(scan, unit, 'unit:day')) return null
  return end === undefined ? null : upTo(unitSpan(base, valueAt(scan, unit), 1), end)
}

function readWeekend(scan: Scan, at: number): Found | null {
  const end = match(scan, at, '(?:(?:article|fill){1,4}|(?<=rel|^|mark))unit:weekend')?.[0]
  return end === undefined ? null : upTo(unitSpan(scan, 'weekend', 0), end)
}

/** *Week 50*, *KW 50*, *die 50. Kalenderwoche*: the next week of that number, unless it has just passed. */
function readNumberedWeek(scan: Scan, at: number): Found | null {
  const [end, before = -1, behind = -1] =
    match(
      scan,
      at,
      '_(?:(num|ord)\\.?weekNumber|(?:weekNumber|unit:week)(num:digits)(?!unit|units|month))',
    ) ?? []
  const week = numberAt(scan, Math.max(before, behind))
  if (end === undefined || week < 1 || week > 53) return null
  const stated = readYear(scan, skip(scan, end, ',?_'))
  const hasWeek = (year: number): boolean => week <= weeksIn(year)
  if (stated) return hasWeek(stated[0]) ? upTo(isoWeekOf(stated[0], week), stated[1]) : null
  const { year } = civilDate(scan.today)
  const span = [year - 1, year, year + 1]
    .filter(hasWeek)
    .map((each) => isoWeekOf(each, week))
    .find(({ to }) => to >= scan.today - recentDays)
  return span === undefined ? null : upTo(span, end)
}

/** *The week of the 7th*, *w/c 7 December*, *la semaine du 14*. */
function readWeekOf(scan: Scan, at: number): Found | null {
  const end = match(
    scan,
    at,
    '_(?:weekOf(?:rel:from)?(?:article|fill|weekday){0,4}|unit:week(?:rel:from|(?=article|fill|weekday))(?:article|fill|weekday){0,4})',
  )?.[0]
  if (end === undefined) return null
  const day = readDate(scan, end) ?? readLooseDay(scan, end)
  return day && upTo(weekSpan(day.from, 0), day.end)
}

function readLooseDay(scan: Scan, at: number): Found | null {
  const [day = 32, end = at] = readCardinal(scan, at) ?? []
  return day < 32 && is(scan, end, stop) ? upTo(dayOfMonth(scan, day, scan.inside), end) : null
}

/** *Q1*, *Q1 2027*, *Q2 of next year*. */
function readQuarter(scan: Scan, at: number): Found | null {
  const [end, quarter = 0] = match(scan, at, '_(quarterOfYear)') ?? []
  return end === undefined ? null : quarterOfYear(scan, numberAt(scan, quarter), end)
}

/** A quarter by its number, in the year that follows or the next of its kind. */
export function quarterOfYear(scan: Scan, quarter: number, at: number): Found | null {
  const stated = readYearSpan(scan, at)
  if (stated) return upTo(quarterOf(civilDate(stated.from).year, quarter), stated.end)
  const { year } = civilDate(scan.today)
  const span = quarterOf(year, quarter)
  return upTo(span.to < scan.today ? quarterOf(year + 1, quarter) : span, at)
}

/** *2027*, *of 2027*, *of next year*. */
export function readYearSpan(scan: Scan, at: number): Found | null {
  const start = skip(scan, at, '~')
  const stated = readYear(scan, start)
  if (stated) return upTo(yearOf(stated[0]), stated[1])
  const unit = readPointedUnit(scan, start)
  return unit?.grain === 'year' ? unit : null
}
