import { easter, fixed, type HolidayRegion, type HolidayRule } from './holiday-rule.ts'

const nationwide: readonly HolidayRule[] = [
  fixed('Jour de l’An', '01-01'),
  easter('Lundi de Pâques', 1),
  fixed('Fête du Travail', '05-01'),
  fixed('Victoire 1945', '05-08'),
  easter('Ascension', 39),
  easter('Lundi de Pentecôte', 50),
  fixed('Fête nationale', '07-14'),
  fixed('Assomption', '08-15'),
  fixed('Toussaint', '11-01'),
  fixed('Armistice 1918', '11-11'),
  fixed('Noël', '12-25'),
]

const vendrediSaint = easter('Vendredi saint', -2)

function part(code: string, ...rules: readonly HolidayRule[]): HolidayRegion {
  return { code: `FR-${code}`, rules: [...nationwide, ...rules] }
}

/** The two days of Alsace-Moselle: Code du travail, L3134-13. */
const alsaceMoselle = [vendrediSaint, fixed('Saint-Étienne', '12-26')]

/** The commemoration of the abolition of slavery overseas: loi 83-550, décret 83-1003. */
function abolition(date: string): HolidayRule {
  return fixed('Abolition de l’esclavage', date)
}

/**
 * France: Code du travail, L3133-1. Regions with days of their own are Alsace (6AE, or its
 * departments 67 and 68) with Moselle (57), and the departments overseas. Good Friday is a holiday
 * in Alsace-Moselle where the municipality has a Protestant church, and by custom in the Antilles.
 */
export const france: readonly HolidayRegion[] = [
  { code: 'FR', rules: nationwide },
  part('57', ...alsaceMoselle),
  part('67', ...alsaceMoselle),
  part('68', ...alsaceMoselle),
  part('6AE', ...alsaceMoselle),
  part('971', vendrediSaint, abolition('05-27')),
  part('972', vendrediSaint, abolition('05-22')),
  part('973', abolition('06-10')),
  part('974', abolition('12-20')),
  part('976', abolition('04-27')),
]
