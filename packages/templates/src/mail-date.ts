import { AfterviewError } from '@afterview/time'

/**
 * When a draft was written: an ISO 8601 instant with offset (`2026-11-25T15:30:00+01:00`), or an
 * instant and the IANA zone in whose offset it is shown.
 */
export type MailDate = string | { readonly at: string; readonly zone: string }

const isoPattern =
  /^(?<day>\d{4}-\d\d-\d\d)T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?<offset>Z|[+-]\d\d:\d\d)$/u

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/**
 * A date as RFC 5322 writes it: `Wed, 25 Nov 2026 15:30:00 +0100`.
 * @throws AfterviewError `mail-date-invalid` for a text without offset, a day that does not exist or an unknown zone
 */
export function formatMailDate(date: MailDate): string {
  const text = typeof date === 'string' ? date : date.at
  const instant = Date.parse(text)
  const { day = '', offset } = isoPattern.exec(text)?.groups ?? {}
  if (offset === undefined || Number.isNaN(instant) || !isDay(day)) throw invalid(text)
  const minutes = typeof date === 'string' ? offsetMinutes(offset) : zoneMinutes(date.zone, instant)
  return format(instant, minutes)
}

// Date.parse takes 30 February for 2 March.
function isDay(day: string): boolean {
  return new Date(`${day}T00:00:00Z`).toISOString().startsWith(day)
}

function format(instant: number, minutes: number): string {
  const local = new Date(instant + minutes * 60_000)
  const [weekday, month] = [weekdays[local.getUTCDay()], months[local.getUTCMonth()]]
  const day = `${weekday}, ${two(local.getUTCDate())} ${month} ${local.getUTCFullYear()}`
  const time = [local.getUTCHours(), local.getUTCMinutes(), local.getUTCSeconds()]
    .map(two)
    .join(':')
  const ahead = Math.abs(minutes)
  const sign = minutes < 0 ? '-' : '+'
  return `${day} ${time} ${sign}${two(Math.floor(ahead / 60))}${two(ahead % 60)}`
}

function offsetMinutes(offset: string): number {
  if (offset === 'Z') return 0
  const [hours = 0, minutes = 0] = offset.slice(1).split(':').map(Number)
  return (hours * 60 + minutes) * (offset.startsWith('-') ? -1 : 1)
}

function zoneMinutes(zone: string, instant: number): number {
  const parts = zoneFormat(zone).formatToParts(instant)
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT'
  const [, sign = '+', hours = '0', minutes = '0'] = /([+-])(\d+):(\d+)/u.exec(name) ?? []
  return offsetMinutes(`${sign}${hours}:${minutes}`)
}

function zoneFormat(zone: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
  } catch (cause) {
    throw new AfterviewError('mail-date-invalid', {
      happened: `"${zone}" is not a time zone`,
      fix: 'give an IANA name such as Europe/Amsterdam',
      details: { zone },
      cause,
    })
  }
}

function invalid(text: string): AfterviewError {
  return new AfterviewError('mail-date-invalid', {
    happened: `"${text}" is not an instant with an offset`,
    fix: 'write it as 2026-11-25T15:30:00+01:00',
    details: { date: text },
  })
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
