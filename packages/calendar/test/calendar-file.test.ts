import { createCalendar } from '@afterview/calendar'
import { describe, expect, it } from 'vitest'
import { readEventOf, readEvents } from './read-back.ts'
import { agendaItem, interview, sampleAgenda } from './sample-agenda.ts'

describe('a file of an agenda', () => {
  it('has one entry for every item', () => {
    const { text, problems, entries } = createCalendar().file(sampleAgenda)
    expect(problems).toEqual([])
    expect(entries).toBe(sampleAgenda.length)
    expect(readEvents(text)).toHaveLength(sampleAgenda.length)
  })

  it('shows a deadline as a short entry at its due time, with its reminders', () => {
    const { text } = createCalendar().file([agendaItem()])
    expect(readEventOf(text)).toMatchObject({
      summary: 'Thank Sam Peters (Acme)',
      start: '2026-11-25T15:30:00Z',
      end: '2026-11-25T15:45:00Z',
      isWholeDay: false,
      zone: null,
      sequence: 0,
      status: 'CONFIRMED',
      changedAt: '2026-11-24T15:30:00Z',
      categories: ['Job search', 'Follow-up'],
      alarms: ['2026-11-25T12:30:00Z', '2026-11-25T15:30:00Z'],
    })
  })

  it('shows a whole day as a whole day that ends on the next', () => {
    const due = { kind: 'day', date: '2026-12-31', zone: 'Europe/Amsterdam' } as const
    const { text } = createCalendar().file([agendaItem({ due })])
    expect(readEventOf(text)).toMatchObject({
      start: '2026-12-31',
      end: '2027-01-01',
      isWholeDay: true,
    })
    expect(text).toContain('DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n')
    expect(text).toContain('TRANSP:TRANSPARENT')
    expect(text).toContain('X-MICROSOFT-CDO-BUSYSTATUS:FREE')
  })

  it('shows an interview on the clocks of its zone, which the file describes', () => {
    const { text } = createCalendar().file([interview('2026-07-15T14:00', 'America/New_York')])
    expect(readEventOf(text)).toMatchObject({
      zone: 'America/New_York',
      start: '2026-07-15T18:00:00Z',
      end: '2026-07-15T19:00:00Z',
    })
    expect(text).toContain('TZID:America/New_York')
  })

  it('keeps UIDs and takes SEQUENCE and DTSTAMP from the item', () => {
    const calendar = createCalendar()
    const [before, after] = [
      agendaItem(),
      agendaItem({ revision: 3, changedAt: '2026-11-25T08:00:00Z' }),
    ].map((item) => readEventOf(calendar.file([item]).text))
    expect(after?.uid).toBe(before?.uid)
    expect(after).toMatchObject({ sequence: 3, changedAt: '2026-11-25T08:00:00Z' })
  })
})
