import { createCalendar } from '@afterview/calendar'
import { addCalendarDays, toInstant } from '@afterview/time'
import { describe, expect, it } from 'vitest'
import { readEventOf } from './read-back.ts'
import { agendaItem, interview } from './sample-agenda.ts'

const calendar = createCalendar()

/** The nights of 2026 on which clocks go forward and back, and the hours skipped and repeated. */
const nights = [
  ['Europe/Amsterdam', '2026-03-29T02:30', '2026-10-25T02:30'],
  ['Europe/London', '2026-03-29T01:30', '2026-10-25T01:30'],
  ['Europe/Athens', '2026-03-29T03:30', '2026-10-25T03:30'],
  ['America/New_York', '2026-03-08T02:30', '2026-11-01T01:30'],
  ['America/Los_Angeles', '2026-03-08T02:30', '2026-11-01T01:30'],
  ['America/St_Johns', '2026-03-08T02:30', '2026-11-01T01:30'],
  ['America/Santiago', '2026-09-06T00:30', '2026-04-04T23:30'],
  ['Australia/Sydney', '2026-10-04T02:30', '2026-04-05T02:30'],
  ['Australia/Lord_Howe', '2026-10-04T02:15', '2026-04-05T01:45'],
  ['Pacific/Auckland', '2026-09-27T02:30', '2026-04-05T02:30'],
  ['Africa/Cairo', '2026-04-24T00:30', '2026-10-29T23:30'],
  ['Asia/Jerusalem', '2026-03-27T02:30', '2026-10-25T01:30'],
] as const

function startOf(zone: string, local: string): { start: string; text: string; problems: number } {
  const { text, problems } = calendar.file([interview(local, zone)])
  return { start: readEventOf(text).start, text, problems: problems.length }
}

describe('the time of an entry', () => {
  it('TIME-1 of a deadline at a wall time is its instant in UTC, whatever its zone', () => {
    const due = { kind: 'wall', local: '2026-12-08T09:00', zone: 'America/New_York' } as const
    const { text } = calendar.file([agendaItem({ due })])
    expect(text).toContain('DTSTART:20261208T140000Z\r\nDTEND:20261208T141500Z\r\n')
  })

  it('TIME-1 of a deadline keeps its seconds and drops fractions of them', () => {
    const due = { kind: 'instant', at: '2026-11-25T15:30:27.914Z' } as const
    const { text } = calendar.file([agendaItem({ due })])
    expect(text).toContain('DTSTART:20261125T153027Z\r\n')
  })

  it('TIME-2 of an interview goes from the beginning of its window to the end', () => {
    const zone = 'Europe/Berlin'
    const window = {
      from: { kind: 'wall', local: '2026-12-15T10:00', zone },
      until: { kind: 'instant', at: '2026-12-15T11:45:00Z' },
    } as const
    const { text } = calendar.file([interview('2026-12-15T10:00', zone, { window })])
    expect(text).toContain('DTSTART;TZID=Europe/Berlin:20261215T100000\r\n')
    expect(text).toContain('DTEND;TZID=Europe/Berlin:20261215T124500\r\n')
    expect(text).toContain('TRANSP:OPAQUE\r\n')
    expect(text).toContain('X-MICROSOFT-CDO-BUSYSTATUS:BUSY\r\n')
  })

  it('TIME-2 of an interview given as instant is in UTC', () => {
    const item = interview('2026-12-15T10:00', 'Europe/Berlin')
    const due = { kind: 'instant', at: '2026-12-15T09:00:00Z' } as const
    const { text } = calendar.file([{ ...item, due }])
    expect(text).toContain('DTSTART:20261215T090000Z\r\nDTEND:20261215T100000Z\r\n')
    expect(text).not.toContain('TZID')
  })

  it.each(nights)('TIME-3 in the repeated hour of %s is in UTC', (zone, _, twice) => {
    const { start, text, problems } = startOf(zone, twice)
    expect(start).toBe(toInstant({ local: twice, zone, disambiguation: 'earlier' }))
    expect(text).not.toContain('TZID')
    expect(problems).toBe(0)
  })

  it.each(nights)(
    'TIME-3 that ends in the repeated hour of %s is in UTC as a whole',
    (zone, _, twice) => {
      const until = { kind: 'wall', local: twice, zone } as const
      const from = { kind: 'wall', local: `${twice.slice(0, 10)}T00:00`, zone } as const
      const { text } = calendar.file([interview(from.local, zone, { window: { from, until } })])
      expect(text).not.toContain('TZID')
      expect(readEventOf(text).end).toBe(toInstant(until))
    },
  )

  it.each(nights)(
    'TIME-4 in the skipped hour of %s is moved forward, in UTC or not, and reported',
    (zone, missing) => {
      const { text, problems } = calendar.file([interview(missing, zone)])
      expect(readEventOf(text).start).toBe(toInstant({ local: missing, zone }))
      expect(problems).toMatchObject([
        { itemId: 'acme-1/interview/2', code: 'time-skipped', isLeftOut: false },
      ])
    },
  )

  it.each(nights)(
    'TIME-2 is read back as the same instant on every other hour of those nights in %s',
    (zone, missing, twice) => {
      for (const night of [missing, twice].map((local) => local.slice(0, 10))) {
        for (const date of [night, addCalendarDays(night, 1)]) {
          for (let hour = 0; hour < 24; hour += 3) {
            const local = `${date}T${String(hour).padStart(2, '0')}:00`
            expect(startOf(zone, local).start).toBe(toInstant({ local, zone }))
          }
        }
      }
    },
  )

  it('TIME-5 of a whole day depends on no zone', () => {
    const texts = ['Pacific/Apia', 'Pacific/Pago_Pago'].map((zone) => {
      const due = { kind: 'day', date: '2028-02-29', zone } as const
      const { window: _, ...item } = agendaItem({ due })
      return createCalendar({ zone: 'UTC' }).file([item]).text
    })
    expect(texts[0]).toBe(texts[1])
    expect(texts[0]).toContain('DTSTART;VALUE=DATE:20280229\r\nDTEND;VALUE=DATE:20280301\r\n')
  })

  it('TIME-6 is never floating', () => {
    const items = nights.flatMap(([zone, missing, twice], index) => [
      interview(missing, zone, { id: `missing/${index}` }),
      interview(twice, zone, { id: `twice/${index}` }),
      interview('2026-06-01T10:00', zone, { id: `plain/${index}` }),
    ])
    const { text } = calendar.file(items)
    const times = text
      .replaceAll(/BEGIN:VTIMEZONE[^]*?END:VTIMEZONE/g, '')
      .match(/\r\n(DTSTART|DTEND|DTSTAMP)[^\r]*/g)
    expect(times?.length).toBe(items.length * 3)
    expect(times?.filter((line) => !/;TZID=|;VALUE=DATE:|Z$/.test(line))).toEqual([])
  })

  it('TIME-7 of an interview without an end is one hour', () => {
    const { text } = calendar.file([interview('2026-12-15T10:00', 'Europe/Berlin')])
    expect(readEventOf(text)).toMatchObject({
      start: '2026-12-15T09:00:00Z',
      end: '2026-12-15T10:00:00Z',
    })
  })

  it('TIME-7 of an interview that ends before it starts is one hour, and that is reported', () => {
    const zone = 'Europe/Berlin'
    const window = {
      from: { kind: 'wall', local: '2026-12-15T10:00', zone },
      until: { kind: 'wall', local: '2026-12-15T09:00', zone },
    } as const
    const { text, problems } = calendar.file([interview('2026-12-15T10:00', zone, { window })])
    expect(readEventOf(text).end).toBe('2026-12-15T10:00:00Z')
    expect(problems).toMatchObject([{ code: 'end-before-start', isLeftOut: false }])
  })
})
