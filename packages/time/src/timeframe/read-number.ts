import { type At, type Scan, is, isAny, numberAt } from './scan.ts'

/** A cardinal number: digits, a word, or a ten and a unit (*twenty-one*, *treinta y cinco*). */
export function readCardinal(scan: Scan, at: number): At<number> | null {
  if (!is(scan, at, 'num')) return null
  const number = numberAt(scan, at)
  if (!isTen(scan, at)) return { value: number, end: at + 1 }
  const unit = unitAfterTen(scan, at)
  const most = number === 60 || number === 80 ? 19 : 9
  const value = is(scan, unit, 'quant', 'one') ? 1 : numberAt(scan, unit)
  const isUnit = isAny(scan, unit, 'num', 'quant') && isSpelledAt(scan, unit) && value <= most
  return isUnit && value > 0
    ? { value: number + value, end: unit + 1 }
    : { value: number, end: at + 1 }
}

/** An ordinal number: `15th`, *fifteenth*, *twenty-first*. */
export function readOrdinal(scan: Scan, at: number): At<number> | null {
  if (is(scan, at, 'ord')) return { value: numberAt(scan, at), end: at + 1 }
  const isCompound = isTen(scan, at) && is(scan, at + 1, 'ord') && isSpelledAt(scan, at + 1)
  if (!isCompound || numberAt(scan, at + 1) > 9) return null
  return { value: numberAt(scan, at) + numberAt(scan, at + 1), end: at + 2 }
}

function isTen(scan: Scan, at: number): boolean {
  return is(scan, at, 'num', 'ten')
}

function isSpelledAt(scan: Scan, at: number): boolean {
  return scan.lexemes[at]?.isSpelled === true || is(scan, at, 'quant', 'one')
}

/** *Vingt et un*, *treinta y uno*: the word between ten and unit. */
function unitAfterTen(scan: Scan, at: number): number {
  return scan.habits.hasAndAfterTen === true && is(scan, at + 1, 'conj', 'and') ? at + 2 : at + 1
}
