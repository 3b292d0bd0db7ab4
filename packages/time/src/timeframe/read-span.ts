import type { Lexeme } from './lexeme.ts'
import { readDate } from './read-date.ts'
import { readPoint } from './read-point.ts'
import { type Found, type Scan, has, is, match, over, skip, upTo } from './scan.ts'
import { type Hours, type Span, stretch, workEnd } from './span.ts'

/**
 * A point, or two with *to*, *or*, a dash, and *and* where it follows *between*. What the second
 * leaves unsaid is taken from the first and the other way round: *7 to 11 December*, *Monday or
 * Tuesday next week*, *early to mid January*, *this week or next*.
 */
export function readSpan(scan: Scan, at: number, isBetween: boolean): Found | null {
  const first = readPoint(scan, at)
  const open = first?.end ?? openingEnd(scan, at)
  const behind = open === null ? null : skipConnector(scan, open, isBetween)
  if (open === null || behind === null) return first
  const second = readSecond(scan, scan.lexemes.slice(at, open), behind, first)
  if (!second) return first
  const whole = completeFirst(scan, at, open, behind, second, first) ?? first
  if (!whole || !canJoin(scan, open, whole, second, isBetween)) return first
  // *Until Friday, and Monday …* sets a limit and begins another thought.
  if (is(scan, at, '(?<=rel:until/before article?)') && is(scan, open, 'conj:and')) return first
  return upTo(joined(scan, whole, second, isBetween), second.end) ?? first
}

/** Where a first part ends that means nothing without the second: *7* to 11 December, *early* to mid January. */
function openingEnd(scan: Scan, at: number): number | null {
  const end = match(
    scan,
    at,
    '_(?!article|fill)(?:num|ord|part|mod|article|fill){1,3}(?:(?<=num)\\.)?',
  )
  return end?.[0] ?? null
}

function skipConnector(scan: Scan, at: number, isBetween: boolean): number | null {
  const joint = isBetween ? 'rel:on/in/until|conj:to' : 'rel:on/in/until'
  const connector = `(?:conj|rel:until|[–/])_(?:(?:${joint})_)?|(?<=weekday)(?=weekday)`
  return match(scan, at, connector)?.[0] ?? null
}

/** The second point as it stands, or with the unit or month of the first: *this week or next*, *December 7 to 11*. */
function readSecond(
  scan: Scan,
  first: readonly Lexeme[],
  behind: number,
  anchor: Span | null,
): Found | null {
  const later = anchor ? { ...scan, anchor } : scan
  const plain = readPoint(later, behind)
  const end = skip(scan, behind, '(?:mod|part|article|fill|num|ord){0,5}')
  const borrowed = first.findLast(({ code }) => has(code, 'unit|month|weekday'))
  if (plain || !borrowed || end === behind) return plain
  const whole = over(later, [...scan.lexemes.slice(behind, end), borrowed])
  const found = has(borrowed.code, 'month') ? readDate(whole, 0) : readPoint(whole, 0)
  return found?.end === whole.lexemes.length ? { ...found, end } : null
}

/** The first part with the words that it leaves to the second, if it then comes before it. */
function completeFirst(
  scan: Scan,
  from: number,
  to: number,
  behind: number,
  second: Found,
  first: Span | null,
): Found | null {
  // A weekday or the number of a day may wait for its week or month.
  if (first && !is(scan, to, '(?<=weekday|ord|num|time)')) return null
  for (let cut = behind + 1; cut <= Math.min(behind + 3, second.end - 1); cut++) {
    const lexemes = [...scan.lexemes.slice(from, to), ...scan.lexemes.slice(cut, second.end)]
    const found = readPoint(over(scan, lexemes), 0)
    if (found?.end === lexemes.length && found.from <= second.from) return found
  }
  return null
}

/** *And* joins two days that stand side by side; elsewhere it begins another thought. */
function canJoin(scan: Scan, at: number, first: Span, second: Found, isBetween: boolean): boolean {
  if (isBetween || !is(scan, at, 'conj:and')) return true
  const isOwn = is(scan, at + 1, 'rel') || is(scan, second.end, '(?<=back|part:later)')
  return first.grain === 'day' && second.grain === 'day' && !isOwn
}

function joined(scan: Scan, first: Span, second: Span, isBetween: boolean): Span | null {
  if (isBetween && first.grain === 'feast' && second.grain === 'feast') {
    // Said between the two, the first of them is that of next year.
    const from = first.to < second.from ? first.to + 1 : scan.today
    return { ...stretch(from, second.from - 1), isRange: true }
  }
  // *Monday to Wednesday*, said on a Tuesday: the Wednesday after that Monday.
  const isLater = second.to < first.from && second.grain === 'day'
  const days = isLater ? 7 * Math.ceil((first.from - second.from) / 7) : 0
  const later = { ...second, from: second.from + days, to: second.to + days }
  if (later.to < first.from) return null
  const to = Math.max(workEnd(first, scan.today), workEnd(later, scan.today))
  return {
    ...stretch(Math.min(first.from, later.from), to),
    isRange: true,
    ...hoursOf(first, later),
  }
}

function hoursOf(first: Span, second: Span): { hours?: Hours } {
  const from = first.hours?.from
  const to = second.hours?.to
  if (from === undefined && to === undefined) return {}
  return { hours: { ...(from !== undefined && { from }), ...(to !== undefined && { to }) } }
}
