import { wholeWeeks } from './length.ts'
import { readHoursAfter } from './read-hours.ts'
import { readLength } from './read-length.ts'
import { type Found, type Scan, hasHabit, is, match, numberAt, upTo } from './scan.ts'
import { daySpan } from './span.ts'

/** *Today*, *tomorrow*, *a week from today* in British order: *tomorrow week*. */
export function readDayWord(scan: Scan, at: number): Found | null {
  const [end, word] = match(scan, at, '_(day)') ?? []
  if (end === undefined || word === undefined) return null
  const day = scan.today + numberAt(scan, word)
  if (hasHabit(scan, 'weekday-week') && is(scan, end, 'unit:week')) {
    return upTo(daySpan(day + 7), end + 1)
  }
  const length = is(scan, end, 'rel:in') ? readLength(scan, end + 1) : null
  return upTo(daySpan(day + (length ? wholeWeeks(scan, day, length) : 0)), length?.end ?? end)
}

/** A time of day behind a day belongs to it. */
export function withHours(scan: Scan, found: Found): Found {
  const { grain, end, hours } = found
  if (grain !== 'day') return found
  const after = readHoursAfter(scan, end)
  if (after) return { ...found, hours: after, end: after.end }
  const isMorning = hours === undefined && is(scan, end, 'day:1')
  return isMorning ? { ...found, hours: { to: 720 }, end: end + 1 } : found
}
