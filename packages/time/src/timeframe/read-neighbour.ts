import { civilDate } from '../epoch-day.ts'
import { readDate } from './read-date.ts'
import { readDayWord } from './read-day.ts'
import { readFeast } from './read-feast.ts'
import { readMonthInside } from './read-month.ts'
import { readPart } from './read-part.ts'
import { readUnit, weekendOf } from './read-unit.ts'
import { readWeekday, weekdayAfter, weekdayBefore } from './read-weekday.ts'
import { type Rule, longest } from './rule.ts'
import { type Found, type Scan, is, match, numberAt, skip, upTo, valueAt } from './scan.ts'
import { type Span, daySpan, monthOf, stretch, weekSpan } from './span.ts'
import { plusWorkdays } from './workday.ts'

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
export function readNeighbour(scan: Scan, at: number): Found | null {
  const [end, edge = -1, name = 0, after = -1] =
    match(scan, at, '_(ord)?(weekday|unit)(?:(rel:after)|rel:before)') ?? []
  if (end === undefined || (edge >= 0 && Math.abs(numberAt(scan, edge)) !== 1)) return null
  if (name === at && is(scan, at, '(?<!rel)unit')) return null
  const landmark = longest(scan, skip(scan, end), landmarkRules)
  return landmark && upTo(neighbourOf(scan, name, after >= 0, landmark), landmark.end)
}

function neighbourOf(scan: Scan, at: number, isAfter: boolean, { from, to }: Span): Span | null {
  const edge = isAfter ? to : from
  const { year, month } = civilDate(edge)
  const step = isAfter ? 1 : -1
  const beside = (weekday: number): number =>
    isAfter ? weekdayAfter(to, weekday) : weekdayBefore(from, weekday)
  switch (valueAt(scan, at)) {
    case 'sure':
    case 'weak':
      return daySpan(beside(numberAt(scan, at)))
    case 'week':
      return isAfter ? weekSpan(from, 1) : stretch(from - 7, from - 1)
    case 'day':
      return daySpan(edge + step)
    case 'bday':
    case 'wday':
      return daySpan(plusWorkdays(edge, step, scan.calendar))
    case 'weekend':
      return weekendOf(beside(6))
    case 'month':
      return monthOf(year, month + step)
    default:
      return null
  }
}
