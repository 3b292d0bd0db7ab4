/** Days on which one side only has a holiday, with the reason why this package stands by its answer. */
export interface Difference {
  readonly regions: readonly string[]
  /** Names of holidays that only this package has. */
  readonly ours?: readonly string[]
  /** Names of holidays that only the other package has. */
  readonly theirs?: readonly string[]
  readonly because: string
}

const parts = (country: string, codes: string): readonly string[] =>
  codes.split(' ').map((code) => `${country}-${code}`)

const canada: readonly Difference[] = [
  {
    regions: ['CA', ...parts('CA', 'AB BC MB NB NL NS NT NU ON PE QC SK YT')],
    ours: ['Canada Day (Monday)'],
    because: 'Holidays Act, section 2: 2 July is the holiday where 1 July is a Sunday',
  },
  {
    regions: parts('CA', 'QC'),
    ours: ['National Holiday (Monday)'],
    because:
      'National Holiday Act of Quebec: 25 June for those who do not work on a Sunday 24 June',
  },
  {
    regions: parts('CA', 'BC NT NU PE YT'),
    ours: ['National Day for Truth and Reconciliation'],
    because:
      'statutory since 2022 in NT, NU and PE, since 2023 in BC and YT (employment standards acts)',
  },
  {
    regions: parts('CA', 'MB'),
    ours: ['Orange Shirt Day'],
    because: 'The Orange Shirt Day Act: a general holiday in Manitoba since 2024',
  },
  {
    regions: parts('CA', 'MB'),
    ours: ['Remembrance Day'],
    because: 'The Remembrance Day Act of Manitoba closes most workplaces',
  },
  {
    regions: parts('CA', 'NU'),
    ours: ['Nunavut Day'],
    because: 'Labour Standards Act of Nunavut: statutory for everybody since 2020',
  },
  {
    regions: parts('CA', 'NT ON YT'),
    theirs: ['Easter Monday'],
    because: 'kept by governments only; in none of the three employment standards acts',
  },
  {
    regions: parts('CA', 'NT'),
    theirs: ['Boxing Day'],
    because: 'kept by the government only; not in the Employment Standards Act of the territory',
  },
  {
    regions: parts('CA', 'PE'),
    theirs: ['Gold Cup Parade Day'],
    because: 'kept by some employers; not in the Employment Standards Act of the province',
  },
]

const switzerland: readonly Difference[] = [
  {
    regions: ['CH'],
    theirs: [
      'Karfreitag',
      'Ostermontag',
      'Pfingstmontag',
      'Eidg. Dank-, Buss- und Bettag',
      'Stephanstag',
    ],
    because: 'CH holds what all cantons share: New Year, Ascension, 1 August, Christmas',
  },
  {
    regions: ['CH-AG'],
    theirs: [
      'Berchtoldstag',
      'Ostermontag',
      'Tag der Arbeit',
      'Pfingstmontag',
      'Fronleichnam',
      'Mariä Himmelfahrt',
      'Allerheiligen',
      'Mariä Empfängnis',
      'Stephanstag',
    ],
    because: 'holidays of single districts of Aargau; the five that all districts share are here',
  },
  {
    regions: ['CH-AI'],
    ours: ['Mariä Empfängnis'],
    theirs: ['Mauritiustag'],
    because:
      'Ruhetagsgesetz of Appenzell Innerrhoden, article 2: 8 December everywhere, 22 September in the inner part only',
  },
  {
    regions: ['CH-AR'],
    ours: ['Stephanstag'],
    theirs: ['Stephanstag'],
    because:
      'it lapses where Christmas is a Monday or a Friday, so on a Tuesday or a Saturday; the other side reads it as 26 December on a Monday or Friday',
  },
  {
    regions: ['CH-GL'],
    ours: ['Eidgenössischer Dank-, Buss- und Bettag'],
    because: 'a Sunday of rest in every canton but Geneva',
  },
  {
    regions: ['CH-GL'],
    theirs: ['Heiliger Abend', 'Silvester'],
    because: 'half days of the administration',
  },
  {
    regions: ['CH-GL'],
    ours: ['Näfelser Fahrt'],
    theirs: ['Näfelser Fahrt'],
    because: 'the first Thursday of April may be the 1st; the other side starts at the 2nd',
  },
  {
    regions: ['CH-NE'],
    theirs: ['Lundi de Pâques', 'la Fête-Dieu'],
    because:
      'not in the cantonal law on holidays; Corpus Christi is one in the town of Le Landeron only',
  },
  {
    regions: ['CH-SO'],
    theirs: ['Josefstag', 'Tag der Arbeit'],
    because: 'St Joseph in a few towns only; 1 May from noon only',
  },
  {
    regions: ['CH-UR'],
    ours: ['Stephanstag'],
    because:
      'the other side drops it where it is a Monday or a Friday; no text of the law was found that says so',
  },
  {
    regions: ['CH-VS'],
    theirs: ['Fête du travail', 'Lundi de Pentecôte', 'Veille de Noël'],
    because: 'not in the cantonal law on holidays, which has nine days',
  },
]

const everyMonday = parts('ES', 'AN AR AS CL EX')

const spain: readonly Difference[] = [
  {
    regions: ['ES'],
    theirs: ['Navidad (día sustituto)'],
    because: 'communities choose the Monday after a Sunday; 2022-12-26 was worked in Galicia',
  },
  {
    regions: parts('ES', 'AN AR AS CL EX CE CM CN IB MC ML NC'),
    ours: ['Lunes siguiente a una fiesta nacional'],
    because:
      'the resolutions for 2020 to 2026 in the Boletín Oficial del Estado name these Mondays',
  },
  {
    regions: everyMonday,
    ours: [
      'Epifanía del Señor (lunes siguiente)',
      'Inmaculada Concepción (lunes siguiente)',
      'Fiesta Nacional de España (lunes siguiente)',
      'Año Nuevo (lunes siguiente)',
    ],
    because: 'expected from 2027 on: these communities took most Mondays of 2020 to 2026',
  },
  {
    regions: parts('ES', 'EX'),
    ours: ['Asunción de la Virgen (lunes siguiente)'],
    because: 'expected from 2027 on, as every other Monday of Extremadura',
  },
  {
    regions: parts('ES', 'CB CE CM CN GA IB MC MD ML NC PV RI VC'),
    theirs: ['Navidad (día sustituto)'],
    because: 'a choice of 2022; nobody knows that of 2033 and 2039',
  },
  {
    regions: parts('ES', 'CB MC MD ML RI'),
    theirs: ['Día de la Constitución Española (día sustituto)'],
    because: 'a choice of 2026; nobody knows that of 2037',
  },
  {
    regions: parts('ES', 'CM CN MD NC'),
    theirs: ['Todos los Santos (día sustituto)'],
    because: 'a choice of 2026; nobody knows that of 2037',
  },
  {
    regions: parts('ES', 'CN'),
    theirs: ['Asunción (día sustituto)', 'Día de Canarias (día sustituto)'],
    because: 'choices of 2021; nobody knows those of 2027, 2032 and 2038',
  },
  {
    regions: parts('ES', 'CT'),
    theirs: ['Día del Trabajador (día sustituto)'],
    because: 'Catalonia worked on 2022-05-02 (resolution for 2022)',
  },
  {
    regions: parts('ES', 'MC'),
    theirs: ['Día del Trabajador (día sustituto)'],
    because: 'a choice of 2022; nobody knows that of 2033 and 2039',
  },
  {
    regions: parts('ES', 'CB'),
    ours: ['Día de las Instituciones de Cantabria'],
    theirs: ['Día de las Instituciones de Cantabria'],
    because: 'it is 28 July, not 28 June (resolutions for 2025 and 2026)',
  },
  {
    regions: parts('ES', 'CB'),
    ours: ['Lunes de Pascua', 'Santiago Apóstol'],
    theirs: ['La Bien Aparecida'],
    because: 'the resolution for 2024 names 1 April and 25 July instead of 16 September',
  },
  {
    regions: parts('ES', 'CE'),
    theirs: ['Fiesta del Sacrificio-Eidul Adha'],
    because: 'follows the moon; announced year by year',
  },
  {
    regions: parts('ES', 'ML'),
    theirs: ['Fiesta del Eid Fitr', 'Fiesta del Sacrificio-Aid Al Adha'],
    because: 'follows the moon; announced year by year',
  },
  {
    regions: parts('ES', 'CE'),
    theirs: ['Nuestra Señora de África', 'Día de Ceuta'],
    because: 'the Monday after a Sunday is a choice that nobody knows yet',
  },
  {
    regions: parts('ES', 'CM'),
    ours: ['Lunes de Pascua'],
    because: 'decreto 44/2025 of Castilla-La Mancha for 2026',
  },
  {
    regions: parts('ES', 'EX'),
    ours: ['Martes de Carnaval'],
    theirs: ['Día de Extremadura'],
    because: 'the resolution for 2024 names 13 February instead of 9 September',
  },
  {
    regions: parts('ES', 'GA NC PV'),
    theirs: ['San José'],
    because: 'a choice of 2026 (not of 2024 and 2025); the other side has it every year',
  },
  {
    regions: parts('ES', 'GA'),
    ours: ['San Juan'],
    because: 'the resolution for 2026 names 24 June',
  },
  {
    regions: parts('ES', 'IB'),
    ours: ['Segunda fiesta de Navidad'],
    because: 'the resolution for 2026 names 26 December',
  },
  {
    regions: parts('ES', 'MC'),
    ours: ['Día de la Región de Murcia'],
    because: '9 June (resolutions for 2025 and 2026)',
  },
  {
    regions: parts('ES', 'MD'),
    ours: ['Fiesta de la Comunidad de Madrid'],
    because: 'on a Sunday the day stays a holiday beside its Monday; nobody works on either',
  },
  {
    regions: parts('ES', 'MD NC'),
    ours: ['Santiago Apóstol'],
    because: 'the resolutions for 2024 and 2025 name 25 July',
  },
  {
    regions: parts('ES', 'NC'),
    ours: ['San Francisco Javier'],
    because: '3 December is set by the Government of Navarra beside the twelve days, every year',
  },
  {
    regions: parts('ES', 'PV'),
    theirs: ['V Centenario Vuelta al Mundo'],
    because: 'a single day of 2022; other days that communities chose are kept from 2024 on',
  },
  {
    regions: parts('ES', 'RI'),
    ours: ['Día de La Rioja (lunes siguiente)'],
    because: 'the resolution for 2024 names Monday 10 June',
  },
  {
    regions: parts('ES', 'VC'),
    ours: ['Día de la Comunitat Valenciana'],
    because: '9 October (resolutions for 2024 to 2026)',
  },
]

/** Every difference to date-holidays over all regions, 2020 to 2040. */
export const differences: readonly Difference[] = [
  ...canada,
  ...switzerland,
  ...spain,
  {
    regions: ['GB'],
    theirs: ['Easter Monday'],
    because: 'GB holds what all four nations share; Scotland works on Easter Monday',
  },
  {
    regions: ['GB-SCT'],
    ours: ['World Cup bank holiday'],
    because: 'royal proclamation of February 2026 for Monday 15 June 2026',
  },
  {
    regions: ['IE'],
    ours: ['Day of Remembrance and Recognition'],
    because: 'a single public holiday on 18 March 2022 (S.I. 50 of 2022)',
  },
  {
    regions: ['IN'],
    theirs: ['Ambedkar Jayanti'],
    because: 'declared anew each year, not on the list of gazetted holidays',
  },
  {
    regions: ['NL'],
    ours: ['Bevrijdingsdag'],
    because: 'a day off in every fifth year by custom and most collective agreements',
  },
  {
    regions: ['US'],
    ours: ['Veterans Day (observed)'],
    because: '5 U.S.C. 6103(b) observes it on Friday or Monday, as on 2023-11-10',
  },
]
