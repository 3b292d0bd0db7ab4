import {
  localDate,
  localDateTime,
  localTime,
  type Moment,
  momentDate,
  momentStart,
  toLocalIso,
} from '@afterview/time'

const dayNames = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
})

/** An instant on the clocks of a zone, such as `Wed 25 Nov 2026, 15:30`. */
export function sayInstant(instant: string, zone: string): string {
  return `${sayDate(localDate(instant, zone))}, ${localTime(instant, zone)}`
}

/** A date, such as `Wed 25 Nov 2026`. */
export function sayDate(date: string): string {
  return dayNames.format(new Date(`${date}T00:00:00Z`)).replace(',', '')
}

/** A moment on the clocks of a zone; a clock time in another zone is named with it. */
export function sayMoment(moment: Moment, zone: string): string {
  if (moment.kind === 'day') return sayDate(moment.date)
  const instant = momentStart(moment)
  const own = sayInstant(instant, zone)
  if (moment.kind === 'instant' || isSameClock(instant, moment.zone, zone)) return own
  return `${own} (${localTime(instant, moment.zone)} ${moment.zone})`
}

/** The day of a moment in a zone, without its year, such as `Wed 25 Nov`. */
export function sayDay(moment: Moment, zone: string): string {
  return sayDate(momentDate(moment, zone)).replace(/ \d{4}$/, '')
}

/** A zone with its offset at an instant, such as `Europe/Amsterdam, UTC+01:00`. */
export function sayZone(instant: string, zone: string): string {
  return `${zone}, UTC${toLocalIso(instant, zone).slice(19)}`
}

/** A window of dates, such as `Wed 25 Nov 2026 to Fri 4 Dec 2026`. */
export function sayWindow({
  earliest,
  latest,
}: {
  readonly earliest: string
  readonly latest: string | null
}): string {
  if (latest === null) return `not before ${sayDate(earliest)}`
  return earliest === latest ? sayDate(earliest) : `${sayDate(earliest)} to ${sayDate(latest)}`
}

function isSameClock(instant: string, left: string, right: string): boolean {
  return localDateTime(instant, left) === localDateTime(instant, right)
}
