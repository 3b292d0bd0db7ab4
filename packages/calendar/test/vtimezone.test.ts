import { createCalendar } from '@afterview/calendar'
import { describe, expect, it } from 'vitest'
import { interview } from './sample-agenda.ts'
import { zoneReader, zoneTexts } from './zone-reader.ts'

const heavy = Number(process.env['AFTERVIEW_FUZZ'] ?? 0) > 0

const calendar = createCalendar()

/** Zones with rules of every sort; with AFTERVIEW_FUZZ, all that the runtime knows. */
const zones = heavy
  ? Intl.supportedValuesOf('timeZone')
  : [
      'Europe/Amsterdam',
      'Europe/London',
      'Europe/Dublin',
      'Europe/Lisbon',
      'Europe/Istanbul',
      'America/New_York',
      'America/Los_Angeles',
      'America/Sao_Paulo',
      'America/St_Johns',
      'America/Santiago',
      'America/Nuuk',
      'America/Havana',
      'America/Vancouver',
      'Africa/Cairo',
      'Africa/Casablanca',
      'Africa/Johannesburg',
      'Asia/Kolkata',
      'Asia/Kathmandu',
      'Asia/Jerusalem',
      'Asia/Gaza',
      'Asia/Beirut',
      'Asia/Tokyo',
      'Australia/Sydney',
      'Australia/Lord_Howe',
      'Pacific/Auckland',
      'Pacific/Chatham',
      'Pacific/Apia',
    ]

function zoneText(zone: string, ...years: readonly number[]): string {
  const items = years.map((year) =>
    interview(`${year}-06-15T12:00`, zone, { id: `acme-1/interview/${year}` }),
  )
  const { text, problems } = calendar.file(items)
  expect(problems).toEqual([])
  return zoneTexts(text).get(zone) ?? ''
}

/** Offset in minutes as the runtime gives it, straight from `Intl`. */
function offsets(zone: string): (ms: number) => number {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' })
  return (ms) => {
    const [, sign, hours, minutes] = /GMT([+-])(\d\d):(\d\d)/.exec(format.format(ms)) ?? []
    return sign === undefined ? 0 : (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
  }
}

describe('the description of a zone', () => {
  it.each(zones)(
    'ZONE-1 of %s equals the zone from a year before its entries to a year after',
    (zone) => {
      const read = zoneReader(zoneText(zone, 2026, 2028), 2030)
      const offset = offsets(zone)
      const wrong: string[] = []
      const sixHours = 6 * 3_600_000
      for (
        let ms = Date.UTC(2025, 0, 1);
        ms < Date.UTC(2030, 0, 1);
        ms += heavy ? sixHours * 4 : sixHours
      ) {
        if (read(ms) !== offset(ms)) wrong.push(new Date(ms).toISOString())
      }
      expect(wrong).toEqual([])
    },
  )

  it.each([
    ['Europe/Amsterdam', '-1SU', '-1SU'],
    ['America/New_York', '2SU', '1SU'],
    ['Australia/Sydney', '1SU', '1SU'],
  ])('ZONE-2 of %s is two yearly rules by weekday, anchored in 1970', (zone, ...days) => {
    const text = zoneText(zone, 2026)
    const rules = [
      ...text.matchAll(/DTSTART:1970\d{4}T\d{6}\r\nRRULE:FREQ=YEARLY;BYMONTH=\d+;BYDAY=(\S+)\r\n/g),
    ]
    expect(rules.map(([, day]) => String(day)).toSorted()).toEqual(days.toSorted())
    expect(text.match(/BEGIN:(STANDARD|DAYLIGHT)/g)).toHaveLength(2)
  })

  it('ZONE-3 of a zone without a yearly rule is one observance per change', () => {
    const text = zoneText('Africa/Casablanca', 2025)
    expect(text).not.toContain('RRULE')
    expect(text.match(/BEGIN:(STANDARD|DAYLIGHT)/g)?.length).toBeGreaterThan(2)
  })

  it('ZONE-3 of a zone without changes is one standard observance', () => {
    const text = zoneText('Asia/Kolkata', 2026)
    expect(text.match(/BEGIN:(STANDARD|DAYLIGHT)/g)).toEqual(['BEGIN:STANDARD'])
    expect(text).toContain('TZOFFSETFROM:+0530\r\nTZOFFSETTO:+0530\r\n')
  })

  it('ZONE-3 never uses RDATE', () => {
    for (const zone of zones) expect(zoneText(zone, 2026)).not.toContain('RDATE')
  })

  it('ZONE-4 stands once for each zone that is used, before the entries', () => {
    const { text } = calendar.file([
      interview('2026-06-15T12:00', 'Europe/Amsterdam', { id: 'a' }),
      interview('2027-06-15T12:00', 'Europe/Amsterdam', { id: 'b' }),
      interview('2026-06-15T12:00', 'Asia/Tokyo', { id: 'c' }),
    ])
    expect(text.match(/BEGIN:VTIMEZONE/g)).toHaveLength(2)
    expect([...zoneTexts(text).keys()].toSorted()).toEqual(['Asia/Tokyo', 'Europe/Amsterdam'])
    expect(text.lastIndexOf('END:VTIMEZONE')).toBeLessThan(text.indexOf('BEGIN:VEVENT'))
  })

  it('ZONE-4 does not stand where no entry uses a zone', () => {
    const { text } = calendar.file([interview('2026-06-15T12:00', 'UTC')])
    expect(text).not.toContain('VTIMEZONE')
    expect(text).toContain('DTSTART:20260615T120000Z')
  })
})
