import { whyImpossible } from './calendar-date.ts'
import { twoDigits } from './digits.ts'
import { dateText, epochDay, pad, timeText } from './epoch-day.ts'
import { timeError } from './error-table.ts'

/**
 * An instant in its one canonical text: UTC, seconds, and a fraction of three digits only where
 * it is not zero, such as `2026-11-25T14:30:00Z`. Takes ISO 8601 with `Z` or an offset `±HH:mm`;
 * digits beyond the millisecond are cut off. Throws `instant-malformed` for anything else,
 * impossible dates, `24:00`, leap seconds and years outside 1970 to 2199 included.
 */
export function parseInstant(text: string): string {
  return canonicalMs(text) === undefined ? instantFromMs(instantMs(text)) : text
}

/** Milliseconds since 1970-01-01T00:00Z of an instant. Throws `instant-malformed`. */
export function instantMs(instant: string): number {
  return canonicalMs(instant) ?? offsetFormMs(instant) ?? anyFormMs(instant)
}

/** Whole seconds in UTC up to the 28th: the form in which nearly every instant is kept, read fast. */
function canonicalMs(text: string): number | undefined {
  if (typeof text !== 'string' || text.length !== 20 || text.charCodeAt(19) !== Z) return undefined
  return plainMs(text)
}

/** The same with an offset, as people's programs give it. */
function offsetFormMs(text: string): number | undefined {
  if (typeof text !== 'string' || text.length !== 25 || text.charCodeAt(22) !== COLON)
    return undefined
  const sign = text.charCodeAt(19)
  const [hours, minutes] = [twoDigits(text, 20), twoDigits(text, 23)]
  const isPlain = (sign === PLUS || sign === MINUS) && hours <= 23 && minutes <= 59
  const local = isPlain ? plainMs(text) : undefined
  if (local === undefined) return undefined
  const offset = (hours * 60 + minutes) * 60_000
  const ms = sign === PLUS ? local - offset : local + offset
  return isInRange(ms) ? ms : undefined
}

/** Date and time up to the second, where the day is one that every month has. */
function plainMs(text: string): number | undefined {
  if (!canonicalMarks(text)) return undefined
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2)
  const month = twoDigits(text, 5)
  const day = twoDigits(text, 8)
  const hour = twoDigits(text, 11)
  const minute = twoDigits(text, 14)
  const second = twoDigits(text, 17)
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

const [PLUS, MINUS, COLON, Z] = [43, 45, 58, 90]

function canonicalMarks(text: string): boolean {
  return (
    text.charCodeAt(4) === MINUS &&
    text.charCodeAt(7) === MINUS &&
    text.charCodeAt(10) === 84 &&
    text.charCodeAt(13) === COLON &&
    text.charCodeAt(16) === COLON
  )
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
  const days = Math.floor(ms / 86_400_000)
  const time = timeText(Math.floor(ms / 1000) - days * 86_400)
  const fraction = ms % 1000
  return fraction === 0
    ? `${dateText(days)}T${time}Z`
    : `${dateText(days)}T${time}.${pad(fraction, 3)}Z`
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
