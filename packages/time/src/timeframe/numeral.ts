import type { Meaning } from './lexeme.ts'
import { codeOf } from './terms.ts'

const shape = /^(\d+)(?:([-,./:–])(\d+)(?:([-,./:–])(\d+))?)?([a-zªºÀ-ſ]*)(\d\d)?$/
const ordinal = /^(?:st|nd|rd|th|er|re|e|eme|ème|ieme|ième|de|ste|o|a|º|ª)$/
const hour = /^(?:h|u|uur|uhr)$/
const separators = '-–/.,'
const separatorNames = ['dash', 'dash', 'slash', 'dot', 'comma']

/**
 * What a chunk that begins with a digit means by its shape: a number, an ordinal, a range, a pair
 * or triple of numbers that may be a date, a clock time, an ISO date; `null` for everything else,
 * such as `020`, `3.500`, `5k` or `B2B`.
 */
export function readNumeral(chunk: string): Meaning | null {
  // Most numbers are short; they need no closer look.
  if (/^(?!0\d\d)\d{1,4}$/.test(chunk)) return { code: codeOf('num:digits'), n: [Number(chunk)] }
  const match = shape.exec(chunk.toLowerCase().replace(/t\d\d:.*/, ''))
  if (!match) return null
  const [, first = '', , second = '', , third = '', suffix = '', minutes] = match
  const parts = [first, second, third].filter(Boolean)
  const isClock = minutes !== undefined && first.length < 3 && !second && hour.test(suffix)
  if (isClock) return { code: codeOf('clock:h'), n: [Number(first), Number(minutes)] }
  const term =
    minutes || parts.some(isOverlong) ? null : termOf(parts, match[2] ?? '', match[4] ?? '', suffix)
  const n = parts.map(Number)
  if (term && /^[ap]m$/.test(suffix)) n[0] = ((n[0] ?? 0) % 12) + (suffix === 'pm' ? 12 : 0)
  return term
    ? { code: codeOf(term), n: suffix.endsWith('m') && n.length < 2 ? [...n, 0] : n }
    : null
}

/** `0123` and numbers above 9999 are no counts, days or years. */
function isOverlong(part: string): boolean {
  return part.length > 4 || (part.length > 2 && part.startsWith('0'))
}

function termOf(
  [first = '', second = '', third]: readonly string[],
  separator: string,
  other: string,
  suffix: string,
): string | null {
  if (third) return suffix || separator !== other ? null : tripleOf(first, third, separator)
  if (suffix) return suffixed(second, separator, suffix)
  if (!second) return 'num:digits'
  if (separator === ':') return second.length === 2 ? 'clock:colon' : null
  const isPair = first.length < 3 && second.length < 3 && first + separator + second !== '24/7'
  return isPair ? pairOf(separator) : null
}

function pairOf(separator: string): string {
  return `pair:${separatorNames[separators.indexOf(separator)]}`
}

function tripleOf(first: string, third: string, separator: string): string | null {
  if (first.length === 4 && /[-–]/.test(separator)) return 'iso'
  const isYear = third.length === 4 || third.length === 2
  return isYear && /[-–./]/.test(separator) ? 'triple' : null
}

function suffixed(second: string, separator: string, suffix: string): string | null {
  if (ordinal.test(suffix) && !second) return 'ord:digits'
  if (ordinal.test(suffix) && /[-–]/.test(separator)) return 'pair:dash'
  if (second && !/[.:]/.test(separator)) return suffix === 'h' ? 'range' : null
  if (hour.test(suffix)) return 'clock:h'
  return /^[ap]m$/.test(suffix) ? 'clock:colon' : null
}
