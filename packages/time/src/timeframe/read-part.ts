import { innerRules } from './read-inner.ts'
import { readOrdinalPoint, firstMonth } from './read-ordinal.ts'
import { readBareUnit, unitSpan } from './read-unit.ts'
import { longest } from './rule.ts'
import { type At, type Scan, is, skipFill, skipJoint, takes, valueAt } from './scan.ts'
import { type Span, partOf, weekSpan, workEnd } from './span.ts'

/** *Early December*, *the end of next week*, *mid 2027*, *later today*. */
export function readPart(scan: Scan, at: number): At<Span> | null {
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
