import { weekdayOf } from '../epoch-day.ts'
import { easterSunday } from './easter.ts'
import {
  easter,
  fixed,
  type HolidayRegion,
  type HolidayRule,
  monday,
  nth,
  saturday,
  shifted,
  sunday,
  thursday,
} from './holiday-rule.ts'

const everywhere: readonly HolidayRule[] = [
  fixed('Neujahr', '01-01'),
  easter('Auffahrt', 39),
  fixed('Bundesfeiertag', '08-01'),
  fixed('Weihnachtstag', '12-25'),
  easter('Ostersonntag', 0),
  easter('Pfingstsonntag', 49),
]

const bettag = nth('Eidgenössischer Dank-, Buss- und Bettag', 3, sunday, 9)
const berchtold = fixed('Berchtoldstag', '01-02')
const dreikoenig = fixed('Dreikönigstag', '01-06')
const josef = fixed('Josefstag', '03-19')
const karfreitag = easter('Karfreitag', -2)
const ostermontag = easter('Ostermontag', 1)
const tagDerArbeit = fixed('Tag der Arbeit', '05-01')
const pfingstmontag = easter('Pfingstmontag', 50)
const fronleichnam = easter('Fronleichnam', 60)
const mariaeHimmelfahrt = fixed('Mariä Himmelfahrt', '08-15')
const allerheiligen = fixed('Allerheiligen', '11-01')
const mariaeEmpfaengnis = fixed('Mariä Empfängnis', '12-08')
const stephan = fixed('Stephanstag', '12-26')

/** Good Friday and the two Mondays. */
const easterDays = [karfreitag, ostermontag, pfingstmontag]
/** Corpus Christi, Assumption, All Saints, Immaculate Conception. */
const catholic = [fronleichnam, mariaeHimmelfahrt, allerheiligen, mariaeEmpfaengnis]

/** St Stephen's Day unless it makes three days of rest in a row: Appenzell, Ruhetagsgesetz, article 2. */
const stephanUnlessThird: HolidayRule = (year) =>
  stephan(year).filter(({ day }) => ![2, saturday].includes(weekdayOf(day)))

/** The first Thursday of April, a week later where it falls into Holy Week: Glarus. */
const naefelserFahrt: HolidayRule = (year) =>
  nth(
    'Näfelser Fahrt',
    1,
    thursday,
    4,
  )(year).map(({ name, day }) => ({
    name,
    day: day === easterSunday(year) - 3 ? day + 7 : day,
  }))

/** A day after a Sunday only: Neuchâtel has 2 January and 26 December then. */
function afterSunday(name: string, date: string): HolidayRule {
  return (year) => fixed(name, date)(year).filter(({ day }) => weekdayOf(day) === monday)
}

function canton(code: string, ...rules: readonly HolidayRule[]): HolidayRegion {
  return { code: `CH-${code}`, rules: [...everywhere, bettag, ...rules] }
}

/**
 * Switzerland: the days that the law of a canton makes days of rest in all of it, be they equal to
 * Sundays under article 20a of the labour act or not; half days and days of single districts are
 * left out. `CH` holds what all cantons share: four days
 * and two Sundays.
 */
export const switzerland: readonly HolidayRegion[] = [
  { code: 'CH', rules: everywhere },
  canton('AG', karfreitag),
  canton('AI', ...easterDays, ...catholic, stephanUnlessThird),
  canton('AR', ...easterDays, stephanUnlessThird),
  canton('BE', berchtold, ...easterDays, stephan),
  canton('BL', ...easterDays, tagDerArbeit, stephan),
  canton('BS', ...easterDays, tagDerArbeit, stephan),
  canton('FR', karfreitag, ...catholic),
  {
    code: 'CH-GE',
    rules: [
      ...everywhere,
      ...easterDays,
      shifted('Jeûne genevois', 4, nth('', 1, sunday, 9)),
      fixed('Restauration de la République', '12-31'),
    ],
  },
  canton('GL', ...easterDays, naefelserFahrt, allerheiligen, stephan),
  canton('GR', ostermontag, pfingstmontag, stephan),
  canton(
    'JU',
    berchtold,
    ...easterDays,
    tagDerArbeit,
    fronleichnam,
    fixed('Commémoration du plébiscite jurassien', '06-23'),
    mariaeHimmelfahrt,
    allerheiligen,
  ),
  canton('LU', karfreitag, ...catholic, stephan),
  canton(
    'NE',
    afterSunday('2 janvier', '01-02'),
    fixed('Instauration de la République', '03-01'),
    karfreitag,
    tagDerArbeit,
    afterSunday('26 décembre', '12-26'),
  ),
  canton('NW', josef, karfreitag, ...catholic),
  canton('OW', karfreitag, fixed('Bruderklausenfest', '09-25'), ...catholic),
  canton('SG', ...easterDays, allerheiligen, stephan),
  canton('SH', ...easterDays, tagDerArbeit, stephan),
  canton('SO', karfreitag, fronleichnam, mariaeHimmelfahrt, allerheiligen),
  canton('SZ', dreikoenig, josef, ...easterDays, ...catholic, stephan),
  canton('TG', berchtold, ...easterDays, tagDerArbeit, stephan),
  canton(
    'TI',
    dreikoenig,
    josef,
    ostermontag,
    tagDerArbeit,
    pfingstmontag,
    fixed('Santi Pietro e Paolo', '06-29'),
    ...catholic,
    stephan,
  ),
  canton('UR', dreikoenig, josef, ...easterDays, ...catholic, stephan),
  canton('VD', berchtold, ...easterDays, shifted('Lundi du Jeûne fédéral', 1, bettag)),
  canton('VS', josef, ...catholic),
  canton('ZG', karfreitag, ...catholic),
  canton('ZH', ...easterDays, tagDerArbeit, stephan),
]
