interface Onset {
  /** UTC milliseconds from which `offset` holds. */
  readonly at: number
  /** Minutes ahead of UTC. */
  readonly offset: number
}

/** The VTIMEZONE components of a document by TZID, as text. */
export function zoneTexts(text: string): ReadonlyMap<string, string> {
  const blocks = text.match(/BEGIN:VTIMEZONE\r\n[^]*?END:VTIMEZONE\r\n/g) ?? []
  return new Map(blocks.map((block) => [/TZID:(.*)\r\n/.exec(block)?.[1] ?? '', block]))
}

/**
 * A reader of VTIMEZONE that knows nothing of the writer: all onsets from 1970 to `lastYear` are
 * listed, and the answer is the offset of the last one before an instant, in minutes.
 */
export function zoneReader(block: string, lastYear: number): (ms: number) => number {
  const observances = block.match(/BEGIN:(STANDARD|DAYLIGHT)[^]*?END:\1/g) ?? []
  const onsets = observances
    .flatMap((each) => onsetsOf(each, lastYear))
    .toSorted((a, b) => a.at - b.at)
  return (ms) => {
    const offset = onsets.findLast(({ at }) => at <= ms)?.offset
    if (offset === undefined) throw new Error(`nothing holds at ${new Date(ms).toISOString()}`)
    return offset
  }
}

function onsetsOf(observance: string, lastYear: number): readonly Onset[] {
  const value = (name: string): string =>
    new RegExp(`${name}:(.*)`).exec(observance)?.[1]?.trim() ?? ''
  const from = minutesOf(value('TZOFFSETFROM'))
  const offset = minutesOf(value('TZOFFSETTO'))
  const start = value('DTSTART')
  const rule = value('RRULE')
  const locals = rule === '' ? [localMs(start)] : yearly(rule, start, lastYear)
  return locals.map((local) => ({ at: local - from * 60_000, offset }))
}

function yearly(rule: string, start: string, lastYear: number): readonly number[] {
  const [, month = '', ordinal = '', day = ''] =
    /^FREQ=YEARLY;BYMONTH=(\d+);BYDAY=(-?\d)([A-Z]{2})$/.exec(rule) ?? []
  const weekday = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'].indexOf(day)
  if (weekday < 0) throw new Error(`rule ${rule} is not understood`)
  const firstYear = Number(start.slice(0, 4))
  const time = localMs(`19700101T${start.slice(9)}`)
  return Array.from({ length: lastYear - firstYear + 1 }, (_, index) => {
    const days = daysOf(firstYear + index, Number(month), weekday)
    return (
      (days.at(Number(ordinal) > 0 ? Number(ordinal) - 1 : Number(ordinal)) ?? Number.NaN) + time
    )
  })
}

function daysOf(year: number, month: number, weekday: number): readonly number[] {
  return Array.from({ length: 31 }, (_, index) => Date.UTC(year, month - 1, index + 1)).filter(
    (ms) => new Date(ms).getUTCMonth() === month - 1 && new Date(ms).getUTCDay() === weekday,
  )
}

function localMs(text: string): number {
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)$/.exec(text) ?? []
  return Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
  )
}

function minutesOf(text: string): number {
  const [, sign, hours, minutes] = /^([+-])(\d\d)(\d\d)$/.exec(text) ?? []
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
}
