import { readCardinal } from './read-number.ts'
import { type Count, type Scan, has, is, numberAt, numbersAt, skip, valueAt } from './scan.ts'
import type { Hours } from './span.ts'

/** A time of day and the index after it. */
export type FoundHours = Hours & { readonly end: number }

/** A time of day: *morning*, *noon*, *close of business*, `17:30`, *5 pm*, *17 Uhr*. */
export function readHours(scan: Scan, at: number): FoundHours | null {
  return readHourRange(scan, at) ?? readHour(scan, at)
}

/** *10 to 12 Uhr*, *entre las 10 y las 12*: what the first hour leaves unsaid is said with the second. */
function readHourRange(scan: Scan, at: number): FoundHours | null {
  const [first, behind = at] = readCardinal(scan, at) ?? []
  const between = skip(scan, readHour(scan, at)?.end ?? behind, '(?:conj|rel:until|[–/])article?')
  if (first === undefined || !is(scan, between, '(?<=conj.?|rel:until.?|[–/])(?:num|time)'))
    return null
  const second = readHour(scan, between)
  const from = readHour(scan, at)?.from ?? first * 60
  return second?.to === undefined || second.to < from
    ? null
    : { from, to: second.to, end: second.end }
}

function readHour(scan: Scan, at: number): FoundHours | null {
  if (is(scan, at, 'time')) {
    const hours = named[valueAt(scan, at)]
    return hours ? { ...hours, end: at + 1 } : null
  }
  if (is(scan, at, 'clock|pair:dot time:clock/am/pm')) {
    const [hour = 0, minute = 0] = numbersAt(scan, at)
    return hoursAt(scan, hour, minute, at + 1)
  }
  const hour = readCardinal(scan, at)
  if (!hour) return null
  return is(scan, hour[1], suffix)
    ? hoursAt(scan, hour[0], 0, hour[1])
    : readBareHour(scan, at, hour)
}

/** *Um 4*, *a las 10 de la mañana*: behind words that only clock times follow. Work does not begin before seven. */
function readBareHour(scan: Scan, at: number, [hour, end]: Count): FoundHours | null {
  if (!is(scan, at, '(?<=rel:at|article:clock)') || is(scan, end, 'unit|units|month')) return null
  const isLate = hour < 12 && (hour < 7 || is(scan, end, 'time:afternoon/evening'))
  return atMinute(hour + (isLate ? 12 : 0), 0, skip(scan, end, 'time:morning/afternoon/evening?'))
}

/** {@link readHours} behind a day, with *at*, *in the* or a comma between. */
export function readHoursAfter(scan: Scan, at: number): FoundHours | null {
  const inner = skip(scan, at, `,?(?:article|fill|conj:to|rel:${joints}){0,4}`)
  const hours = readHours(scan, inner)
  const more = hours && is(scan, inner, 'time') ? readHoursAfter(scan, hours.end) : null
  const { from, end = at } = more ?? hours ?? {}
  if (from === undefined || !has(scan.codes.slice(at, end), 'rel:after/from')) return more ?? hours
  return { from, end }
}

const joints = 'on/at/in/about/by/until/before/after/from/during/between'

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
