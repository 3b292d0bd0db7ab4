import {
  easter,
  fixed,
  type HolidayRegion,
  type HolidayRule,
  observed,
  once,
  since,
  sunday,
} from './holiday-rule.ts'

const nationwide: readonly HolidayRule[] = [
  fixed('Año Nuevo', '01-01'),
  fixed('Epifanía del Señor', '01-06'),
  easter('Viernes Santo', -2),
  fixed('Fiesta del Trabajo', '05-01'),
  fixed('Asunción de la Virgen', '08-15'),
  fixed('Fiesta Nacional de España', '10-12'),
  fixed('Todos los Santos', '11-01'),
  fixed('Día de la Constitución Española', '12-06'),
  fixed('Inmaculada Concepción', '12-08'),
  fixed('Natividad del Señor', '12-25'),
]

const juevesSanto = easter('Jueves Santo', -3)
const lunesDePascua = easter('Lunes de Pascua', 1)
const sanJose = fixed('San José', '03-19')
const sanJuan = fixed('San Juan', '06-24')
const santiago = fixed('Santiago Apóstol', '07-25')

/**
 * The Mondays after national holidays on a Sunday, up to 2026, and the communities that took them:
 * the yearly resolutions of the Dirección General de Trabajo in the Boletín Oficial del Estado.
 */
const mondays: Readonly<Record<string, string>> = {
  '2020-11-02': 'AN AR AS CL EX MD',
  '2020-12-07': 'AN AR AS CE CL CM CN EX IB MC MD ML NC RI',
  '2021-08-16': 'AN AR AS CL CN',
  '2022-05-02': 'AN AR AS CL EX MC',
  '2022-12-26': 'AN AR AS CB CL CM CN EX IB MC MD ML NC RI',
  '2023-01-02': 'AN AR AS CL MC',
  '2024-12-09': 'AN AR AS CL EX MC ML',
  '2025-10-13': 'AN AR AS CL EX',
  '2026-11-02': 'AN AR AS CL CM CN EX MD NC',
  '2026-12-07': 'AN AR AS CB CL EX MC MD ML RI',
}

/** The communities that took most of those Mondays; from 2027 on they are expected to take all. */
const takesMondays = new Set(['AN', 'AR', 'AS', 'CL', 'EX'])

/** Days that a community chose in single years, from 2024 to 2026: the same resolutions. */
const chosen: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  CB: { '2024-04-01': 'Lunes de Pascua', '2024-07-25': 'Santiago Apóstol' },
  CM: { '2026-04-06': 'Lunes de Pascua' },
  EX: { '2024-02-13': 'Martes de Carnaval' },
  GA: { '2026-03-19': 'San José', '2026-06-24': 'San Juan' },
  IB: { '2026-12-26': 'Segunda fiesta de Navidad' },
  MD: { '2024-07-25': 'Santiago Apóstol', '2025-07-25': 'Santiago Apóstol' },
  NC: {
    '2024-07-25': 'Santiago Apóstol',
    '2025-07-25': 'Santiago Apóstol',
    '2026-03-19': 'San José',
  },
  PV: { '2026-03-19': 'San José' },
}

function community(code: string, ...own: readonly HolidayRule[]): HolidayRegion {
  return {
    code: `ES-${code}`,
    rules: [...nationwide, ...mondaysOf(code), ...chosenBy(code), ...own],
  }
}

function mondaysOf(code: string): readonly HolidayRule[] {
  const known = Object.keys(mondays)
    .filter((date) => mondays[date]?.split(' ').includes(code))
    .map((date) => once('Lunes siguiente a una fiesta nacional', date))
  return takesMondays.has(code) ? [...known, ...nationwide.map(expectedMonday)] : known
}

function expectedMonday(rule: HolidayRule): HolidayRule {
  return since(2027, onMonday(rule))
}

function chosenBy(code: string): readonly HolidayRule[] {
  return Object.entries(chosen[code] ?? {}).map(([date, name]) => once(name, date))
}

/** A day that takes the Monday where it falls on a Sunday. */
function onMonday(rule: HolidayRule): HolidayRule {
  return observed('lunes siguiente', { [sunday]: 1 }, rule)
}

/**
 * Spain: Estatuto de los Trabajadores, article 37.2, and real decreto 2001/1983, article 45. `ES`
 * holds what all communities share. Each community chooses its twelve days anew every year: here
 * are its usual own days, the choices that are known (the Mondays to 2026, other days 2024 to
 * 2026), and from 2027 on the Mondays that it is expected to take. Every October the Boletín
 * Oficial del Estado brings the next year: add what differs with `withHolidays`. Left out are the
 * two days of each municipality, those of single islands, and the Eids of Ceuta and Melilla.
 */
export const spain: readonly HolidayRegion[] = [
  { code: 'ES', rules: nationwide },
  community('AN', juevesSanto, onMonday(fixed('Día de Andalucía', '02-28'))),
  community('AR', juevesSanto, onMonday(fixed('San Jorge, Día de Aragón', '04-23'))),
  community('AS', juevesSanto, onMonday(fixed('Día de Asturias', '09-08'))),
  community(
    'CB',
    juevesSanto,
    fixed('Día de las Instituciones de Cantabria', '07-28'),
    fixed('La Bien Aparecida', '09-15'),
  ),
  community(
    'CE',
    juevesSanto,
    fixed('Nuestra Señora de África', '08-05'),
    fixed('Día de Ceuta', '09-02'),
  ),
  community('CL', juevesSanto, onMonday(fixed('Fiesta de Castilla y León', '04-23'))),
  community(
    'CM',
    juevesSanto,
    fixed('Día de Castilla-La Mancha', '05-31'),
    easter('Corpus Christi', 60),
  ),
  community('CN', juevesSanto, fixed('Día de Canarias', '05-30')),
  community(
    'CT',
    lunesDePascua,
    sanJuan,
    fixed('Fiesta Nacional de Cataluña', '09-11'),
    fixed('San Esteban', '12-26'),
  ),
  community('EX', juevesSanto, fixed('Día de Extremadura', '09-08')),
  community('GA', juevesSanto, fixed('Día de las Letras Gallegas', '05-17'), santiago),
  community('IB', juevesSanto, lunesDePascua, onMonday(fixed('Día de les Illes Balears', '03-01'))),
  community('MC', sanJose, juevesSanto, fixed('Día de la Región de Murcia', '06-09')),
  community('MD', juevesSanto, onMonday(fixed('Fiesta de la Comunidad de Madrid', '05-02'))),
  community('ML', juevesSanto),
  community('NC', juevesSanto, lunesDePascua, fixed('San Francisco Javier', '12-03')),
  community('PV', juevesSanto, lunesDePascua, santiago),
  community('RI', juevesSanto, lunesDePascua, onMonday(fixed('Día de La Rioja', '06-09'))),
  community(
    'VC',
    sanJose,
    lunesDePascua,
    sanJuan,
    fixed('Día de la Comunitat Valenciana', '10-09'),
  ),
]
