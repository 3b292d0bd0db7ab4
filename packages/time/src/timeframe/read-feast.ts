import { feastSpan } from './feast.ts'
import { readYear } from './read-date.ts'
import { type Found, type Scan, hasHabit, is, match, upTo, valueAt } from './scan.ts'
import { yearOf } from './span.ts'

/** *Christmas*, *the holidays*, *next summer*, *Easter 2027*. A season needs a word that points at it. */
export function readFeast(scan: Scan, at: number): Found | null {
  const [end, mod = -1, name] =
    match(scan, at, '_(mod:this/next/coming)?_(feast)(?:mod:next/coming)?') ?? []
  if (end === undefined || name === undefined) return null
  const isSeason = is(scan, name, 'feast:spring/summer/autumn/winter')
  if (isSeason && mod < 0 && !is(scan, at, '(?<=rel|part|fill|ord|conj:to)')) return null
  const year = readYear(scan, end)
  const today = year ? Math.max(scan.today, yearOf(year[0]).from) : scan.today
  const span = feastSpan(valueAt(scan, name), today, hasHabit(scan, 'three-kings'))
  return upTo(span, year?.[1] ?? end)
}
