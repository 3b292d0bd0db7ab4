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
import { type Found, type Scan, is, skip, upTo } from './scan.ts'
import { daySpan } from './span.ts'

/** A day or a stretch of days that words point at. Of all that can be read from a place, the longest. */
export function readPoint(scan: Scan, at: number): Found | null {
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

/** *Next week, on Tuesday*, *volgende week vrijdag*; but *by* keeps its own meaning. */
function readWeekInside(scan: Scan, at: number): Found | null {
  const week = readUnit(scan, at)
  if (week?.grain !== 'week') return null
  const joined = skip(scan, week.end, ',?(?:rel:on|article|fill){0,4}')
  const day = readWeekday({ ...scan, inside: week }, joined)
  return day && day.from >= week.from && day.to <= week.to ? withHours(scan, day) : null
}

/** *This afternoon*, *by 5 pm*, *noon on Friday*, *end of day tomorrow*. */
function readHoursOfDay(scan: Scan, at: number): Found | null {
  const start = skip(scan, at, '(?:article|fill|mod){0,4}')
  const hours = readHours(scan, start)
  if (!hours) return null
  const { end } = hours
  const day = longest(scan, skip(scan, end, '~'), [readWeekday, readDate, readDayWord])
  if (day?.grain === 'day') return { ...day, hours }
  const isSame = is(scan, start, '(?<=mod:same)')
  if (isSame && scan.anchor) return upTo({ ...daySpan(scan.anchor.from), hours }, end)
  const isCourse =
    !scan.anchor && is(scan, at, '(?<=rel:during)') && (hours.to ?? 1440) > scan.minute
  const isThis = isCourse || is(scan, start, '(?<=mod:this)')
  const isDeadline =
    is(scan, at, '(?<=rel:by/before/until/latest)(?<!(num).)') || is(scan, start, 'time:close')
  if (!isThis && !isDeadline) return null
  const isOver = !isThis && (hours.to ?? 1440) <= scan.minute
  return upTo({ ...daySpan(scan.today + (isOver ? 1 : 0)), hours }, end)
}
