import { plusWorkdays } from './workday.ts'
import { civilDate } from '../epoch-day.ts'
import { readDate } from './read-date.ts'
import { readDayWord } from './read-day.ts'
import { readFeast } from './read-feast.ts'
import { readMonthInside } from './read-month.ts'
import { readPart } from './read-part.ts'
import { readUnit } from './read-unit.ts'
import { readWeekday, weekdayAfter, weekdayBefore } from './read-weekday.ts'
import { type Rule, longest } from './rule.ts'
import { type At, type Scan, is, numberAt, skipFill, valueAt } from './scan.ts'
import { type Span, daySpan, monthOf, weekSpan } from './span.ts'

/** What something can be before or after. */
export const landmarkRules: readonly Rule[] = [
  readPart,
  readWeekday,
  readDate,
  readUnit,
  readMonthInside,
  readFeast,
  readDayWord,
]

/** *The Monday after Christmas*, *the day after the weekend*, *the week before Easter*. */
export function readNeighbour(scan: Scan, at: number): At<Span> | null {
  const start = skipFill(scan, at)
  const isEdge = is(scan, start, 'ord') && Math.abs(numberAt(scan, start)) === 1
  const ordinal = isEdge ? start + 1 : start
  const isNeighbour = is(scan, ordinal, 'weekday') || is(scan, ordinal, 'unit')
  const isAfter = is(scan, ordinal + 1, 'rel', 'after')
  if (!isNeighbour || !(isAfter || is(scan, ordinal + 1, 'rel', 'before'))) return null
  if (start === at && ordinal === start && is(scan, ordinal, 'unit') && !is(scan, at - 1, 'rel'))
    return null
  const landmark = longest(scan, skipFill(scan, ordinal + 2), landmarkRules)
  const span = landmark && neighbourOf(scan, ordinal, isAfter, landmark.value)
  return span && { value: span, end: landmark.end }
}

function neighbourOf(scan: Scan, at: number, isAfter: boolean, landmark: Span): Span | null {
  const { from, to } = landmark
  if (is(scan, at, 'weekday')) {
    const weekday = numberAt(scan, at)
    return daySpan(isAfter ? weekdayAfter(to, weekday) : weekdayBefore(from, weekday))
  }
  switch (valueAt(scan, at)) {
    case 'week':
      return isAfter ? weekSpan(from, 1) : { from: from - 7, to: from - 1, grain: 'part' }
    case 'day':
      return daySpan(isAfter ? to + 1 : from - 1)
    case 'bday':
    case 'wday':
      return daySpan(
        isAfter ? plusWorkdays(to, 1, scan.calendar) : plusWorkdays(from, -1, scan.calendar),
      )
    case 'weekend':
      return weekendBeside(landmark, isAfter)
    case 'month':
      return monthBeside(landmark, isAfter)
    default:
      return null
  }
}

function weekendBeside({ from, to }: Span, isAfter: boolean): Span {
  const saturday = isAfter ? weekdayAfter(to, 6) : weekdayBefore(from, 6)
  return { from: saturday, to: saturday + 1, grain: 'weekend' }
}

function monthBeside({ from, to }: Span, isAfter: boolean): Span {
  const { year, month } = civilDate(isAfter ? to : from)
  return monthOf(year, isAfter ? month + 1 : month - 1)
}
