import type { Ambiguity } from './scan.ts'
import type { Placing } from './window.ts'

/** Why words mean a window, by the id of the reading. */
export const reasons: Readonly<Record<Placing | Ambiguity, string>> = {
  on: 'The words name these days',
  in: 'Counted from today',
  by: 'Until the day named, and an answer may come sooner',
  within: 'At any time until the period is over',
  before: 'Until the day before the one named',
  after: 'From the day after the one named',
  'not-before': 'Not before the day named, with no end',
  'at-least': 'The words name a shortest wait and no end',
  'saturday-works': 'Saturday counts as a working day, as in law',
  'whole-weeks': 'The number of days is an idiom for whole weeks',
  'other-weekday': 'The weekday of the other week is meant',
  'named-weekday': 'The weekday is right, and the date beside it wrong',
  'other-date-order': 'Day and month are written in the other order',
  'calendar-week': 'The calendar week or month is meant, not the days from now on',
  'until-sunday': 'The week ends on its Sunday',
  'period-end': 'Until the end of the period named, not its beginning',
  'day-included': 'The day named is included',
  'up-to-three': 'A couple may be three',
  today: 'The day named is today',
  'twice-a-week': 'The word also means twice a week',
}
