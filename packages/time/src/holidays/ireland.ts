import { weekdayOf } from '../epoch-day.ts'
import {
  easter,
  fixed,
  friday,
  type HolidayRegion,
  type HolidayRule,
  monday,
  nth,
  once,
  since,
} from './holiday-rule.ts'

/** The first Monday of February, or 1 February itself where that is a Friday. */
const stBrigid: HolidayRule = (year) =>
  fixed(
    'St Brigid’s Day',
    '02-01',
  )(year).flatMap((first) =>
    weekdayOf(first.day) === friday ? [first] : nth(first.name, 1, monday, 2)(year),
  )

/** Ireland: Organisation of Working Time Act 1997, second schedule. There are no substitute days. */
export const ireland: readonly HolidayRegion[] = [
  {
    code: 'IE',
    rules: [
      fixed('New Year’s Day', '01-01'),
      since(2023, stBrigid),
      fixed('St Patrick’s Day', '03-17'),
      once('Day of Remembrance and Recognition', '2022-03-18'),
      easter('Easter Monday', 1),
      nth('May Day', 1, monday, 5),
      nth('June Holiday', 1, monday, 6),
      nth('August Holiday', 1, monday, 8),
      nth('October Holiday', 'last', monday, 10),
      fixed('Christmas Day', '12-25'),
      fixed('St Stephen’s Day', '12-26'),
    ],
  },
]
