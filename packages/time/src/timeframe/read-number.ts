import { type Count, type Scan, hasHabit, is, match, numberAt } from './scan.ts'

/** A cardinal number: digits, a word, or a ten and a unit (*twenty-one*, *treinta y cinco*, *soixante-dix*). */
export function readCardinal(scan: Scan, at: number): Count | null {
  if (!is(scan, at, 'num')) return null
  const value = numberAt(scan, at)
  const hasAnd = hasHabit(scan, 'and-after-ten')
  const unit = match(
    scan,
    at,
    hasAnd ? 'num:ten conj:and?(num:word|quant:one)' : 'num:ten(num:word|quant:one)',
  )?.[1]
  const more = unit === undefined ? 0 : numberAt(scan, unit) || 1
  const most = value === 60 || value === 80 ? 19 : 9
  return unit === undefined || more > most ? [value, at + 1] : [value + more, unit + 1]
}

/** An ordinal number: `15th`, *fifteenth*, *twenty-first*. */
export function readOrdinal(scan: Scan, at: number): Count | null {
  if (is(scan, at, 'ord')) return [numberAt(scan, at), at + 1]
  const unit = is(scan, at, 'num:ten ord:word') ? numberAt(scan, at + 1) : 10
  return unit > 9 ? null : [numberAt(scan, at) + unit, at + 2]
}
