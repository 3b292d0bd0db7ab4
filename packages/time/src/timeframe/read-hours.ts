import { readCardinal } from './read-number.ts'
import { type Scan, is, numberAt, numbersAt, skip, valueAt } from './scan.ts'
import type { Hours } from './span.ts'

/** A time of day and the index after it. */
export type FoundHours = Hours & { readonly end: number }

/** A time of day: *morning*, *noon*, *close of business*, `17:30`, *5 pm*, *17 Uhr*. */
export function readHours(scan: Scan, at: number): FoundHours | null {
  if (is(scan, at, 'time')) {
    const hours = named[valueAt(scan, at)]
    return hours ? { ...hours, end: at + 1 } : null
  }
  if (is(scan, at, 'clock|pair:dot time:clock/am/pm')) {
    const [hour = 0, minute = 0] = numbersAt(scan, at)
    return hoursAt(scan, hour, minute, at + 1)
  }
  const hour = readCardinal(scan, at)
  return hour && is(scan, hour[1], suffix) ? hoursAt(scan, hour[0], 0, hour[1]) : null
}

/** {@link readHours} behind a day, with *at*, *in the* or a comma between. */
export function readHoursAfter(scan: Scan, at: number): FoundHours | null {
  const inner = skip(
    scan,
    at,
    ',?(?:article|fill|conj:to|rel:on/at/in/about/by/until/before/during){0,4}',
  )
  const hours = readHours(scan, inner)
  const more = hours && is(scan, inner, 'time') ? readHoursAfter(scan, hours.end) : null
  return more ?? hours
}

const suffix = 'time:clock/am/pm'

const named: Readonly<Record<string, Hours>> = {
  morning: { to: 720 },
  noon: { from: 720, to: 720 },
  afternoon: { from: 720, to: 1080 },
  evening: { from: 1080 },
  close: { to: 1020 },
}

/** An hour with what may stand behind it: *Uhr 30*, *pm*. */
function hoursAt(scan: Scan, hour: number, minute: number, at: number): FoundHours | null {
  const half = is(scan, at, suffix) ? valueAt(scan, at) : ''
  if (half === 'clock' && is(scan, at + 1, 'num') && numberAt(scan, at + 1) < 60) {
    return atMinute(hour, numberAt(scan, at + 1), at + 2)
  }
  if (half === 'clock') return atMinute(hour, minute, at + 1)
  if (half === '') return atMinute(hour, minute, at)
  return hour > 12 ? null : atMinute((hour % 12) + (half === 'pm' ? 12 : 0), minute, at + 1)
}

function atMinute(hour: number, minute: number, end: number): FoundHours | null {
  const at = hour * 60 + minute
  return hour < 24 && minute < 60 ? { from: at, to: at, end } : null
}
