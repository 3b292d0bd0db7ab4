import { readCardinal } from './read-number.ts'
import { type At, type Scan, is, numberAt, skip, valueAt } from './scan.ts'
import type { Hours } from './span.ts'

/** A time of day: *morning*, *noon*, *close of business*, `17:30`, *5 pm*, *17 Uhr*. */
export function readHours(scan: Scan, at: number): At<Hours> | null {
  if (is(scan, at, 'time')) return readNamedHours(scan, at)
  if (is(scan, at, 'clock')) return readClock(scan, at)
  if (is(scan, at, 'pair', '.') && is(scan, at + 1, 'time', 'clock', 'am', 'pm')) {
    return readClock(scan, at)
  }
  const hour = readCardinal(scan, at)
  const isHour = hour !== null && is(scan, hour.end, 'time', 'clock', 'am', 'pm')
  return isHour ? withHalf(scan, hour.value, 0, hour.end) : null
}

/** {@link readHours} behind a day, with *at*, *in the* or a comma between. */
export function readHoursAfter(scan: Scan, at: number): At<Hours> | null {
  const start = is(scan, at, 'mark', ',') ? at + 1 : at
  const inner = skip(scan, start, 'article', 'fill', 'rel', 'conj')
  const isJoined = inner === start || isJoint(scan, start, inner)
  const hours = isJoined ? readHours(scan, inner) : null
  if (!hours) return null
  const more = is(scan, inner, 'time') ? readHoursAfter(scan, hours.end) : null
  return more ?? hours
}

const named: Readonly<Record<string, Hours>> = {
  morning: { to: 720 },
  noon: { from: 720, to: 720 },
  afternoon: { from: 720, to: 1080 },
  evening: { from: 1080 },
  close: { to: 1020 },
}

function isJoint(scan: Scan, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    if (is(scan, at, 'conj') && !is(scan, at, 'conj', 'to')) return false
    if (is(scan, at, 'rel') && !is(scan, at, 'rel', 'on', 'in', 'about', 'by', 'until', 'before')) {
      return false
    }
  }
  return true
}

function readNamedHours(scan: Scan, at: number): At<Hours> | null {
  const value = named[valueAt(scan, at)]
  return value ? { value, end: at + 1 } : null
}

function readClock(scan: Scan, at: number): At<Hours> | null {
  const [hour = 0, minute = 0] = scan.lexemes[at]?.n ?? []
  return is(scan, at + 1, 'time', 'clock', 'am', 'pm')
    ? withHalf(scan, hour, minute, at + 1)
    : atMinute(hour, minute, at + 1)
}

function withHalf(scan: Scan, hour: number, minute: number, at: number): At<Hours> | null {
  const half = valueAt(scan, at)
  if (half === 'clock') {
    const behind = is(scan, at + 1, 'num') && numberAt(scan, at + 1) < 60 ? 1 : 0
    return atMinute(hour, behind ? numberAt(scan, at + 1) : minute, at + 1 + behind)
  }
  return hour > 12 ? null : atMinute((hour % 12) + (half === 'pm' ? 12 : 0), minute, at + 1)
}

function atMinute(hour: number, minute: number, end: number): At<Hours> | null {
  const at = hour * 60 + minute
  return hour < 24 && minute < 60 ? { value: { from: at, to: at }, end } : null
}
