import {
  easter,
  except,
  fixed,
  type HolidayRegion,
  type HolidayRule,
  monday,
  nth,
  once,
  substituted,
} from './holiday-rule.ts'

const suffix = 'substitute day'
const christmas = substituted(suffix, fixed('Christmas Day', '12-25'), fixed('Boxing Day', '12-26'))
const newYear = substituted(suffix, fixed('New Year’s Day', '01-01'))
const easterMonday = easter('Easter Monday', 1)
const summer = nth('Summer bank holiday', 'last', monday, 8)

const everywhere: readonly HolidayRule[] = [
  easter('Good Friday', -2),
  except([2020], nth('Early May bank holiday', 1, monday, 5)),
  once('Early May bank holiday (VE Day)', '2020-05-08'),
  except([2022], nth('Spring bank holiday', 'last', monday, 5)),
  once('Spring bank holiday', '2022-06-02'),
  once('Platinum Jubilee bank holiday', '2022-06-03'),
  once('State Funeral of Queen Elizabeth II', '2022-09-19'),
  once('Coronation of King Charles III', '2023-05-08'),
  christmas,
]

/**
 * The United Kingdom: Banking and Financial Dealings Act 1971, and the proclamations and
 * announcements of single years. `GB` holds the days that all four nations share, so neither
 * Easter Monday nor the summer bank holiday.
 */
export const unitedKingdom: readonly HolidayRegion[] = [
  { code: 'GB', rules: [newYear, ...everywhere] },
  { code: 'GB-ENG', rules: [newYear, ...everywhere, easterMonday, summer] },
  { code: 'GB-WLS', rules: [newYear, ...everywhere, easterMonday, summer] },
  {
    code: 'GB-SCT',
    rules: [
      substituted(suffix, fixed('New Year’s Day', '01-01'), fixed('2nd January', '01-02')),
      ...everywhere,
      nth('Summer bank holiday', 1, monday, 8),
      substituted(suffix, fixed('St Andrew’s Day', '11-30')),
      once('World Cup bank holiday', '2026-06-15'),
    ],
  },
  {
    code: 'GB-NIR',
    rules: [
      newYear,
      substituted(suffix, fixed('St Patrick’s Day', '03-17')),
      ...everywhere,
      easterMonday,
      substituted(suffix, fixed('Battle of the Boyne', '07-12')),
      summer,
    ],
  },
]
