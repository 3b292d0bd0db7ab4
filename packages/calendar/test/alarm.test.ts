import { createCalendar, defaultAlarms } from '@afterview/calendar'
import { agendaKinds } from '@afterview/core'
import { describe, expect, it } from 'vitest'
import { readEventOf, readEvents } from './read-back.ts'
import { agendaItem, interview } from './sample-agenda.ts'

const calendar = createCalendar()
const day = { kind: 'day', date: '2026-12-04', zone: 'Europe/Amsterdam' } as const

describe('the alarms of an entry', () => {
  it.each(agendaKinds)('ALARM-1 of kind %s are one to three, for a time and for a day', (kind) => {
    for (const item of [
      agendaItem({ kind, anchor: { event: 'x', at: '2026-01-01T00:00:00Z' } }),
      agendaItem({ kind, due: day, window: { from: day, until: day } }),
    ]) {
      const { text } = calendar.file([item])
      const { triggers } = readEventOf(text)
      expect(triggers.length).toBeGreaterThanOrEqual(1)
      expect(triggers.length).toBeLessThanOrEqual(3)
      const alarms = text.match(
        /BEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:[^]*?\r\nTRIGGER:[^]*?END:VALARM/g,
      )
      expect(alarms).toHaveLength(triggers.length)
    }
  })

  it('ALARM-1 of an interview begin with the hour before it', () => {
    const { text } = calendar.file([interview('2026-12-15T14:00', 'Europe/Amsterdam')])
    expect(readEventOf(text).alarms).toEqual([
      '2026-12-15T12:00:00Z',
      '2026-12-14T13:00:00Z',
      '2026-12-15T12:50:00Z',
    ])
  })

  it('ALARM-1 of an offer are 24 and 48 hours before the answer is due', () => {
    const due = { kind: 'instant', at: '2026-12-18T16:00:00Z' } as const
    const { text } = calendar.file([agendaItem({ kind: 'decideOffer', due })])
    expect(readEventOf(text).alarms.slice(0, 2)).toEqual([
      '2026-12-17T16:00:00Z',
      '2026-12-16T16:00:00Z',
    ])
  })

  it('ALARM-7 ring in the evening and not at night, where the zone of the reader is known', () => {
    const due = { kind: 'instant', at: '2026-12-18T03:30:00Z' } as const
    const item = agendaItem({ kind: 'acknowledgeOffer', due })
    const alarmsIn = (options: object) =>
      readEventOf(createCalendar(options).file([item]).text).alarms
    expect(alarmsIn({})).toEqual(['2026-12-18T01:30:00Z', '2026-12-18T03:30:00Z'])
    expect(alarmsIn({ zone: 'Europe/Amsterdam' })).toEqual(['2026-12-17T20:00:00Z'])
    expect(alarmsIn({ zone: 'America/Los_Angeles' })).toEqual([
      '2026-12-18T01:30:00Z',
      '2026-12-18T03:30:00Z',
    ])
  })

  it('ALARM-7 wake for an interview that is early', () => {
    const options = { zone: 'Europe/Amsterdam' }
    const { text } = createCalendar(options).file([
      interview('2026-12-15T07:30', 'Europe/Amsterdam'),
    ])
    expect(readEventOf(text).alarms).toContain('2026-12-15T05:30:00Z')
  })

  it('ALARM-2 are never after the start', () => {
    for (const kind of agendaKinds) {
      for (const minutes of [...defaultAlarms[kind].timed, ...defaultAlarms[kind].day]) {
        expect(minutes).toBeGreaterThanOrEqual(0)
      }
    }
  })

  it('ALARM-2 at the start are PT0S', () => {
    const alarms = { thankYou: { timed: [0], day: [0] } }
    const { text } = createCalendar({ alarms }).file([
      agendaItem(),
      agendaItem({ id: 'b', due: day }),
    ])
    expect(text.match(/TRIGGER:.*/g)).toEqual(['TRIGGER:PT0S', 'TRIGGER:PT0S'])
    expect(readEvents(text).map(({ alarms }) => alarms)).toEqual([
      ['2026-11-25T15:30:00Z'],
      ['2026-12-04T00:00:00Z'],
    ])
  })

  it('ALARM-3 stand last in their event', () => {
    const { text } = calendar.file([
      agendaItem(),
      interview('2026-12-15T14:00', 'Europe/Amsterdam'),
    ])
    for (const event of text.match(/BEGIN:VEVENT[^]*?END:VEVENT/g) ?? []) {
      expect(event).toMatch(/(?:BEGIN:VALARM[^]*?END:VALARM\r\n)+END:VEVENT$/)
      expect(
        event
          .slice(event.indexOf('BEGIN:VALARM'))
          .replaceAll(/BEGIN:VALARM[^]*?END:VALARM\r\n/g, ''),
      ).toBe('END:VEVENT')
    }
  })

  it('ALARM-4 of a whole day are at 09:00 on the day before', () => {
    const { text } = calendar.file([agendaItem({ due: day })])
    expect(readEventOf(text).triggers).toEqual(['-PT15H'])
  })

  it.each(['done', 'skipped', 'cancelled'] as const)(
    'ALARM-5 are gone once an item is %s',
    (status) => {
      expect(calendar.file([agendaItem({ status })]).text).not.toContain('VALARM')
    },
  )

  it('ALARM-5 are never before the event that started the count', () => {
    const due = { kind: 'instant', at: '2026-11-24T17:30:00Z' } as const
    const { text } = calendar.file([agendaItem({ due })])
    expect(readEventOf(text).alarms).toEqual(['2026-11-24T17:30:00Z'])
  })

  it('ALARM-6 can be planned otherwise for one kind', () => {
    const plans = { thankYou: { timed: [20, 5], day: [] }, checkIn: { timed: [], day: [] } }
    const { text } = createCalendar({ alarms: plans }).file([
      agendaItem({ id: 'a' }),
      agendaItem({
        id: 'b',
        kind: 'checkIn',
        due: { kind: 'instant', at: '2026-11-26T15:30:00Z' },
      }),
      agendaItem({ id: 'c', kind: 'moveOn', due: { kind: 'instant', at: '2026-11-27T15:30:00Z' } }),
    ])
    expect(readEvents(text).map(({ triggers }) => triggers)).toEqual([
      ['-PT20M', '-PT5M'],
      [],
      ['PT0S'],
    ])
  })
})
