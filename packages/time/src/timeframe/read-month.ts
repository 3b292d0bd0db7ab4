import { civilDate } from '../epoch-day.ts'
import { nextMonth } from './read-date.ts'
import { readYearSpan } from './read-unit.ts'
import {
  type At,
  type Scan,
  is,
  isAny,
  isEnd,
  numberAt,
  skipFill,
  skipMark,
  valueAt,
} from './scan.ts'
import { type Span, monthOf } from './span.ts'

/** A month: *in December*, *next March*, *January 2027*. Names that are also people's need a word before them. */
export function readMonth(scan: Scan, at: number): At<Span> | null {
  return monthAt(scan, at, false)
}

/** {@link readMonth} where a part or an ordinal stands before it, so that no name of a person can. */
export function readMonthInside(scan: Scan, at: number): At<Span> | null {
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
