import { easter, fixed, type HolidayRegion } from './holiday-rule.ts'

/**
 * Austria: Arbeitsruhegesetz, § 7. Good Friday is a personal holiday that one may claim since
 * 2019, no public one. The patron days of the states close schools and offices only.
 */
export const austria: readonly HolidayRegion[] = [
  {
    code: 'AT',
    rules: [
      fixed('Neujahr', '01-01'),
      fixed('Heilige Drei Könige', '01-06'),
      easter('Ostermontag', 1),
      fixed('Staatsfeiertag', '05-01'),
      easter('Christi Himmelfahrt', 39),
      easter('Pfingstmontag', 50),
      easter('Fronleichnam', 60),
      fixed('Mariä Himmelfahrt', '08-15'),
      fixed('Nationalfeiertag', '10-26'),
      fixed('Allerheiligen', '11-01'),
      fixed('Mariä Empfängnis', '12-08'),
      fixed('Christtag', '12-25'),
      fixed('Stefanitag', '12-26'),
    ],
  },
]
