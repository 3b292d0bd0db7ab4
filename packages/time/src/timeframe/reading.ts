import type { Ambiguity } from './scan.ts'
import type { Placing } from './window.ts'

/** Why words mean a window, by the id of the reading. */
export const reasons: Readonly<Record<Placing | Ambiguity, string>> = {
  on: 'These days are named',
  in: 'Counted from today',
  by: 'Until the day named, or sooner',
  within: 'At any time until it is over',
  before: 'Until the day before the one named',
  after: 'From the day after the one named',
  'not-before': 'Not before the day named',
  'at-least': 'The shortest wait is named',
  'saturday-works': 'Saturday is a working day, as in law',
  'whole-weeks': 'So many days are an idiom for whole weeks',
  'other-weekday': 'The weekday of the other week',
  'named-weekday': 'The weekday named, and the date is wrong',
  'other-date-order': 'Day and month the other way round',
  'calendar-week': 'The calendar week or month, not counted from today',
  'until-sunday': 'Until the Sunday of the week',
  'period-end': 'Until the end of what is named',
  'day-included': 'Until the day named',
  'up-to-three': 'A couple may be three',
  today: 'The day named is today',
  'twice-a-week': 'Twice a week',
}
