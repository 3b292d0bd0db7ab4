import { createHash } from 'node:crypto'
import { createCalendar, tokenDigest } from '@afterview/calendar'
import { assert, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readEventOf, readEvents } from './read-back.ts'
import { agendaItem, sampleAgenda } from './sample-agenda.ts'

const calendar = createCalendar({ domain: 'jobs.example.org' })

describe('the identity of an entry', () => {
  it('UID-1 is a hash of the item and the domain of the calendar', () => {
    const { uid } = readEventOf(calendar.file([agendaItem()]).text)
    expect(uid).toBe('66c43463834c87bd313796be864fd61b693dbc28@jobs.example.org')
    expect(calendar.uid('acme-1/thankYou/sam')).toBe(uid)
    expect(uid).not.toMatch(/acme|thank|sam/i)
  })

  it('UID-1 does not depend on anything that can change', () => {
    const uids = [
      agendaItem(),
      agendaItem({ revision: 8, changedAt: '2026-11-29T10:00:00Z' }),
      agendaItem({ due: { kind: 'day', date: '2026-12-24', zone: 'UTC' } }),
      agendaItem({ facts: {} }),
      agendaItem({ status: 'cancelled' }),
    ].map(
      (item) => readEventOf(createCalendar({ domain: 'jobs.example.org' }).file([item]).text).uid,
    )
    expect(new Set(uids).size).toBe(1)
  })

  it('UID-1 has at most 255 octets whatever the id and the domain', () => {
    const domain = `${'a'.repeat(195)}.test`
    const item = agendaItem({ id: '求人'.repeat(500) })
    const { uid } = readEventOf(createCalendar({ domain }).file([item]).text)
    expect(Buffer.byteLength(uid)).toBeLessThanOrEqual(255)
  })

  it('UID-2 differs for different items', () => {
    const uids = readEvents(calendar.file(sampleAgenda).text).map(({ uid }) => uid)
    expect(new Set(uids).size).toBe(sampleAgenda.length)
  })

  it('UID-2 differs for the event and the to-do of one item', () => {
    const [event, todo] = [calendar.file([agendaItem()]), calendar.todos([agendaItem()])].map(
      ({ text }) => /\r\nUID:(.*)\r\n/.exec(text)?.[1],
    )
    expect(event).toBeDefined()
    expect(todo).toBeDefined()
    expect(todo).not.toBe(event)
  })

  it('UID-2 is written once where an item is passed twice, and that is reported', () => {
    const twice = [agendaItem({ revision: 1 }), agendaItem({ revision: 2 })]
    for (let run = 0; run < 2; run++) {
      const { text, problems } = calendar.file(twice)
      expect(readEventOf(text).sequence).toBe(1)
      expect(problems).toMatchObject([{ itemId: agendaItem().id, code: 'item-duplicate' }])
    }
  })

  it('UID-3 has the revision as SEQUENCE and the last change as DTSTAMP and LAST-MODIFIED', () => {
    const item = agendaItem({ revision: 7, changedAt: '2026-11-24T18:00:01.9Z' })
    const { text } = calendar.file([item])
    expect(text).toContain('\r\nSEQUENCE:7\r\n')
    expect(text).toContain('\r\nDTSTAMP:20261124T180001Z\r\n')
    expect(text).toContain('\r\nLAST-MODIFIED:20261124T180001Z\r\n')
    expect(calendar.file([agendaItem()]).text).toContain('\r\nSEQUENCE:0\r\n')
  })

  it('UID-4 is made with SHA-256', () => {
    const known = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
    expect(tokenDigest('')).toBe(known)
    const hash = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')
    assert(
      property(string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(tokenDigest(text)).toBe(hash(text))
      }),
    )
    for (let length = 0; length < 260; length++) {
      expect(tokenDigest('a'.repeat(length))).toBe(hash('a'.repeat(length)))
    }
  })
})
