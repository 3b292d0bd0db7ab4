import { easter, fixed, type HolidayRegion, moved, sunday } from './holiday-rule.ts'

/**
 * The Netherlands: Algemene termijnenwet, article 3. Good Friday is no public holiday. Liberation
 * Day stands in the law but is a day off in every fifth year only, by custom and many collective
 * agreements: here it is one in 2025, 2030 and so on.
 */
export const netherlands: readonly HolidayRegion[] = [
  {
    code: 'NL',
    rules: [
      fixed('Nieuwjaarsdag', '01-01'),
      easter('Eerste paasdag', 0),
      easter('Tweede paasdag', 1),
      moved({ [sunday]: -1 }, fixed('Koningsdag', '04-27')),
      (year) => (year % 5 === 0 ? fixed('Bevrijdingsdag', '05-05')(year) : []),
      easter('Hemelvaartsdag', 39),
      easter('Eerste pinksterdag', 49),
      easter('Tweede pinksterdag', 50),
      fixed('Eerste kerstdag', '12-25'),
      fixed('Tweede kerstdag', '12-26'),
    ],
  },
]
