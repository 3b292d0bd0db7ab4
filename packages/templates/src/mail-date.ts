import { AfterviewError } from '@afterview/time'
import { isDay } from './calendar-day.ts'

/**
 * When a draft was written: an ISO 8601 instant with offset (`2026-11-25T15:30:00+01:00`), or an
 * instant and the IANA zone in whose offset it is shown.
 */
export type MailDate = string | { readonly at: string; readonly zone: string }

const isoPattern = /^(.{10})T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)$/u

/**
 * A date as RFC 5322 writes it: `Wed, 25 Nov 2026 15:30:00 +0100`.
 * @throws AfterviewError `mail-date-invalid` for a text without offset, a day that does not exist or an unknown zone
 */
export function formatMailDate(date: MailDate): string {
  const [text, zone] = typeof date === 'string' ? [date] : [date.at, date.zone]
  const [, day = '', offset = ''] = isoPattern.exec(text) ?? []
  const instant = Date.parse(text)
  if (!isDay(day) || Number.isNaN(instant)) throw invalid(text)
  return format(instant, zone === undefined ? offset : offsetIn(zone, instant))
}

function format(instant: number, offset: string): string {
  // As long before the epoch as the clocks are ahead.
  const midnight = Date.parse(`1970-01-01T00:00${offset}`)
  // ECMAScript prescribes `Wed, 25 Nov 2026 15:30:00 GMT`.
  const written = new Date(instant - midnight).toUTCString()
  return written.replace('GMT', offset === 'Z' ? '+0000' : offset.replace(':', ''))
}

/** `+01:00`, or `Z`; what an offset of long ago has beyond minutes is left out. */
function offsetIn(zone: string, instant: number): string {
  const name = zoneFormat(zone).formatToParts(instant).at(-1)?.value
  return /[+-]\d\d:\d\d/u.exec(name ?? '')?.[0] ?? 'Z'
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
