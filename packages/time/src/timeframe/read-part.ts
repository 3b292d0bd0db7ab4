import { innerRules } from './read-inner.ts'
import { firstMonth, readOrdinalPoint } from './read-ordinal.ts'
import { readBareUnit, unitSpan } from './read-unit.ts'
import { longest } from './rule.ts'
import { type Found, type Scan, match, takes, upTo, valueAt } from './scan.ts'
import { type Span, partOf, stretch, weekSpan, workEnd } from './span.ts'

/** *Early December*, *the end of next week*, *mid 2027*, *later today*. */
export function readPart(scan: Scan, at: number): Found | null {
  const [start, name = 0] = match(scan, at, '_(part)~') ?? []
  const inner = start === undefined ? null : longest(scan, start, [...innerRules, readOrdinalPoint])
  if (!inner || start === undefined) return null
  const part = valueAt(scan, name)
  const span = spanOfPart(scan, part, inner)
  if (!span || span.to >= scan.today || readBareUnit(scan, start)?.end !== inner.end) {
    return upTo(span, inner.end)
  }
  // *The start of the week*, said when it is over, is that of the next one.
  const isUnit = !scan.inside && /^(week|month|quarter|year)$/.test(inner.grain)
  const next = isUnit ? unitSpan(scan, inner.grain, 1) : null
  return upTo((next && partOf(next, part, scan.today)) ?? span, inner.end)
}

function spanOfPart(scan: Scan, part: string, named: Span): Span | null {
  const whole = named.isNewYear === true ? firstMonth(named) : named
  const { from, to, grain } = whole
  if (grain === 'part' && to - from < 7) return partOfDays(scan, part, whole)
  if (part === 'later' && from <= scan.today) return laterIn(scan, whole)
  if (grain === 'week' && part !== 'early' && part !== 'mid') return endOfWeek(scan, part, whole)
  return partOf(whole, part, scan.today)
}

/** The end of a week that was cut to its month is still its Thursday and Friday. */
function partOfDays(scan: Scan, part: string, { from, to }: Span): Span | null {
  const span = partOf(weekSpan(from, 0), part, scan.today)
  return (
    span && { ...span, from: Math.max(span.from, from), to: Math.max(from, Math.min(span.to, to)) }
  )
}

function laterIn({ today }: Scan, whole: Span): Span | null {
  const to = workEnd(whole, today)
  if (whole.grain === 'day') return to < today ? null : whole
  return to <= today ? null : stretch(today + 1, to)
}

/** The end of the week is its Friday. Said at the weekend it is the next Friday, or else that Sunday. */
function endOfWeek(scan: Scan, part: string, { from, to }: Span): Span | null {
  const isOver = from + 4 < scan.today && to >= scan.today
  const isSunday = (isOver || part === 'end') && takes(scan, 'until-sunday')
  return isSunday
    ? stretch(from + 3, to, to)
    : partOf(weekSpan(from, isOver ? 1 : 0), part, scan.today)
}
