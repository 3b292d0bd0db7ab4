import { whyImpossible } from './calendar-date.ts'
import { epochDay } from './epoch-day.ts'
import { timeError } from './error-table.ts'

/**
 * An instant in its one canonical text: UTC, seconds, and a fraction of three digits only where
 * it is not zero, such as `2026-11-25T14:30:00Z`. Takes ISO 8601 with `Z` or an offset `±HH:mm`;
 * digits beyond the millisecond are cut off. Throws `instant-malformed` for anything else,
 * impossible dates, `24:00`, leap seconds and years outside 1970 to 2199 included.
 */
export function parseInstant(text: string): string {
  return canonicalMs(text) === undefined ? instantFromMs(anyFormMs(text)) : text
}

/** Milliseconds since 1970-01-01T00:00Z of an instant. Throws `instant-malformed`. */
export function instantMs(instant: string): number {
  return canonicalMs(instant) ?? anyFormMs(instant)
}

/** Whole seconds in UTC up to the 28th: the form in which nearly every instant is kept, read fast. */
function canonicalMs(text: string): number | undefined {
  if (typeof text !== 'string' || text.length !== 20) return undefined
  if (text.charCodeAt(19) !== 90 || !canonicalMarks(text)) return undefined
  const year = digits(text, 0) * 100 + digits(text, 2)
  const month = digits(text, 5)
  const day = digits(text, 8)
  const hour = digits(text, 11)
  const minute = digits(text, 14)
  const second = digits(text, 17)
  const isPlain =
    year >= 1970 &&
    year < 2200 &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= 28 &&
    hour <= 23 &&
    minute <= 59 &&
    second <= 59
  if (!isPlain) return undefined
  return epochDay(year, month, day) * 86_400_000 + ((hour * 60 + minute) * 60 + second) * 1000
}

function canonicalMarks(text: string): boolean {
  return (
    text.charCodeAt(4) === 45 &&
    text.charCodeAt(7) === 45 &&
    text.charCodeAt(10) === 84 &&
    text.charCodeAt(13) === 58 &&
    text.charCodeAt(16) === 58
  )
}

/** Two digits as a number; `NaN`, which fails every comparison, for anything else. */
function digits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48
  const ones = text.charCodeAt(at + 1) - 48
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NaN
}

function anyFormMs(instant: string): number {
  const match = shape.exec(instant)
  if (!match) throw malformed(instant, 'it is not ISO 8601 with an offset or Z')
  const [, year, month, day, hour, minute, second, fraction] = match
  const why =
    whyImpossible(Number(year), Number(month), Number(day)) ??
    whyNoTime(Number(hour), Number(minute), Number(second ?? 0))
  if (why !== null) throw malformed(instant, why)
  const days = epochDay(Number(year), Number(month), Number(day))
  const seconds = Number(hour) * 3600 + Number(minute) * 60 + Number(second ?? 0)
  const fractionMs = Number((fraction ?? '').padEnd(3, '0').slice(0, 3))
  const ms = days * 86_400_000 + seconds * 1000 + fractionMs - offsetMs(instant, match)
  if (!isInRange(ms)) throw malformed(instant, 'in UTC it is outside the years 1970 to 2199')
  return ms
}

/** The canonical text of an instant, from milliseconds since 1970. Throws `instant-out-of-range`. */
export function instantFromMs(ms: number): string {
  if (!isInRange(ms)) throw timeError('instant-out-of-range', { ms })
  const text = new Date(ms).toISOString()
  return ms % 1000 === 0 ? `${text.slice(0, 19)}Z` : text
}

/** Negative, zero or positive, as `a` is before, at or after `b`; for `Array.prototype.sort`. */
export function compareInstants(a: string, b: string): number {
  return instantMs(a) - instantMs(b)
}

const shape =
  /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(?:Z|([+-])(\d\d):(\d\d))$/
const endMs = epochDay(2200, 1, 1) * 86_400_000

function isInRange(ms: number): boolean {
  return Number.isInteger(ms) && ms >= 0 && ms < endMs
}

function whyNoTime(hour: number, minute: number, second: number): string | null {
  if (hour > 23) return `there is no hour ${hour}`
  if (minute > 59) return `there is no minute ${minute}`
  if (second > 59) return `there is no second ${second}`
  return null
}

function offsetMs(text: string, match: RegExpExecArray): number {
  const [sign, hours, minutes] = [match[8], Number(match[9]), Number(match[10])]
  if (sign === undefined) return 0
  if (hours > 23 || minutes > 59) throw malformed(text, 'there is no such offset')
  return (sign === '-' ? -1 : 1) * (hours * 60 + minutes) * 60_000
}

function malformed(text: string, why: string): Error {
  return timeError('instant-malformed', { text, why })
}
