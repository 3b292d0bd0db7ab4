import {
  easter,
  fixed,
  type HolidayRegion,
  type HolidayRule,
  once,
  since,
  wednesday,
  weekdayBefore,
} from './holiday-rule.ts'

const nationwide: readonly HolidayRule[] = [
  fixed('Neujahr', '01-01'),
  easter('Karfreitag', -2),
  easter('Ostermontag', 1),
  fixed('Tag der Arbeit', '05-01'),
  easter('Christi Himmelfahrt', 39),
  easter('Pfingstmontag', 50),
  fixed('Tag der Deutschen Einheit', '10-03'),
  fixed('1. Weihnachtstag', '12-25'),
  fixed('2. Weihnachtstag', '12-26'),
]

const dreikoenig = fixed('Heilige Drei Könige', '01-06')
const frauentag = fixed('Internationaler Frauentag', '03-08')
const fronleichnam = easter('Fronleichnam', 60)
const mariaeHimmelfahrt = fixed('Mariä Himmelfahrt', '08-15')
const reformationstag = fixed('Reformationstag', '10-31')
const allerheiligen = fixed('Allerheiligen', '11-01')

function state(code: string, ...rules: readonly HolidayRule[]): HolidayRegion {
  return { code: `DE-${code}`, rules: [...nationwide, ...rules] }
}

/**
 * Germany: the laws on holidays of the sixteen states. A state's list holds the days of the whole
 * state. Days of single places are left out: Assumption in the Catholic municipalities of Bavaria,
 * the Peace Festival in Augsburg, Corpus Christi in parts of Saxony and Thuringia.
 */
export const germany: readonly HolidayRegion[] = [
  { code: 'DE', rules: nationwide },
  state('BB', easter('Ostersonntag', 0), easter('Pfingstsonntag', 49), reformationstag),
  state(
    'BE',
    frauentag,
    once('75. Jahrestag der Befreiung', '2020-05-08'),
    once('80. Jahrestag der Befreiung', '2025-05-08'),
    once('75. Jahrestag des Volksaufstands', '2028-06-17'),
  ),
  state('BW', dreikoenig, fronleichnam, allerheiligen),
  state('BY', dreikoenig, fronleichnam, allerheiligen),
  state('HB', reformationstag),
  state('HE', fronleichnam),
  state('HH', reformationstag),
  state('MV', since(2023, frauentag), reformationstag),
  state('NI', reformationstag),
  state('NW', fronleichnam, allerheiligen),
  state('RP', fronleichnam, allerheiligen),
  state('SH', reformationstag),
  state('SL', fronleichnam, mariaeHimmelfahrt, allerheiligen),
  state('SN', reformationstag, weekdayBefore('Buß- und Bettag', wednesday, '11-23')),
  state('ST', dreikoenig, reformationstag),
  state('TH', fixed('Weltkindertag', '09-20'), reformationstag),
]
