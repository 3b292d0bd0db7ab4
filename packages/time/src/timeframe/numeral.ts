import type { Meaning } from './lexeme.ts'

/**
 * What a chunk that begins with a digit means by its shape: a number, an ordinal, a range, a pair
 * or triple of numbers that may be a date, a clock time, an ISO date; `null` for everything else,
 * such as `020`, `3.500`, `5k` or `B2B`.
 */
export function readNumeral(chunk: string): Meaning | null {
  if (isShortInteger(chunk)) return meaning('num', '', [Number(chunk)])
  const match = /^(\d+(?:[-,./:–]\d+)*)([a-zªº\u00c0-\u017f]*)(\d\d)?$/i.exec(
    chunk.replace(/T\d\d:.*$/i, ''),
  )
  if (!match?.[1]) return null
  const suffix = (match[2] ?? '').toLowerCase()
  if (match[3] !== undefined) return clockWithLetter(match[1], suffix, match[3])
  const parts = match[1].split(/[-,./:–]/)
  if (parts.some(isOverlong)) return null
  const n = parts.map(Number)
  const separators = match[1].replace(/\d/g, '').replace('–', '-')
  return suffix === '' ? withoutSuffix(n, separators, parts) : withSuffix(n, separators, suffix)
}

const ordinalSuffix = /^(?:st|nd|rd|th|er|re|e|eme|ème|ieme|ième|de|ste|o|a|º|ª)$/
const hourSuffix = /^(?:h|u|uur|uhr)$/

/** Most numbers are; they need no closer look. */
function isShortInteger(chunk: string): boolean {
  const { length } = chunk
  for (let at = 0; at < length; at++) {
    const code = chunk.charCodeAt(at)
    if (code < 48 || code > 57) return false
  }
  return length > 0 && !isOverlong(chunk)
}

/** `0123` and numbers above 9999 are no counts, days or years. */
function isOverlong(part: string): boolean {
  return part.length > 4 || (part.length > 2 && part.startsWith('0'))
}

function meaning(kind: Meaning['kind'], value: string, n: readonly number[]): Meaning {
  return { kind, value, n }
}

function withoutSuffix(
  n: readonly number[],
  separators: string,
  parts: readonly string[],
): Meaning | null {
  if (n.length === 1) return meaning('num', '', n)
  if (n.length === 2) return pair(n, separators, parts)
  if (n.length !== 3 || separators[0] !== separators[1]) return null
  if (separators === '--' && parts[0]?.length === 4) return meaning('iso', '', n)
  const isYear = parts[2]?.length === 4 || parts[2]?.length === 2
  return isYear && /^[-./]/.test(separators) ? meaning('triple', separators.charAt(0), n) : null
}

function pair(n: readonly number[], separator: string, parts: readonly string[]): Meaning | null {
  const [first = '', second = ''] = parts
  if (separator === ':') return second.length === 2 ? meaning('clock', ':', n) : null
  if (separator === '/' && first === '24') return null
  return first.length > 2 || second.length > 2 ? null : meaning('pair', separator, n)
}

function withSuffix(n: readonly number[], separators: string, suffix: string): Meaning | null {
  const [first = 0, second = 0] = n
  if (n.length === 1 && ordinalSuffix.test(suffix)) return meaning('ord', '', n)
  if (n.length === 2 && separators === '-' && ordinalSuffix.test(suffix))
    return meaning('pair', '-', n)
  const isClock = n.length === 1 || (n.length === 2 && /[.:]/.test(separators))
  if (!isClock) return n.length === 2 && suffix === 'h' ? meaning('range', 'h', n) : null
  if (hourSuffix.test(suffix)) return meaning('clock', 'h', n)
  if (suffix === 'am') return meaning('clock', ':', [first % 12, second])
  if (suffix === 'pm') return meaning('clock', ':', [(first % 12) + 12, second])
  return null
}

function clockWithLetter(hour: string, letter: string, minute: string): Meaning | null {
  return hourSuffix.test(letter) && hour.length < 3
    ? meaning('clock', 'h', [Number(hour), Number(minute)])
    : null
}
