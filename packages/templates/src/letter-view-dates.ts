import { localDate, type Moment, momentDate, momentStart } from '@afterview/time'
import { fillIn } from './letter-wording.ts'
import { languageOf } from './locale-chain.ts'

/** How dates are put into words. */
export interface DateWording {
  /** BCP 47. English without a region is written as in Great Britain, day first. */
  readonly locale: string
  /** IANA zone of the reader; clock times are shown in it. */
  readonly zone: string
  /** IANA zone of the writer, where it is another. A clock time that differs in it names the reader's zone. */
  readonly writerZone?: string
  /** Instant, ISO, from which is told whether a date needs its year: from half a year away on. */
  readonly now: string
  /** What names a clock time in a language without words here, such as `kl. {time}`. */
  readonly clock?: string
}

/** Day of the week, day and month, without preposition: `Friday 4 December`, `Freitag, 4. Dezember`. */
export function dayInWords(moment: Moment, wording: DateWording): string {
  const date = momentDate(moment, wording.zone)
  return dateInWords(date, wording.locale, isFar(date, localDate(wording.now, wording.zone)))
}

/** A date, `YYYY-MM-DD`, with day of the week and year: `Monday 8 February 2027`. */
export function fullDateInWords(date: string, locale: string): string {
  return dateInWords(date, locale, true)
}

/** Month and year: `November 2025`, `noviembre de 2025`. */
export function monthInWords(moment: Moment, { locale, zone }: DateWording): string {
  return formatter(locale, { month: 'long', year: 'numeric' }).format(
    noonOf(momentDate(moment, zone)),
  )
}

/**
 * The day and, unless the moment is a whole day, the clock time: `Tuesday 1 December at 14:00`,
 * `mardi 1er décembre à 14 h`. The zone is named when the writer's clocks show another time.
 */
export function whenInWords(moment: Moment, wording: DateWording): string {
  const day = dayInWords(moment, wording)
  if (moment.kind === 'day') return day
  const { locale, zone, writerZone = zone } = wording
  const start = new Date(momentStart(moment))
  const clock = clockInWords(start, locale, zone, wording.clock)
  const isShared = clock === clockInWords(start, locale, writerZone, wording.clock)
  return `${day} ${clock}${isShared ? '' : ` (${zoneInWords(start, locale, zone)})`}`
}

/** `names` joined by "and" or "or" of the language. */
export function listInWords(
  items: readonly string[],
  locale: string,
  type: 'conjunction' | 'disjunction' = 'conjunction',
): string {
  return new Intl.ListFormat(writtenAs(locale), { type }).format(items)
}

function dateInWords(date: string, locale: string, withYear: boolean): string {
  const year = withYear ? ({ year: 'numeric' } as const) : {}
  const format = formatter(locale, { weekday: 'long', day: 'numeric', month: 'long', ...year })
  const day = noonOf(date)
  const arrange = arrangements.get(languageOf(locale))
  if (!arrange) return plainSpaces(format.format(day))
  const parts = new Map(format.formatToParts(day).map(({ type, value }) => [type, value]))
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? ''
  return arrange({
    weekday: part('weekday'),
    day: part('day'),
    month: part('month'),
    year: part('year'),
    written: format.format(day),
  })
}

interface DateParts {
  readonly weekday: string
  readonly day: string
  readonly month: string
  /** Empty when the date goes without. */
  readonly year: string
  /** As the platform writes it. */
  readonly written: string
}

// The platform writes dates that stand alone; these stand in a sentence.
const arrangements: ReadonlyMap<string, (parts: DateParts) => string> = new Map([
  ['en', english],
  ['nl', ({ weekday, day, month, year }) => joined([weekday, day, month, year])],
  ['de', ({ weekday, day, month, year }) => joined([`${weekday},`, `${day}.`, month, year])],
  [
    'fr',
    ({ weekday, day, month, year }) => joined([weekday, day === '1' ? '1er' : day, month, year]),
  ],
  [
    'es',
    ({ weekday, day, month, year }) =>
      joined([weekday, day, 'de', month, ...(year === '' ? [] : ['de', year])]),
  ],
])

// Month first keeps its commas: "Tuesday, December 1, 2026".
function english({ weekday, day, month, year, written }: DateParts): string {
  const isDayFirst = written.indexOf(day) < written.indexOf(month)
  return isDayFirst ? joined([weekday, day, month, year]) : plainSpaces(written)
}

function joined(words: readonly string[]): string {
  return words.filter((word) => word !== '').join(' ')
}

function clockInWords(at: Date, locale: string, zone: string, pattern?: string): string {
  const format = formatter(locale, { hour: 'numeric', minute: '2-digit' }, zone)
  const written = plainSpaces(format.format(at))
  if (pattern !== undefined) return fillIn(pattern, { time: written })
  const clock = clocks.get(languageOf(locale))
  return clock ? clock(written) : written
}

const clocks: ReadonlyMap<string, (written: string) => string> = new Map([
  ['en', (written) => `at ${written}`],
  ['nl', (written) => `om ${written} uur`],
  ['de', (written) => `um ${written} Uhr`],
  ['fr', (written) => `à ${frenchClock(written)}`],
  ['es', (written) => `${/^0?1:/u.test(written) ? 'a la' : 'a las'} ${written}`],
])

function frenchClock(written: string): string {
  const [hour = '', minute = ''] = written.split(/[^\d]+/u)
  return `${Number(hour)} h${minute === '00' ? '' : ` ${minute}`}`
}

function zoneInWords(at: Date, locale: string, zone: string): string {
  const parts = formatter(locale, { timeZoneName: 'longGeneric' }, zone).formatToParts(at)
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone
}

function formatter(
  locale: string,
  options: Intl.DateTimeFormatOptions,
  zone = 'UTC',
): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(writtenAs(locale), {
    calendar: 'gregory',
    numberingSystem: 'latn',
    ...options,
    timeZone: zone,
  })
}

function writtenAs(locale: string): string {
  return locale === 'en' ? 'en-GB' : locale
}

// A date is a name and not an instant: noon UTC shows it unchanged in UTC.
function noonOf(date: string): Date {
  return new Date(`${date}T12:00:00Z`)
}

function isFar(date: string, today: string): boolean {
  const days = (noonOf(date).getTime() - noonOf(today).getTime()) / 86_400_000
  return Math.abs(days) > 182
}

function plainSpaces(text: string): string {
  return text.replace(/[\u{a0}\u{202f}]/gu, ' ')
}
