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
  const [, day = '', written = ''] = isoPattern.exec(text) ?? []
  const instant = Date.parse(text)
  if (!isDay(day) || Number.isNaN(instant)) throw invalid(text)
  const offset = zone === undefined ? written : offsetIn(zone, instant)
  // As long before the epoch as the clocks are ahead.
  const midnight = Date.parse(`1970-01-01T00:00${offset}`)
  // ECMAScript prescribes `Wed, 25 Nov 2026 15:30:00 GMT`.
  const shown = new Date(instant - midnight).toUTCString()
  return shown.replace('GMT', offset === 'Z' ? '+0000' : offset.replace(':', ''))
}

/** `+01:00`, or `Z`; what an offset of long ago has beyond minutes is left out. */
function offsetIn(timeZone: string, instant: number): string {
  try {
    const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' })
    return /[+-]\d\d:\d\d/u.exec(format.format(instant))?.[0] ?? 'Z'
  } catch (cause) {
    throw invalid(timeZone, cause)
  }
}

function invalid(text: string, cause?: unknown): AfterviewError {
  return new AfterviewError('mail-date-invalid', {
    happened: `A mail cannot be dated with "${text}"`,
    fix: 'give an instant such as 2026-11-25T15:30:00+01:00, and a zone such as Europe/Amsterdam',
    details: { text },
    cause,
  })
}
