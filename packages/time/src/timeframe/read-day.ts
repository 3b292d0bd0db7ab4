import { readHoursAfter } from './read-hours.ts'
import { withLength } from './read-weekday.ts'
import { type Found, type Scan, is, match, numberAt, upTo } from './scan.ts'
import { daySpan } from './span.ts'

/** *Today*, *tomorrow*, *a week from today* in British order: *tomorrow week*. */
export function readDayWord(scan: Scan, at: number): Found | null {
  const [end, word] = match(scan, at, '_(day)') ?? []
  if (end === undefined || word === undefined) return null
  const day = scan.today + numberAt(scan, word)
  return withLength(scan, day, end) ?? upTo(daySpan(day), end)
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
