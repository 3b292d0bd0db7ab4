import type { Length } from './length.ts'
import type { UnitName } from './locale-table.ts'
import { readCardinal } from './read-number.ts'
import { type At, type Scan, is, isAny, numberAt, skip, takes, valueAt } from './scan.ts'

/**
 * A length of time: *two weeks*, *7 to 10 business days*, *a week or two*, *about ten days*,
 * *the next few weeks*. Needs a number, a word for one, or plural and *next*.
 */
export function readLength(scan: Scan, at: number, isBetween = false): At<Length> | null {
  const opening = readOpening(scan, at)
  const quantity = readQuantities(scan, opening.end)
  const afterQuantity = quantity?.end ?? opening.end
  const inner = skipNext(scan, afterQuantity)
  const isNextBehind =
    is(scan, inner, 'units') && is(scan, inner + 1, 'mod', 'nexts', 'coming', 'next')
  const isNext = opening.isNext || hasNext(scan, afterQuantity, inner) || isNextBehind
  if (!quantity && !(isNext && is(scan, inner, 'units'))) return null
  const counted = quantity?.value ?? few
  const unit = readUnitName(scan, inner, counted)
  if (!unit) return null
  const found = withUnit(scan, counted, unit.value)
  const extended = extend(scan, found, isNextBehind ? unit.end + 1 : unit.end, isBetween)
  const isAbout = opening.isAbout || counted.isAbout || is(scan, extended.end, 'rel', 'about')
  const softness = counted.isUpper ? 'upper' : isAbout ? 'both' : extended.value.softness
  return {
    value: { ...extended.value, ...(softness && { softness }), ...(isNext && { isNext }) },
    end: is(scan, extended.end, 'rel', 'about') ? extended.end + 1 : extended.end,
  }
}

interface Quantity {
  readonly least: number
  readonly most: number
  readonly isAbout?: boolean
  /** *A good week*: no less, a little more. */
  readonly isUpper?: boolean
  /** *A few* is up to five days, but up to four of anything else. */
  readonly isFew?: boolean
  readonly isCouple?: boolean
  /** *Une quinzaine* needs no word for days. */
  readonly isDays?: boolean
}

const few: Quantity = { least: 2, most: 4, isFew: true }

/** *About the next …*, *the coming …* */
function readOpening(scan: Scan, at: number): { isAbout: boolean; isNext: boolean; end: number } {
  const end = skipLengthWords(scan, at)
  const isAbout = anyBetween(scan, at, end, (index) => is(scan, index, 'rel', 'about'))
  return { isAbout, isNext: hasNext(scan, at, end), end }
}

function skipLengthWords(scan: Scan, at: number): number {
  let end = at
  while (
    end < at + 5 &&
    (isAny(scan, end, 'article', 'fill', 'mod') || is(scan, end, 'rel', 'about'))
  ) {
    end++
  }
  return end
}

/** Over words that fill and those for *next*; *one of these days* is no length. */
function skipNext(scan: Scan, at: number): number {
  let end = at
  while (end < at + 4 && (is(scan, end, 'fill') || hasNext(scan, end, end + 1))) end++
  return end
}

function hasNext(scan: Scan, from: number, to: number): boolean {
  return anyBetween(scan, from, to, (index) =>
    is(scan, index, 'mod', 'next', 'nexts', 'coming', 'following'),
  )
}

function anyBetween(scan: Scan, from: number, to: number, test: (at: number) => boolean): boolean {
  for (let index = from; index < to; index++) if (test(index)) return true
  return false
}

/** One quantity, or two with *to*, *or*, a dash, a comma or nothing between. */
function readQuantities(scan: Scan, at: number): At<Quantity> | null {
  const first = readQuantity(scan, at)
  if (!first) return null
  const between = skipLengthConnector(scan, first.end)
  const second = readQuantity(scan, between)
  if (!second || second.value.isFew) return first
  const isLoose = between === first.end || is(scan, first.end, 'mark', ',')
  const isNextNumber = second.value.least === first.value.most + 1
  if (isLoose ? !isNextNumber : second.value.most < first.value.most) return first
  return {
    value: { ...second.value, least: first.value.least, isAbout: first.value.isAbout === true },
    end: second.end,
  }
}

function skipLengthConnector(scan: Scan, at: number): number {
  const start = is(scan, at, 'mark', ',') ? at + 1 : at
  const isConnector =
    is(scan, start, 'conj') || is(scan, start, 'rel', 'until') || is(scan, start, 'mark', '–', '/')
  return isConnector ? skip(scan, start + 1, 'rel') : start
}

function readQuantity(scan: Scan, at: number): At<Quantity> | null {
  const lexeme = scan.lexemes[at]
  switch (lexeme?.kind) {
    case 'num':
      return readCount(scan, at)
    case 'pair':
    case 'range':
      return readPair(scan, at)
    case 'clock':
      return lexeme.value === 'h' && lexeme.n.length === 1 ? exactly(numberAt(scan, at), at) : null
    case 'dozen':
      return { value: { ...exact(numberAt(scan, at)), isAbout: true, isDays: true }, end: at + 1 }
    case 'quant':
      return readQuantityWord(scan, at)
    default:
      return null
  }
}

function exact(count: number): Quantity {
  return { least: count, most: count }
}

function exactly(count: number, at: number): At<Quantity> {
  return { value: exact(count), end: at + 1 }
}

function readCount(scan: Scan, at: number): At<Quantity> | null {
  const count = readCardinal(scan, at)
  if (!count || count.value >= 1000) return null
  const isHalfMore = is(scan, count.end, 'andHalf')
  return {
    value: exact(count.value + (isHalfMore ? 0.5 : 0)),
    end: count.end + (isHalfMore ? 1 : 0),
  }
}

/** `7-10` is a range, `1.5` and `1,5` are decimals. */
function readPair(scan: Scan, at: number): At<Quantity> | null {
  const [first = 0, second = 0] = scan.lexemes[at]?.n ?? []
  if (valueAt(scan, at) === '.' || valueAt(scan, at) === ',')
    return exactly(first + second / 10, at)
  const isRange = valueAt(scan, at) !== '/' || second === first + 1
  return isRange && second > first ? { value: { least: first, most: second }, end: at + 1 } : null
}

function readQuantityWord(scan: Scan, at: number): At<Quantity> | null {
  const next = at + 1
  switch (valueAt(scan, at)) {
    case 'one':
      return oneOf(scan, next)
    case 'another':
      return readCount(scan, next) ?? exactly(1, at)
    case 'good':
      return upper(readCount(scan, next) ?? exactly(1, at))
    case 'over':
      return upper(readCount(scan, next))
    case 'couple':
      return { value: { ...exact(2), isCouple: true }, end: next }
    default:
      return fewOf(scan, next)
  }
}

function upper(quantity: At<Quantity> | null): At<Quantity> | null {
  return quantity && { value: { ...quantity.value, isUpper: true }, end: quantity.end }
}

/** *One*, but *une quinzaine*, *ein paar*, *a couple*, *een goede week*. */
function oneOf(scan: Scan, next: number): At<Quantity> {
  const inner =
    isAny(scan, next, 'dozen', 'quant') && valueAt(scan, next) !== 'one'
      ? readQuantity(scan, next)
      : null
  return inner ?? readCount(scan, next) ?? { value: exact(1), end: next }
}

/** *Unas dos semanas* is about two weeks. */
function fewOf(scan: Scan, next: number): At<Quantity> {
  const count = readCount(scan, next)
  return count
    ? { value: { ...count.value, isAbout: true }, end: count.end }
    : { value: few, end: next }
}

function readUnitName(scan: Scan, at: number, quantity: Quantity): At<UnitName> | null {
  const start = skip(scan, at, 'fill')
  if (isAny(scan, start, 'unit', 'units') && valueAt(scan, start) !== 'half') {
    return { value: scan.lexemes[start]?.value as UnitName, end: start + 1 }
  }
  if (is(scan, at, 'time', 'clock')) return { value: 'hour', end: at + 1 }
  const isHours = is(scan, at - 1, 'clock') || is(scan, at - 1, 'range', 'h')
  if (isHours) return { value: 'hour', end: at }
  return quantity.isDays ? { value: 'day', end: at } : null
}

function withUnit(scan: Scan, quantity: Quantity, unit: UnitName): Length {
  const { least, most } = forUnit(scan, quantity, unit)
  return {
    least,
    leastUnit: unit,
    most,
    mostUnit: unit,
    ...(quantity.isCouple && unit === 'week' && most === 2 && { softness: 'both' as const }),
  }
}

function forUnit(scan: Scan, quantity: Quantity, unit: UnitName): Quantity {
  if (quantity.isFew) return { least: 2, most: unit === 'day' || unit === 'bday' ? 5 : 4 }
  if (quantity.isCouple) {
    const isUpToThree = unit !== 'week' || takes(scan, 'up-to-three')
    return { least: 2, most: isUpToThree ? 3 : 2 }
  }
  const days = quantity.most
  const isIdiom = unit === 'day' && quantity.least === days && scan.habits.idiomDays?.includes(days)
  return isIdiom && takes(scan, 'whole-weeks') ? exact(days - 1) : quantity
}

/** What may follow the unit: *and a half*, *or two*, *or ten days*. */
function extend(scan: Scan, length: Length, at: number, isBetween: boolean): At<Length> {
  if (is(scan, at, 'andHalf')) {
    return {
      value: { ...length, least: length.least + 0.5, most: length.most + 0.5 },
      end: at + 1,
    }
  }
  const start = skipLengthConnector(scan, at)
  const isOr = start > at && is(scan, start - 1, 'conj', 'or', 'to', isBetween ? 'and' : 'or')
  const second = isOr ? readQuantity(scan, start) : null
  if (!second || second.value.isCouple) return { value: length, end: at }
  return withAlternative(scan, length, second, at)
}

function withAlternative(scan: Scan, length: Length, second: At<Quantity>, at: number): At<Length> {
  const unit = readUnitName(scan, second.end, exact(0))
  const most = second.value.most
  if (unit) {
    const value = { ...length, most, mostUnit: unit.value }
    return { value, end: unit.end }
  }
  if (most <= length.most && !second.value.isFew) return { value: length, end: at }
  if (scan.habits.hasUnitOrNumber === true && length.most === 1) {
    return { value: { ...length, least: most, most, softness: 'both' }, end: second.end }
  }
  return { value: { ...length, most }, end: second.end }
}
