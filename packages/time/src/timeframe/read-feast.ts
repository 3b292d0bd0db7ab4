import { feastSpan } from './feast.ts'
import type { FeastName } from './locale-table.ts'
import { readYear } from './read-date.ts'
import { type At, type Scan, is, isAny, skipFill, valueAt } from './scan.ts'
import { type Span, yearOf } from './span.ts'

/** *Christmas*, *the holidays*, *next summer*, *Easter 2027*. */
export function readFeast(scan: Scan, at: number): At<Span> | null {
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
