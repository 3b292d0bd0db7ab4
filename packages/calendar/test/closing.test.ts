import { createCalendar } from '@afterview/calendar'
import { describe, expect, it } from 'vitest'
import { readEventOf, readRoot } from './read-back.ts'
import { agendaItem, interview } from './sample-agenda.ts'

const calendar = createCalendar()
const organizer = { email: 'noor@example.org', name: 'Noor "N." Jansen' }

describe('an item that is closed', () => {
  it.each([
    ['done', 'Done.'],
    ['skipped', 'Skipped.'],
    ['cancelled', 'No longer needed.'],
  ] as const)('CLOSE-1 as %s stays as a cancelled entry that says so', (status, words) => {
    const open = readEventOf(calendar.file([agendaItem()]).text)
    const { text } = calendar.file([agendaItem({ status, revision: 1 })])
    const closed = readEventOf(text)
    expect(closed).toMatchObject({
      uid: open.uid,
      status: 'CANCELLED',
      sequence: 1,
      start: open.start,
    })
    expect(closed.description.split('\n')[0]).toBe(words)
    expect(text).toContain('TRANSP:TRANSPARENT')
  })

  it('CLOSE-1 blocks no time, even where it was an interview', () => {
    const { text } = calendar.file([
      interview('2026-12-15T14:00', 'Europe/Amsterdam', { status: 'cancelled' }),
    ])
    expect(text).toContain('STATUS:CANCELLED')
    expect(text).toContain('X-MICROSOFT-CDO-BUSYSTATUS:FREE')
  })

  it('CLOSE-2 is left out when the grace period is over', () => {
    const item = agendaItem({ status: 'done', changedAt: '2026-11-01T12:00:00Z' })
    const count = (now: string, keepClosedDays?: number): number =>
      calendar.file([item], { now, ...(keepClosedDays === undefined ? {} : { keepClosedDays }) })
        .entries
    expect(count('2026-11-30T12:00:00Z')).toBe(1)
    expect(count('2026-12-01T12:00:00Z')).toBe(1)
    expect(count('2026-12-01T12:00:01Z')).toBe(0)
    expect(count('2026-11-03T12:00:00Z', 1)).toBe(0)
    expect(calendar.file([item]).entries).toBe(1)
    expect(calendar.file([item], { now: '2027-01-01T00:00:00Z' }).problems).toEqual([])
  })

  it('CLOSE-2 does not count for open items', () => {
    const { entries } = calendar.file([agendaItem()], { now: '2030-01-01T00:00:00Z' })
    expect(entries).toBe(1)
  })

  it('CLOSE-3 stays confirmed where it is an interview that took place', () => {
    const { text } = calendar.file([
      interview('2026-12-15T14:00', 'Europe/Amsterdam', { status: 'done' }),
    ])
    expect(readEventOf(text).status).toBe('CONFIRMED')
  })
})

describe('a cancellation', () => {
  it('CLOSE-4 calls off one entry with the next SEQUENCE', () => {
    const item = interview('2026-12-15T14:00', 'Europe/Amsterdam', { revision: 4 })
    const { text, problems } = calendar.cancellation(item, { organizer })
    expect(problems).toEqual([])
    expect(readRoot(text).getFirstPropertyValue('method')).toBe('CANCEL')
    expect(readEventOf(text)).toMatchObject({
      uid: calendar.uid(item.id),
      sequence: 5,
      status: 'CANCELLED',
      start: '2026-12-15T13:00:00Z',
      alarms: [],
    })
    expect(text).toContain(`ORGANIZER;CN="Noor ^'N.^' Jansen":mailto:noor@example.org\r\n`)
    expect(text.match(/\r\nUID:/g)).toHaveLength(1)
    expect(text).not.toContain('VALARM')
  })

  it('CLOSE-4 is stamped with its own instant where one is given', () => {
    const { text } = calendar.cancellation(agendaItem(), { organizer, at: '2026-11-25T07:00:00Z' })
    expect(readEventOf(text).changedAt).toBe('2026-11-25T07:00:00Z')
    const { text: without } = calendar.cancellation(agendaItem(), { organizer })
    expect(readEventOf(without).changedAt).toBe('2026-11-24T15:30:00Z')
  })

  it('CLOSE-4 of an item that cannot be written is refused with the reason', () => {
    const item = agendaItem({ due: { kind: 'day', date: '2026-02-30', zone: 'UTC' } })
    expect(() => calendar.cancellation(item, { organizer })).toThrow(/item-unusable.*2026-02-30/)
  })
})
