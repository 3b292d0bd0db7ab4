import { type CalendarOptions, createCalendar, type FileOptions } from '@afterview/calendar'
import type { AgendaItem } from '@afterview/core'
import { describe, expect, it } from 'vitest'
import { readEvents, readRoot } from './read-back.ts'
import { agendaItem, interview, sampleAgenda } from './sample-agenda.ts'

const calendar = createCalendar({ name: 'After the interview' })

describe('a document', () => {
  it('DOC-1 is one VCALENDAR whose every line ends with CRLF', () => {
    const { text } = calendar.file(sampleAgenda)
    expect(text.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:')).toBe(true)
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n\uFEFF]/)
    expect(text).not.toContain('\r\n\r\n')
  })

  it('DOC-2 folds at 75 octets between code points', () => {
    const facts = {
      company: '株式会社'.repeat(60),
      role: '👩🏽‍💻'.repeat(40),
      personName: 'é'.repeat(200),
    }
    const { text } = calendar.file([agendaItem({ facts })])
    const lines = text.split('\r\n')
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBe(75)
    expect(lines.filter((line) => !line.isWellFormed())).toEqual([])
  })

  it('DOC-3 describes a zone where there is no entry', () => {
    const { text, entries } = createCalendar({ zone: 'Europe/Madrid' }).file([])
    expect(entries).toBe(0)
    expect(
      readRoot(text)
        .getAllSubcomponents()
        .map(({ name }) => name),
    ).toEqual(['vtimezone'])
    expect(text).toContain('TZID:Europe/Madrid')
    expect(createCalendar().file([]).text).toContain('TZID:UTC')
  })

  it('DOC-4 has no METHOD and no ORGANIZER', () => {
    expect(calendar.file(sampleAgenda).text).not.toMatch(/METHOD|ORGANIZER|ATTENDEE/)
  })

  it('DOC-4 that somebody publishes has METHOD:PUBLISH, and ORGANIZER in every event', () => {
    const publishedBy = { email: 'noor@example.org', name: 'Noor' }
    const { text } = calendar.file(sampleAgenda, { publishedBy })
    expect(text).toContain('METHOD:PUBLISH\r\n')
    const organizers = text.match(/\r\nORGANIZER;CN="Noor":mailto:noor@example.org\r\n/g)
    expect(organizers).toHaveLength(sampleAgenda.length)
    expect(text).not.toContain('ATTENDEE')
  })

  it('DOC-5 has the same bytes however the items are ordered, and from any calendar object', () => {
    const { text } = calendar.file(sampleAgenda)
    expect(calendar.file(sampleAgenda.toReversed()).text).toBe(text)
    expect(createCalendar({ name: 'After the interview' }).file(sampleAgenda).text).toBe(text)
  })

  it('DOC-5 has the same bytes while items go from upcoming to overdue', () => {
    const texts = (['upcoming', 'due', 'overdue'] as const).map(
      (status) => calendar.file([agendaItem({ status })]).text,
    )
    expect(new Set(texts).size).toBe(1)
    expect(
      new Set(
        texts.map(
          (_, index) =>
            createCalendar().file([
              agendaItem({ status: (['upcoming', 'overdue', 'due'] as const)[index] ?? 'due' }),
            ]).text,
        ),
      ).size,
    ).toBe(1)
  })

  it('DOC-6 says its name and how often to ask again in both forms', () => {
    const { text } = calendar.file(sampleAgenda, { refreshMinutes: 90, name: 'Noor; jobs, offers' })
    const root = readRoot(text)
    for (const property of ['name', 'x-wr-calname']) {
      const lines = text
        .split('\r\n')
        .filter((line) => line.toLowerCase().startsWith(`${property}:`))
      expect(lines).toEqual([`${property.toUpperCase()}:Noor\\; jobs\\, offers`])
    }
    expect(String(root.getFirstPropertyValue('refresh-interval'))).toBe('PT90M')
    expect(text).toContain('REFRESH-INTERVAL;VALUE=DURATION:PT90M\r\nX-PUBLISHED-TTL:PT90M\r\n')
    expect(createCalendar().file(sampleAgenda).text).not.toMatch(/NAME:|REFRESH|TTL/)
  })

  it('DOC-6 does not take a refresh interval under an hour', () => {
    expect(() => calendar.file([], { refreshMinutes: 59 })).toThrow('option-out-of-range')
  })

  const broken: readonly (readonly [string, string, unknown])[] = [
    ['null', 'item-malformed', null],
    ['a text', 'item-malformed', 'thank you'],
    ['no id', 'item-malformed', { ...agendaItem(), id: undefined }],
    ['an unknown kind', 'item-malformed', { ...agendaItem(), kind: 'dance' }],
    ['an inherited name as kind', 'item-malformed', { ...agendaItem(), kind: 'toString' }],
    ['an unknown status', 'item-malformed', { ...agendaItem(), status: 'lost' }],
    ['an unknown basis', 'item-malformed', { ...agendaItem(), basis: 'constructor' }],
    ['a negative revision', 'item-malformed', { ...agendaItem(), revision: -1 }],
    ['half a revision', 'item-malformed', { ...agendaItem(), revision: 1.5 }],
    ['a revision beyond 32 bits', 'item-malformed', { ...agendaItem(), revision: 2 ** 31 }],
    ['no due', 'item-malformed', { ...agendaItem(), due: undefined }],
    ['an unknown sort of due', 'item-malformed', { ...agendaItem(), due: { kind: 'soon' } }],
    [
      'a window without end',
      'item-malformed',
      { ...agendaItem(), window: { from: agendaItem().due } },
    ],
    ['a number as fact', 'item-malformed', { ...agendaItem(), facts: { company: 3 } }],
    ['no facts', 'item-malformed', { ...agendaItem(), facts: null }],
    ['no anchor', 'item-malformed', { ...agendaItem(), anchor: undefined }],
    ['a policy without key', 'item-malformed', { ...agendaItem(), policy: { value: 1 } }],
    [
      'an instant without offset',
      'instant-malformed',
      agendaItem({ due: { kind: 'instant', at: '2026-11-25T15:30:00' } }),
    ],
    [
      '30 February',
      'date-malformed',
      agendaItem({ due: { kind: 'day', date: '2026-02-30', zone: 'UTC' } }),
    ],
    [
      '31 November at 09:00',
      'date-malformed',
      agendaItem({ due: { kind: 'wall', local: '2026-11-31T09:00', zone: 'UTC' } }),
    ],
    [
      '25 o’clock',
      'local-malformed',
      agendaItem({ due: { kind: 'wall', local: '2026-11-30T25:00', zone: 'UTC' } }),
    ],
    ['an unknown zone', 'zone-unknown', interview('2026-11-30T09:00', 'Mars/Olympus_Mons')],
    [
      'a zone with a line break',
      'zone-unknown',
      interview('2026-11-30T09:00', 'Europe/Berlin\r\nX-A:b'),
    ],
    ['a fixed offset as zone', 'zone-fixed-offset', interview('2026-11-30T09:00', '+01:00')],
    ['changed at no instant', 'instant-malformed', agendaItem({ changedAt: 'yesterday' })],
    [
      'anchored at no instant',
      'instant-malformed',
      agendaItem({ anchor: { event: 'x', at: 'x' } }),
    ],
    [
      'the year 1899',
      'instant-malformed',
      agendaItem({ due: { kind: 'instant', at: '1899-01-01T00:00:00Z' } }),
    ],
    [
      'the last day of all',
      'date-out-of-range',
      agendaItem({ due: { kind: 'day', date: '2199-12-31', zone: 'UTC' } }),
    ],
  ]

  it.each(broken)('DOC-7 leaves out %s and reports %s, and writes the others', (_, code, item) => {
    const others = [agendaItem({ id: 'acme-1/other/1' }), agendaItem({ id: 'acme-1/other/2' })]
    const items = [others[0], item, others[1]] as AgendaItem[]
    const { text, problems, entries } = calendar.file(items)
    const id = typeof item === 'object' && item !== null && 'id' in item ? item.id : undefined
    expect(problems).toMatchObject([{ itemId: id ?? 'items[1]', code, isLeftOut: true }])
    expect(problems[0]?.message).not.toBe('')
    expect(problems[0]?.fix).not.toBe('')
    expect(entries).toBe(2)
    expect(readEvents(text)).toHaveLength(2)
    const todos = calendar.todos(items)
    expect(todos.entries).toBeGreaterThanOrEqual(2)
  })

  it('DOC-7 reports in the order of the items, again on every export', () => {
    const items = broken.map(([, , item]) => item) as AgendaItem[]
    const first = calendar.file(items).problems
    expect(first).toHaveLength(broken.length)
    expect(calendar.file(items).problems).toEqual(first)
  })

  it('DOC-8 takes time in proportion to the text', () => {
    const timeOf = (length: number): number => {
      const facts = { company: 'é,'.repeat(length / 2) }
      const start = performance.now()
      createCalendar().file([agendaItem({ facts })])
      return performance.now() - start
    }
    timeOf(10_000)
    const [short, long] = [5000, 80_000].map((length) =>
      Math.min(...Array.from({ length: 5 }, () => timeOf(length))),
    )
    // Sixteen times the text: a quadratic writer would take 256 times as long.
    expect((long ?? 0) / (short ?? 1)).toBeLessThan(100)
  })

  const refused: readonly (readonly [string, CalendarOptions, FileOptions, string])[] = [
    ['a domain with a space', { domain: 'my jobs' }, {}, 'domain-malformed'],
    ['a domain with a line break', { domain: 'jobs\r\nX-A:b' }, {}, 'domain-malformed'],
    ['a domain of 300 characters', { domain: 'a'.repeat(300) }, {}, 'domain-malformed'],
    ['a product without a name', { productId: ' \r\n' }, {}, 'option-out-of-range'],
    ['a locale without words', { locale: 'tlh' }, {}, 'locale-unknown'],
    ['a zone that is none', { zone: 'Europe/Atlantis' }, {}, 'zone-unknown'],
    [
      'four alarms',
      { alarms: { moveOn: { timed: [1, 2, 3, 4], day: [] } } },
      {},
      'option-out-of-range',
    ],
    [
      'an alarm after the start',
      { alarms: { moveOn: { timed: [-5], day: [] } } },
      {},
      'option-out-of-range',
    ],
    ['half a minute', { alarms: { moveOn: { timed: [0.5], day: [] } } }, {}, 'option-out-of-range'],
    [
      'alarms for no kind',
      { alarms: { dance: { timed: [], day: [] } } as object },
      {},
      'option-out-of-range',
    ],
    [
      'something that cannot be hidden',
      { hide: ['compny' as 'company'] },
      {},
      'option-out-of-range',
    ],
    [
      'something that cannot be hidden in one file',
      {},
      { hide: ['all' as 'notes'] },
      'option-out-of-range',
    ],
    ['an unknown class', { classification: 'SECRET' as 'PRIVATE' }, {}, 'option-out-of-range'],
    ['a negative cache', { cacheSize: -1 }, {}, 'option-out-of-range'],
    ['a negative grace period', {}, { keepClosedDays: -1 }, 'option-out-of-range'],
    ['a now that is no instant', {}, { now: 'today' }, 'instant-malformed'],
    ['an unknown locale for one file', {}, { locale: 'xx' }, 'locale-unknown'],
    ['an organizer without address', {}, { publishedBy: { email: 'noor' } }, 'organizer-malformed'],
    [
      'an organizer with a line break',
      {},
      { publishedBy: { email: 'a@b\r\nX-A:c' } },
      'organizer-malformed',
    ],
  ]

  it.each(refused)('DOC-9 is refused with %s', (_, options, fileOptions, code) => {
    expect(() => createCalendar(options).file([agendaItem()], fileOptions)).toThrow(code)
  })

  it('DOC-9 takes a locale with a region', () => {
    const { text } = createCalendar({ locale: 'nl-BE' }).file([agendaItem()])
    expect(text).toContain('SUMMARY:Bedank Sam Peters (Acme)')
  })
})
