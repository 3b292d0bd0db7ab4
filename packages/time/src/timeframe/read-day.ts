import { wholeWeeks } from './length.ts'
import { readHoursAfter } from './read-hours.ts'
import { readLength } from './read-length.ts'
import { type At, type Scan, is, numberAt, skipFill } from './scan.ts'
import { type Span, daySpan } from './span.ts'

/** *Today*, *tomorrow*, *a week from today* in British order: *tomorrow week*. */
export function readDayWord(scan: Scan, at: number): At<Span> | null {
  const start = skipFill(scan, at)
  if (!is(scan, start, 'day')) return null
  const day = scan.today + numberAt(scan, start)
  const isWeekLater = scan.habits.hasWeekdayWeek === true && is(scan, start + 1, 'unit', 'week')
  if (isWeekLater) return { value: daySpan(day + 7), end: start + 2 }
  const length = is(scan, start + 1, 'rel', 'in') ? readLength(scan, start + 2) : null
  if (!length) return { value: daySpan(day), end: start + 1 }
  return { value: daySpan(day + wholeWeeks(scan, day, length.value)), end: length.end }
}

/** A time of day behind a day belongs to it. */
export function withHours(scan: Scan, found: At<Span>): At<Span> {
  if (found.value.grain !== 'day') return found
  const hours = readHoursAfter(scan, found.end)
  if (hours) return { value: { ...found.value, hours: hours.value }, end: hours.end }
  const isMorning = is(scan, found.end, 'day', '1') && found.value.hours === undefined
  return isMorning ? { value: { ...found.value, hours: { to: 720 } }, end: found.end + 1 } : found
}
