import { calendarError } from './error-table.ts'
import { isBlank } from './plain-text.ts'

/** Checks a whole number of an option and returns it. Throws `option-out-of-range`. */
export function requireRange(name: string, value: number, lowest: number, highest: number): number {
  if (Number.isInteger(value) && value >= lowest && value <= highest) return value
  const range = `a whole number from ${lowest} to ${highest}`
  throw calendarError('option-out-of-range', { name, value, range })
}

/** Checks that an option is one of the known words and returns it. Throws `option-out-of-range`. */
export function requireOneOf<Word extends string>(
  name: string,
  known: readonly Word[],
  value: Word,
): Word {
  if (known.includes(value)) return value
  throw calendarError('option-out-of-range', { name, value, range: known.join(', ') })
}

/** Checks that an option has something to read and returns it. Throws `option-out-of-range`. */
export function requireText(name: string, value: string): string {
  if (!isBlank(value)) return value
  throw calendarError('option-out-of-range', { name, value, range: 'a text that can be seen' })
}

/** Checks how often subscribers should ask: less than an hour would only make them ask in vain. */
export function requireRefresh(minutes: number): number {
  return requireRange('refreshMinutes', minutes, 60, 525_600)
}
