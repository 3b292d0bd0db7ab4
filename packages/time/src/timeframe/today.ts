import { epochDay } from '../epoch-day.ts'
import { AfterviewError } from '../error.ts'

/** What the clocks of a zone show at an instant. */
export interface Today {
  /** Days since 1970-01-01. */
  readonly day: number
  /** Minutes since midnight. */
  readonly minute: number
}

/**
 * The local day and minute of an instant. Throws `instant-malformed` and `zone-unknown`. Asks `Intl`
 * itself, so that this part of the package works without luxon.
 */
export function todayAt(reference: string, zone: string): Today {
  const ms = instantMs(reference)
  const fields = formatterOf(zone).format(ms).match(/\d+/g) ?? []
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0] = fields.map(Number)
  return { day: epochDay(year, month, day), minute: hour * 60 + minute }
}

const shape = /^(\d{4}-\d\d-\d\d)T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)$/

/** Impossible dates such as 30 February are refused: some engines read them as days of March. */
function instantMs(text: string): number {
  const date = shape.exec(text)?.[1]
  const ms = Date.parse(text)
  const isReal = date !== undefined && new Date(`${date}T00:00Z`).toJSON()?.startsWith(date)
  if (isReal && !Number.isNaN(ms)) return ms
  throw new AfterviewError('instant-malformed', {
    happened: `"${text}" is no instant`,
    fix: 'write date, time and offset as in 2026-11-25T15:30:00+01:00',
    details: { text },
  })
}

/** Valid zones only, so it holds at most the few hundred names that exist. */
const formatters = new Map<string, Intl.DateTimeFormat>()

/** Swedish writes year, month, day, hour and minute in this order. */
function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone)
  if (known) return known
  const formatter = createFormatter(zone)
  formatters.set(zone, formatter)
  return formatter
}

/** `CET` and `+01:00` are taken by `Intl`, but they are no places. */
function createFormatter(zone: string): Intl.DateTimeFormat {
  try {
    if (zone !== 'UTC' && !/^[A-Z]\w+\/[A-Z]/.test(zone)) throw new RangeError(zone)
    return new Intl.DateTimeFormat('sv', {
      timeZone: zone,
      dateStyle: 'short',
      timeStyle: 'short',
    })
  } catch (cause) {
    throw new AfterviewError('zone-unknown', {
      happened: `"${zone}" is no IANA zone`,
      fix: 'pass a name of the form Area/City, such as Europe/Amsterdam, or UTC',
      details: { zone },
      cause,
    })
  }
}
