import {
  fixed,
  type HolidayRegion,
  type HolidayRule,
  monday,
  nth,
  observed,
  saturday,
  since,
  sunday,
  thursday,
} from './holiday-rule.ts'

/** A Saturday is observed on the Friday before it, a Sunday on the Monday after it. */
function inLieu(rule: HolidayRule): HolidayRule {
  return observed('observed', { [saturday]: -1, [sunday]: 1 }, rule)
}

/**
 * The United States: the federal holidays of 5 U.S.C. § 6103 with their observed days. No law
 * closes private employers, and many work on Columbus Day and Veterans Day.
 */
export const unitedStates: readonly HolidayRegion[] = [
  {
    code: 'US',
    rules: [
      inLieu(fixed('New Year’s Day', '01-01')),
      nth('Martin Luther King Jr. Day', 3, monday, 1),
      nth('Washington’s Birthday', 3, monday, 2),
      nth('Memorial Day', 'last', monday, 5),
      since(2021, inLieu(fixed('Juneteenth', '06-19'))),
      inLieu(fixed('Independence Day', '07-04')),
      nth('Labor Day', 1, monday, 9),
      nth('Columbus Day', 2, monday, 10),
      inLieu(fixed('Veterans Day', '11-11')),
      nth('Thanksgiving Day', 4, thursday, 11),
      inLieu(fixed('Christmas Day', '12-25')),
    ],
  },
]
