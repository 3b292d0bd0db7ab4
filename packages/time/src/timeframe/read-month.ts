import { civilDate } from '../epoch-day.ts'
import { nextMonth } from './read-date.ts'
import { readYearSpan } from './read-unit.ts'
import { type Found, type Scan, is, match, numberAt, skip, upTo } from './scan.ts'
import { monthOf } from './span.ts'

/** A month: *in December*, *next March*, *January 2027*. Names that are also people's need a word before them. */
export function readMonth(scan: Scan, at: number): Found | null {
  return monthAt(scan, at, false)
}

/** {@link readMonth} where a part or an ordinal stands before it, so that no name of a person can. */
export function readMonthInside(scan: Scan, at: number): Found | null {
  return monthAt(scan, at, true)
}

function monthAt(scan: Scan, at: number, isInside: boolean): Found | null {
  const [behind, mod = -1, unit = -1, name] =
    match(scan, at, '_(mod)?(?:(unit:month)_)?(month)') ?? []
  if (behind === undefined || name === undefined || is(scan, mod, 'mod:last')) return null
  if (!isInside && !isCertain(scan, name, mod + unit > -2)) return null
  const end = is(scan, name, 'month:weak \\.') ? behind + 1 : behind
  const number = numberAt(scan, name)
  const year = readYearSpan(scan, skip(scan, end, ','))
  if (year) return upTo(monthOf(civilDate(year.from).year, number), year.end)
  // *Next November*, said in November, is a year away.
  const now = civilDate(scan.today)
  const isYearAway = number === now.month && is(scan, mod, 'mod:next')
  const span = isYearAway ? monthOf(now.year + 1, number) : nextMonth(scan, number)
  return upTo(span, skip(scan, end, 'mod:next/coming(?!unit|units)'))
}

/** *May*, *April* and *Mars* are months behind a preposition, and as the whole of what is said. */
function isCertain(scan: Scan, at: number, isPointed: boolean): boolean {
  if (is(scan, at, 'month:sure')) return true
  if (isPointed) return !is(scan, at + 1, 'unit|units|word|plain|take')
  return is(
    scan,
    at,
    `(?<=^|mark)month(?=$|mark)|(?<!answer rel:from)
    (?<=rel article|rel:in/by/until/before/after/from/during/latest/about/between/earliest)`,
  )
}
