import { easter, fixed, type HolidayRegion } from './holiday-rule.ts'

/**
 * Belgium: the ten legal holidays of the royal decree of 18 April 1974. The days of the three
 * communities bind their own services only. A holiday on a Sunday is replaced by a day that each
 * employer sets, so no rule can name it.
 */
export const belgium: readonly HolidayRegion[] = [
  {
    code: 'BE',
    rules: [
      fixed('Nieuwjaar', '01-01'),
      easter('Paasmaandag', 1),
      fixed('Dag van de Arbeid', '05-01'),
      easter('Onze-Lieve-Heer-Hemelvaart', 39),
      easter('Pinkstermaandag', 50),
      fixed('Nationale feestdag', '07-21'),
      fixed('Onze-Lieve-Vrouw-Hemelvaart', '08-15'),
      fixed('Allerheiligen', '11-01'),
      fixed('Wapenstilstand', '11-11'),
      fixed('Kerstmis', '12-25'),
    ],
  },
]
