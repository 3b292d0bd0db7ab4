import type { Lexeme } from './lexeme.ts'
import { readDate } from './read-date.ts'
import { readPoint } from './read-point.ts'
import { type At, type Scan, is, isAny, over, skip, skipFill } from './scan.ts'
import { type Span, workEnd } from './span.ts'

/**
 * A point, or two with *to*, *or*, a dash, and *and* where it follows *between*. What the second
 * leaves unsaid is taken from the first and the other way round: *7 to 11 December*, *Monday or
 * Tuesday next week*, *early to mid January*, *this week or next*.
 */
export function readSpan(scan: Scan, at: number, isBetween: boolean): At<Span> | null {
  const first = readPoint(scan, at)
  const open = first?.end ?? openingEnd(scan, at)
  const behind = open === null ? null : skipConnector(scan, open, isBetween)
  if (open === null || behind === null) return first
  const second = readSecond(scan, at, open, behind, first)
  if (!second) return first
  const whole = completeFirst(scan, [at, open], [behind, second.end], first, second.value) ?? first
  if (!whole || !canJoin(scan, open, whole.value, second.value, isBetween)) return first
  const value = joined(scan, whole.value, second.value, isBetween)
  return value ? { value, end: second.end } : first
}

/** Where a first part ends that means nothing without the second: *7* to 11 December, *early* to mid January. */
function openingEnd(scan: Scan, at: number): number | null {
  const start = skipFill(scan, at)
  let end = start
  while (end < start + 3 && isAny(scan, end, 'num', 'ord', 'part', 'mod', 'article', 'fill')) end++
  if (is(scan, end, 'mark', '.') && isAny(scan, end - 1, 'num')) end++
  return end > start ? end : null
}

function skipConnector(scan: Scan, at: number, isBetween: boolean): number | null {
  const isConnector =
    is(scan, at, 'conj', 'to', 'or') ||
    is(scan, at, 'rel', 'until') ||
    is(scan, at, 'mark', '–', '/') ||
    is(scan, at, 'conj', 'and')
  if (!isConnector) return is(scan, at - 1, 'weekday') && is(scan, at, 'weekday') ? at : null
  const end = skip(scan, at + 1, 'article', 'fill')
  const isJoint =
    is(scan, end, 'rel', 'on', 'in', 'until') || (isBetween && is(scan, end, 'conj', 'to'))
  return isJoint ? skipFill(scan, end + 1) : end
}

/** The second point as it stands, in the terms of the first, or as a date without its article. */
function readSecond(
  scan: Scan,
  at: number,
  open: number,
  behind: number,
  first: At<Span> | null,
): At<Span> | null {
  const later = first ? { ...scan, anchor: first.value } : scan
  const plain = readPoint(later, behind)
  if (plain) return plain
  return readElliptical(later, scan.lexemes.slice(at, open), behind)
}

/** *This week or next*, *December 7 to 11*: unit or month come from the first part. */
function readElliptical(scan: Scan, first: readonly Lexeme[], behind: number): At<Span> | null {
  let end = behind
  while (end < behind + 5 && isAny(scan, end, 'mod', 'part', 'article', 'fill', 'num', 'ord')) end++
  const borrowed = first.findLast((each) => ['unit', 'month', 'weekday'].includes(each.kind))
  if (!borrowed || end === behind) return null
  const lexemes = [...scan.lexemes.slice(behind, end), borrowed]
  const found =
    borrowed.kind === 'month' ? readDate(over(scan, lexemes), 0) : readPoint(over(scan, lexemes), 0)
  return found?.end === lexemes.length ? { value: found.value, end } : null
}

type Range = readonly [from: number, to: number]

/** The first part with the words that it leaves to the second, if it then comes before it. */
function completeFirst(
  scan: Scan,
  [from, to]: Range,
  [behind, end]: Range,
  first: At<Span> | null,
  second: Span,
): At<Span> | null {
  if (first && !isIncomplete(scan, to)) return null
  const head = scan.lexemes.slice(from, to)
  const tail = scan.lexemes.slice(behind, end)
  for (let cut = 1; cut <= Math.min(3, tail.length - 1); cut++) {
    const lexemes = [...head, ...tail.slice(cut)]
    const found = readPoint(over(scan, lexemes), 0)
    if (found?.end === lexemes.length && found.value.from <= second.from) return found
  }
  return null
}

/** A weekday or the number of a day may wait for its week or month. */
function isIncomplete(scan: Scan, end: number): boolean {
  return isAny(scan, end - 1, 'weekday', 'ord', 'num', 'time')
}

/** *And* joins two days that stand side by side; elsewhere it begins another thought. */
function canJoin(scan: Scan, at: number, first: Span, second: Span, isBetween: boolean): boolean {
  if (isBetween || !is(scan, at, 'conj', 'and')) return true
  return first.grain === 'day' && second.grain === 'day' && !is(scan, at + 1, 'rel')
}

function joined(scan: Scan, first: Span, second: Span, isBetween: boolean): Span | null {
  if (isBetween && first.grain === 'feast' && second.grain === 'feast') {
    return { from: first.to + 1, to: second.from - 1, grain: 'part', isRange: true }
  }
  const later =
    second.to < first.from && second.grain === 'day' ? weeksLater(second, first) : second
  const from = Math.min(first.from, later.from)
  const to = Math.max(workEnd(first, scan.today), workEnd(later, scan.today))
  return later.to < first.from
    ? null
    : { from, to, grain: 'part', isRange: true, ...hoursOf(first, later) }
}

/** *Monday to Wednesday*, said on a Tuesday: the Wednesday after that Monday. */
function weeksLater(second: Span, first: Span): Span {
  const days = 7 * Math.ceil((first.from - second.from) / 7)
  return { ...second, from: second.from + days, to: second.to + days }
}

function hoursOf(first: Span, second: Span): Pick<Span, 'hours'> {
  const from = first.hours?.from
  const to = second.hours?.to
  return from === undefined && to === undefined
    ? {}
    : { hours: { ...(from !== undefined && { from }), ...(to !== undefined && { to }) } }
}
