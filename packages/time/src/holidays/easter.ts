import { epochDay } from '../epoch-day.ts'

/**
 * Epoch day of Easter Sunday in the Western churches: the first Sunday after the full moon of the
 * church's tables that falls on or after 21 March (Gregorian computus).
 */
export function easterSunday(year: number): number {
  const century = Math.floor(year / 100)
  const golden = year % 19
  const moonShift = century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25)
  const age = (moonShift + 19 * golden + 15) % 30
  const fullMoon = age === 29 || (age === 28 && golden > 10) ? age - 1 : age
  const sundayShift =
    (year + Math.floor(year / 4) + fullMoon + 2 - century + Math.floor(century / 4)) % 7
  return epochDay(year, 3, 28) + fullMoon - sundayShift
}
