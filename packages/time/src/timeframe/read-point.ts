import { readDate } from './read-date.ts'
import { readDayWord, withHours } from './read-day.ts'
import { readFeast } from './read-feast.ts'
import { readHours } from './read-hours.ts'
import { readMonth } from './read-month.ts'
import { readNeighbour } from './read-neighbour.ts'
import { readOrdinalPoint } from './read-ordinal.ts'
import { readPart } from './read-part.ts'
import { readShifted } from './read-shifted.ts'
import { readUnit } from './read-unit.ts'
import { readWeekday } from './read-weekday.ts'
import { type Rule, longest } from './rule.ts'
import { type At, type Scan, is, skip, skipJoint, skipMark } from './scan.ts'
import { type Span, daySpan } from './span.ts'

/** A day or a stretch of days that words point at. Of all that can be read from a place, the longest. */
export function readPoint(scan: Scan, at: number): At<Span> | null {
  const found = longest(scan, at, rules)
  return found && withHours(scan, found)
}

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
