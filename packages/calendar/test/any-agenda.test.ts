import { createCalendar } from '@afterview/calendar'
import type { AgendaItem } from '@afterview/core'
import { type Moment, momentStart } from '@afterview/time'
import { assert, property } from 'fast-check'
import { type DateWithTimeZone, sync, type VEvent } from 'node-ical'
import { describe, expect, it } from 'vitest'
import { agenda, nastyText } from './agenda-arbitrary.ts'
import { readEvents, readRoot } from './read-back.ts'

const numRuns = Number(process.env['AFTERVIEW_FUZZ'] ?? 60)
const calendar = createCalendar({ cacheSize: 40_000 })

/** UTC instant, without fractions of a second, at which an entry must start; a day by its date. */
function startOf(item: AgendaItem): string {
  const moment: Moment = item.kind === 'interview' ? (item.window?.from ?? item.due) : item.due
  return moment.kind === 'day' ? moment.date : `${momentStart(moment).slice(0, 19)}Z`
}

function isCancelled({ kind, status }: AgendaItem): boolean {
  return ['skipped', 'cancelled'].includes(status) || (status === 'done' && kind !== 'interview')
}

/** What every document must be, whatever is in it. */
function expectWellFormed(text: string): void {
  expect(text.isWellFormed()).toBe(true)
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[^\P{Cc}\t]|\u2028|\u2029/u)
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
}

describe('any agenda', () => {
  it('TEXT-3 is read back by ical.js as the items that went in', () => {
    assert(
      property(agenda, (items) => {
        const { text, problems, entries } = calendar.file(items)
        expect(problems.filter(({ isLeftOut }) => isLeftOut)).toEqual([])
        expect(entries).toBe(items.length)
        expectWellFormed(text)
        const events = new Map(readEvents(text).map((event) => [event.uid, event]))
        expect(events.size).toBe(items.length)
        for (const item of items) {
          const event = events.get(calendar.uid(item.id))
          expect(event).toMatchObject({
            start: startOf(item),
            sequence: item.revision,
            status: isCancelled(item) ? 'CANCELLED' : 'CONFIRMED',
            changedAt: `${item.changedAt.slice(0, 19)}Z`,
          })
          expect(event?.categories).toHaveLength(2)
          expect(
            event?.alarms.every(
              (alarm) => alarm <= (event.isWholeDay ? `${event.start}T00:00:00Z` : event.start),
            ),
          ).toBe(true)
          if (isCancelled(item)) expect(event?.alarms).toEqual([])
        }
      }),
      { numRuns },
    )
  })

  it('TIME-6 is read back by node-ical at the same instants', () => {
    assert(
      property(agenda, (items) => {
        const parsed = sync.parseICS(calendar.file(items).text)
        const events = Object.values(parsed).filter(
          (each): each is VEvent => each?.type === 'VEVENT',
        )
        expect(events.length).toBe(items.length)
        for (const item of items) {
          const start: DateWithTimeZone | undefined = events.find(
            ({ uid }) => uid === calendar.uid(item.id),
          )?.start
          const expected = startOf(item)
          if (expected.length > 10) expect(start?.toISOString().replace('.000', '')).toBe(expected)
          else expect(start?.dateOnly).toBe(true)
        }
      }),
      { numRuns },
    )
  })

  it('CACHE-2 has the same bytes with and without a cache', () => {
    const plain = createCalendar({ cacheSize: 0 })
    assert(
      property(agenda, (items) => {
        expect(calendar.file(items).text).toBe(plain.file(items).text)
        expect(calendar.file(items).text).toBe(plain.file(items.toReversed()).text)
      }),
      { numRuns },
    )
  })

  it('TODO-1 makes to-dos that are read back', () => {
    assert(
      property(agenda, (items) => {
        const { text, entries } = calendar.todos(items)
        expectWellFormed(text)
        expect(readRoot(text).getAllSubcomponents('vtodo')).toHaveLength(entries)
      }),
      { numRuns },
    )
  })

  it('TEXT-1 gives names back without control characters', () => {
    const clean = (text: string): string =>
      text
        .toWellFormed()
        .replaceAll(/\r\n|[\r\n\u0085\u2028\u2029]/g, '\n')
        .replaceAll(/[^\P{Cc}\n\t]/gu, '')
    assert(
      property(agenda, nastyText, (items, letter) => {
        const writer = createCalendar({ letter: () => letter })
        const events = new Map(
          readEvents(writer.file(items).text).map((event) => [event.uid, event]),
        )
        for (const item of items) {
          const event = events.get(writer.uid(item.id))
          const company = clean(item.facts['company'] ?? '')
          if (company.trim() !== '')
            expect(event?.summary).toContain(company.replaceAll(/[\n\t]/g, ' '))
          const isOpen = ['upcoming', 'due', 'overdue'].includes(item.status)
          const hasLetter = isOpen && clean(letter).trim() !== ''
          if (hasLetter) expect(event?.description.endsWith(clean(letter))).toBe(true)
        }
      }),
      { numRuns },
    )
  })
})
