import type { Length } from './length.ts'
import { readCardinal } from './read-number.ts'
import {
  type Scan,
  has,
  hasHabit,
  is,
  isIdiom,
  match,
  numbersAt,
  skip,
  takes,
  valueAt,
} from './scan.ts'

/** A length and the index after it. */
export type FoundLength = Length & { readonly end: number }

const next = 'mod:next/nexts/coming/following'

/**
 * A length of time: *two weeks*, *7 to 10 business days*, *a week or two*, *about ten days*,
 * *the next few weeks*. Needs a number, a word for one, or plural and *next*.
 */
export function readLength(scan: Scan, at: number, isBetween = false): FoundLength | null {
  const start = skip(scan, at, '(?:article|fill|mod|rel:about){0,5}')
  const quantity = readQuantities(scan, start)
  const afterQuantity = quantity?.end ?? start
  const inner = skip(scan, afterQuantity, `(?:fill|${next}){0,4}`)
  const isNextBehind = is(scan, inner, 'units mod:nexts/coming/next/following')
  const isNext =
    isNextBehind || hasIn(scan, at, start, next) || hasIn(scan, afterQuantity, inner, next)
  if (!quantity && !(isNext && is(scan, inner, 'units'))) return null
  const counted = quantity ?? { ...few, end: start }
  const unit = readUnitName(scan, inner, counted.isDays)
  if (!unit || isClockTime(scan, start, counted.most, unit)) return null
  const length = withUnit(scan, counted, unit[0])
  const extended = extend(scan, length, isNextBehind ? unit[1] + 1 : unit[1], isBetween)
  const end = skip(scan, extended.end, 'rel:about')
  const isAbout = end > extended.end || counted.isAbout || hasIn(scan, at, start, 'rel:about')
  const softness = counted.isUpper ? 'upper' : isAbout ? 'both' : extended.softness
  return { ...extended, softness, isNext, end }
}

/** *15 Uhr* and *16 h* are lengths only where they are many hours, or where *in* or *within* says so. */
function isClockTime(
  { codes }: Scan,
  at: number,
  hours: number,
  [unit, end]: readonly [string, number],
): boolean {
  if (unit !== 'hour' || hours >= 24 || has(codes.charAt(end - 1), 'unit|units')) return false
  const lead = codes.slice(Math.max(0, at - 3), at)
  if (has(lead, 'rel:on/at/after/from/between')) return true
  return (
    (hours >= earliestHour || has(lead, 'rel:about')) && !has(lead, 'rel:in/within/atLeast/atMost')
  )
}

/** Fewer hours are rather counted than shown by a clock. */
const earliestHour = 7

function hasIn(scan: Scan, from: number, to: number, pattern: string): boolean {
  return has(scan.codes.slice(from, to), pattern)
}

interface Quantity {
  readonly least: number
  readonly most: number
  /** Index after its words. */
  readonly end: number
  readonly isAbout?: boolean
  /** *A good week*: no less, a little more. */
  readonly isUpper?: boolean
  /** *A few* is up to five days, but up to four of anything else. */
  readonly isFew?: boolean
  readonly isCouple?: boolean
  /** *Une quinzaine* needs no word for days. */
  readonly isDays?: boolean
}

const few = { least: 2, most: 4, isFew: true }

/** One quantity, or two with *to*, *or*, a dash, a comma or nothing between. */
function readQuantities(scan: Scan, at: number): Quantity | null {
  const first = readQuantity(scan, at)
  if (!first) return null
  const between = skipConnector(scan, first.end)
  const second = readQuantity(scan, between)
  if (!second || second.isFew) return first
  const isLoose = between === first.end || is(scan, first.end, ',')
  const isRange = isLoose ? second.least === first.most + 1 : second.most >= first.most
  return isRange ? { ...second, least: first.least, isAbout: first.isAbout === true } : first
}

function skipConnector(scan: Scan, at: number): number {
  return skip(scan, at, ',?(?:(?:conj|rel:until|[–/])rel{0,4})?')
}

function readQuantity(scan: Scan, at: number): Quantity | null {
  const [first = 0, second = 0] = numbersAt(scan, at)
  const end = at + 1
  if (is(scan, at, 'num')) return readCount(scan, at)
  if (is(scan, at, 'pair:dot/comma')) return exact(first + second / 10, end)
  if (is(scan, at, 'pair|range')) {
    const isRange = !is(scan, at, 'pair:slash') || second === first + 1
    return isRange && second > first ? { least: first, most: second, end } : null
  }
  if (is(scan, at, 'clock:h')) return numbersAt(scan, at).length === 1 ? exact(first, end) : null
  if (is(scan, at, 'dozen')) return { ...exact(first, end), isAbout: true, isDays: true }
  return is(scan, at, 'quant') ? readQuantityWord(scan, at) : null
}

function exact(count: number, end: number): Quantity {
  return { least: count, most: count, end }
}

function readCount(scan: Scan, at: number): Quantity | null {
  const [count = 1000, end = at] = readCardinal(scan, at) ?? []
  if (count >= 1000) return null
  return is(scan, end, 'andHalf') ? exact(count + 0.5, end + 1) : exact(count, end)
}

function readQuantityWord(scan: Scan, at: number): Quantity | null {
  const end = at + 1
  const word = valueAt(scan, at)
  const count = readCount(scan, end)
  if (word === 'couple') return { ...exact(2, end), isCouple: true }
  // *Unas dos semanas* is about two weeks.
  if (word === 'few') return count ? { ...count, isAbout: true } : { ...few, end }
  // *Une quinzaine*, *ein paar*, *een goede week*.
  const isOuter = word === 'one' && is(scan, end, '(?!quant:one)(?:dozen|quant)')
  const inner = isOuter ? readQuantity(scan, end) : null
  const quantity = inner ?? count ?? (word === 'over' ? null : exact(1, end))
  const isUpper = word === 'good' || word === 'over'
  return quantity && isUpper ? { ...quantity, isUpper } : quantity
}

function readUnitName(
  scan: Scan,
  at: number,
  isDays = false,
): readonly [unit: string, end: number] | null {
  const [end, unit = 0] = match(scan, at, 'fill{0,4}(?!unit:half)(unit|units)') ?? []
  if (end !== undefined) return [valueAt(scan, unit), end]
  if (is(scan, at, 'time:clock')) return ['hour', at + 1]
  if (is(scan, at, '(?<=clock|range)')) return ['hour', at]
  return isDays ? ['day', at] : null
}

function withUnit(scan: Scan, quantity: Quantity, unit: string): Length {
  const { least, most, isFew, isCouple } = quantity
  const length = { least, leastUnit: unit, most, mostUnit: unit }
  if (isFew) return { ...length, most: unit === 'day' || unit === 'bday' ? 5 : 4 }
  if (isCouple) {
    const isUpToThree = unit !== 'week' || takes(scan, 'up-to-three')
    return isUpToThree ? { ...length, most: 3 } : { ...length, softness: 'both' }
  }
  const isDays = unit === 'day' && least === most && isIdiom(scan, most)
  return isDays && takes(scan, 'whole-weeks')
    ? { ...length, least: most - 1, most: most - 1 }
    : length
}

/** What may follow the unit: *and a half*, *or two*, *or ten days*. */
function extend(scan: Scan, length: Length, at: number, isBetween: boolean): FoundLength {
  const { least, most } = length
  if (is(scan, at, 'andHalf'))
    return { ...length, least: least + 0.5, most: most + 0.5, end: at + 1 }
  const start = skipConnector(scan, at)
  const isOr = start > at && is(scan, start, `(?<=conj:or/to${isBetween ? '/and' : ''})`)
  const second = isOr ? readQuantity(scan, start) : null
  if (!second || second.isCouple) return { ...length, end: at }
  const unit = readUnitName(scan, second.end)
  if (unit) return { ...length, most: second.most, mostUnit: unit[0], end: unit[1] }
  if (second.most <= most && !second.isFew) return { ...length, end: at }
  if (hasHabit(scan, 'unit-or-number') && most === 1) {
    return { ...length, least: second.most, most: second.most, softness: 'both', end: second.end }
  }
  return { ...length, most: second.most, end: second.end }
}
