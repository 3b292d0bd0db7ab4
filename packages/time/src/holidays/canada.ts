import {
  easter,
  fixed,
  type HolidayRegion,
  type HolidayRule,
  monday,
  nth,
  observed,
  since,
  sunday,
  weekdayBefore,
} from './holiday-rule.ts'

const newYear = fixed('New Year’s Day', '01-01')
const goodFriday = easter('Good Friday', -2)
const canadaDay = notOnSunday(fixed('Canada Day', '07-01'))
const labourDay = nth('Labour Day', 1, monday, 9)
const christmas = fixed('Christmas Day', '12-25')

const everywhere: readonly HolidayRule[] = [newYear, goodFriday, canadaDay, labourDay, christmas]

const victoriaDay = weekdayBefore('Victoria Day', monday, '05-25')
const thanksgiving = nth('Thanksgiving', 2, monday, 10)
const remembrance = fixed('Remembrance Day', '11-11')
const truth = fixed('National Day for Truth and Reconciliation', '09-30')
const indigenousPeoples = fixed('National Indigenous Peoples Day', '06-21')
const boxingDay = fixed('Boxing Day', '12-26')

function thirdMondayOfFebruary(name: string): HolidayRule {
  return nth(name, 3, monday, 2)
}

function firstMondayOfAugust(name: string): HolidayRule {
  return nth(name, 1, monday, 8)
}

/** The Monday as well where it falls on a Sunday: Holidays Act; in Quebec the National Holiday Act. */
function notOnSunday(rule: HolidayRule): HolidayRule {
  return observed('Monday', { [sunday]: 1 }, rule)
}

function province(code: string, ...rules: readonly HolidayRule[]): HolidayRegion {
  return { code: `CA-${code}`, rules: [...everywhere, ...rules] }
}

/**
 * Canada: the employment standards acts of the provinces and territories. `CA` holds the days that
 * all of them share; employers under federal law have more. Remembrance Day in Manitoba and Nova
 * Scotia stands in an act of its own. Left out are days that only governments keep: Easter Monday
 * in Ontario and the territories, Boxing Day in the Northwest Territories, Gold Cup Parade Day.
 */
export const canada: readonly HolidayRegion[] = [
  { code: 'CA', rules: everywhere },
  province('AB', thirdMondayOfFebruary('Family Day'), victoriaDay, thanksgiving, remembrance),
  province(
    'BC',
    thirdMondayOfFebruary('Family Day'),
    victoriaDay,
    firstMondayOfAugust('British Columbia Day'),
    since(2023, truth),
    thanksgiving,
    remembrance,
  ),
  province(
    'MB',
    thirdMondayOfFebruary('Louis Riel Day'),
    victoriaDay,
    since(2024, fixed('Orange Shirt Day', '09-30')),
    thanksgiving,
    remembrance,
  ),
  province(
    'NB',
    thirdMondayOfFebruary('Family Day'),
    firstMondayOfAugust('New Brunswick Day'),
    remembrance,
  ),
  province('NL', remembrance),
  province('NS', thirdMondayOfFebruary('Heritage Day'), remembrance),
  province(
    'NT',
    victoriaDay,
    indigenousPeoples,
    firstMondayOfAugust('Civic Holiday'),
    since(2022, truth),
    thanksgiving,
    remembrance,
  ),
  province(
    'NU',
    victoriaDay,
    fixed('Nunavut Day', '07-09'),
    firstMondayOfAugust('Civic Holiday'),
    since(2022, truth),
    thanksgiving,
    remembrance,
  ),
  province('ON', thirdMondayOfFebruary('Family Day'), victoriaDay, thanksgiving, boxingDay),
  province('PE', thirdMondayOfFebruary('Islander Day'), since(2022, truth), remembrance),
  province(
    'QC',
    weekdayBefore('National Patriots’ Day', monday, '05-25'),
    notOnSunday(fixed('National Holiday', '06-24')),
    thanksgiving,
  ),
  province(
    'SK',
    thirdMondayOfFebruary('Family Day'),
    victoriaDay,
    firstMondayOfAugust('Saskatchewan Day'),
    thanksgiving,
    remembrance,
  ),
  province(
    'YT',
    victoriaDay,
    indigenousPeoples,
    nth('Discovery Day', 3, monday, 8),
    since(2023, truth),
    thanksgiving,
    remembrance,
  ),
]
