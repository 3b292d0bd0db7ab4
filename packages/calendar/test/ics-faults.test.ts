import { createCalendar } from '@afterview/calendar'
import type { AgendaItem } from '@afterview/core'
import { createEvent, type EventAttributes } from 'ics'
import { afterEach, describe, expect, it } from 'vitest'
import { readEventOf, readEvents } from './read-back.ts'
import { agendaItem, interview, sampleAgenda } from './sample-agenda.ts'

const processZone = process.env['TZ']

afterEach(() => {
  if (processZone === undefined) delete process.env['TZ']
  else process.env['TZ'] = processZone
})

/** What `ics` itself makes of attributes, unfolded. */
function plain(attributes: Partial<EventAttributes>): string {
  const { value } = createEvent({
    title: 'x',
    start: 1e12,
    end: 1e12 + 9e5,
    ...attributes,
  })
  return (value ?? '').replaceAll(/\r\n[ \t]/g, '')
}

function fileOf(fields: Partial<AgendaItem>): string {
  return createCalendar()
    .file([agendaItem(fields)])
    .text.replaceAll(/\r\n[ \t]/g, '')
}

describe('what ics writes wrong', () => {
  it('ICS-1 is not what it writes right, which a document says in the same words', () => {
    const item = agendaItem({ facts: { company: 'Acme, Inc; R&D', personName: 'Sam' } })
    const calendar = createCalendar({ url: () => 'https://jobs.example.org/a' })
    const ours = readEventOf(calendar.file([item]).text)
    const minutes = (trigger: number) => ({
      action: 'display' as const,
      description: ours.summary.replaceAll(/[,;]/g, String.raw`\$&`),
      trigger: { minutes: trigger, before: true },
    })
    const attributes = {
      uid: ours.uid,
      timestamp: Date.parse(ours.changedAt),
      lastModified: Date.parse(ours.changedAt),
      title: ours.summary,
      description: ours.description,
      url: 'https://jobs.example.org/a',
      sequence: 0,
      start: Date.parse(ours.start),
      end: Date.parse(ours.end),
      startInputType: 'utc',
      startOutputType: 'utc',
      status: 'CONFIRMED',
      busyStatus: 'FREE',
      transp: 'TRANSPARENT',
      classification: 'PRIVATE',
      categories: [...ours.categories],
      alarms: [minutes(180), minutes(30)],
      method: '',
    } as const
    const theirs = plain(attributes as unknown as EventAttributes)
    const event = (text: string): readonly string[] =>
      (/BEGIN:VEVENT[^]*END:VEVENT/.exec(text.replaceAll(/\r\n[ \t]/g, ''))?.[0] ?? '').split(
        '\r\n',
      )
    const triggers = (line: string): string =>
      line.replace('-PT180M', '-PT3H').replace('-PT30M', 'PT0S')
    expect(event(calendar.file([item]).text)).toEqual(event(theirs).map(triggers))
  })

  it('ICS-2 lets an organizer inject an event; here it does not', () => {
    const name = 'x":mailto:a@b\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:evil'
    const faulty = plain({ organizer: { name, email: 'a@example.org' } })
    expect(faulty.match(/BEGIN:VEVENT/g)).toHaveLength(2)
    const { text } = createCalendar().file([agendaItem()], {
      publishedBy: { name, email: 'a@example.org' },
    })
    expect(readEvents(text)).toHaveLength(1)
    expect(text.replaceAll(/\r\n[ \t]/g, '').match(/\r\nBEGIN:VEVENT/g)).toHaveLength(1)
  })

  it('ICS-3 lets a bare CR pass; here it does not', () => {
    expect(plain({ title: 'a\rATTENDEE:mailto:x@y.z' })).toMatch(/\r(?!\n)/)
    expect(fileOf({ facts: { company: 'a\rATTENDEE:mailto:x@y.z' }, id: 'a\rb' })).not.toMatch(
      /\r(?!\n)/,
    )
  })

  it('ICS-4 writes control characters and lone surrogates; here they are not', () => {
    const nasty = 'a\u0000\u0007\u000B\u000C\u001B\u0085\u2028\uD800b'
    expect(plain({ title: nasty })).toContain('\u0000')
    const text = fileOf({ facts: { company: nasty } })
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\p{Cc}\u2028\u2029]/u)
    expect(text.isWellFormed()).toBe(true)
  })

  it('ICS-5 escapes names of people the TEXT way; here RFC 6868 does', () => {
    const name = 'Noor "N" Jansen'
    expect(plain({ organizer: { name, email: 'a@example.org' } })).not.toContain(`^'`)
    const { text } = createCalendar().file([agendaItem()], {
      publishedBy: { name, email: 'a@example.org' },
    })
    expect(text).toContain(`ORGANIZER;CN="Noor ^'N^' Jansen":mailto:a@example.org`)
  })

  it('ICS-6 leaves alarms, categories and the name of the calendar unescaped; here they are', () => {
    const text = 'Acme, Inc; R&D\\new'
    const alarms = [
      { action: 'display' as const, description: text, trigger: { minutes: 5, before: true } },
    ]
    expect(
      plain({ alarms, categories: [text], calName: text }).match(/Acme, Inc; R&D\\new/g),
    ).toHaveLength(3)
    const facts = { company: text }
    const file = createCalendar({ name: text })
      .file([agendaItem({ facts })])
      .text.replaceAll(/\r\n[ \t]/g, '')
    const escaped = String.raw`Acme\, Inc\; R&D\\new`
    expect(file).toContain(`\r\nX-WR-CALNAME:${escaped}\r\n`)
    expect(file).toMatch(
      /ACTION:DISPLAY\r\nDESCRIPTION:Thank your interviewers \(Acme\\, Inc\\; R&D\\\\new\)\r\n/,
    )
    expect(readEventOf(file).categories).toEqual(['Job search', 'Follow-up'])
  })

  it('ICS-7 writes durations outside the grammar; here every one is within', () => {
    const alarms = [
      { action: 'display' as const, description: 'x', trigger: { days: 1, before: true } },
    ]
    expect(plain({ alarms })).toContain('TRIGGER:-P1DT\r\n')
    const grammar =
      /^-?P(?:\d+W|\d+D(?:T(?:\d+H)?(?:\d+M)?(?:\d+S)?)?|T(?:\d+H)?(?:\d+M)?(?:\d+S)?)$/
    const plans = [
      [0, 1, 59],
      [60, 61, 1440],
      [10_080, 40_320, 90],
    ]
    for (const timed of plans) {
      const calendar = createCalendar({ alarms: { thankYou: { timed, day: [] } } })
      const item = agendaItem({ anchor: { event: 'x', at: '2026-01-01T00:00:00Z' } })
      const { text } = calendar.file([item], { refreshMinutes: 60 + (timed[1] ?? 0) })
      const triggers = [...text.matchAll(/TRIGGER:(.*)\r\n/g)].map(([, value]) => value ?? '')
      expect(triggers).toHaveLength(3)
      for (const value of [...triggers, /TTL:(.*)\r\n/.exec(text)?.[1] ?? '']) {
        expect(value).toMatch(grammar)
        expect(value).toMatch(/\d[WDHMS]$/)
      }
      expect(readEventOf(text).alarms).toEqual(
        timed.map((each) =>
          new Date(Date.parse('2026-11-25T15:30:00Z') - each * 60_000)
            .toISOString()
            .replace('.000', ''),
        ),
      )
    }
  })

  it('ICS-8 takes alarms without text; here every one has its DESCRIPTION', () => {
    const alarms = [
      { action: 'display' as const, repeat: 3, trigger: { minutes: 5, before: true } },
    ]
    expect(plain({ alarms })).not.toMatch(/BEGIN:VALARM[^]*DESCRIPTION/)
    const { text } = createCalendar().file(sampleAgenda)
    expect(text.match(/BEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:/g)?.length).toBe(
      text.match(/BEGIN:VALARM/g)?.length,
    )
    expect(text).not.toContain('REPEAT')
  })

  it('ICS-9 folds by characters; here by octets', () => {
    const title = '株式会社'.repeat(40)
    const { value } = createEvent({ title, start: 1e12, end: 1e12 + 9e5 })
    const longest = (text: string): number =>
      Math.max(...text.split('\r\n').map((line) => Buffer.byteLength(line)))
    expect(longest(value ?? '')).toBeGreaterThan(200)
    expect(
      longest(createCalendar().file([agendaItem({ facts: { company: title } })]).text),
    ).toBeLessThanOrEqual(75)
  })

  it('ICS-10 takes 30 February; here it is reported', () => {
    expect(plain({ start: [2026, 2, 30], end: [2026, 3, 1] })).toContain('20260230')
    const { text, problems } = createCalendar().file([
      agendaItem({ due: { kind: 'day', date: '2026-02-30', zone: 'UTC' } }),
    ])
    expect(problems).toHaveLength(1)
    expect(text).not.toContain('0230')
  })

  it('ICS-11 depends on the zone of the process; here nothing does', () => {
    const items = [...sampleAgenda, interview('2026-03-29T02:30', 'Europe/Berlin', { id: 'gap' })]
    const texts = ['UTC', 'Asia/Tokyo', 'America/New_York', 'Europe/Berlin'].map((zone) => {
      process.env['TZ'] = zone
      return [
        plain({ uid: 'x', start: [2026, 11, 25, 9, 0] }).replace(/DTSTAMP.*/, ''),
        createCalendar().file(items).text,
      ]
    })
    expect(new Set(texts.map(([faulty]) => faulty)).size).toBeGreaterThan(1)
    expect(new Set(texts.map(([, ours]) => ours)).size).toBe(1)
  })

  it('ICS-12 writes recurrences wrong; here there are none', () => {
    const { text } = createCalendar().file(sampleAgenda)
    const events = text.match(/BEGIN:VEVENT[^]*?END:VEVENT/g) ?? []
    expect(events.join('')).not.toMatch(/RRULE|EXDATE|RDATE|RECURRENCE-ID/)
  })

  it('ICS-13 stamps with the clock and invents UIDs; here both come from the item', () => {
    expect(/UID:(.*)/.exec(plain({}))?.[1]).not.toBe(/UID:(.*)/.exec(plain({}))?.[1])
    const texts = [0, 1].map(() => createCalendar().file(sampleAgenda).text)
    expect(texts[0]).toBe(texts[1])
    expect(texts[0]).not.toContain(`DTSTAMP:${new Date().toISOString().slice(0, 4)}1231`)
  })

  it('ICS-14 can write a property after the alarms; here nothing follows them', () => {
    const alarms = [
      { action: 'display' as const, description: 'x', trigger: { minutes: 5, before: true } },
    ]
    const faulty = plain({ alarms, recurrenceId: 1e12 } as unknown as EventAttributes)
    expect(faulty).toMatch(/END:VALARM\r\nRECURRENCE-ID/)
    const { text } = createCalendar().file(sampleAgenda, {
      publishedBy: { email: 'a@example.org' },
    })
    expect(
      [...text.matchAll(/END:VALARM\r\n(.*)\r\n/g)].filter(
        ([, next]) => next !== 'BEGIN:VALARM' && next !== 'END:VEVENT',
      ),
    ).toEqual([])
  })

  it('ICS-15 publishes without organizer by default; here METHOD comes with ORGANIZER only', () => {
    expect(plain({})).toMatch(/METHOD:PUBLISH/)
    expect(plain({})).not.toContain('ORGANIZER')
    for (const text of [
      createCalendar().file(sampleAgenda).text,
      createCalendar().file(sampleAgenda, { publishedBy: { email: 'a@example.org' } }).text,
      createCalendar().cancellation(agendaItem(), { organizer: { email: 'a@example.org' } }).text,
    ]) {
      expect(text.includes('METHOD:')).toBe(text.includes('ORGANIZER'))
    }
  })

  it('ICS-16 takes a negative SEQUENCE; here it is reported and the others are written', () => {
    expect(plain({ sequence: -5 })).toContain('SEQUENCE:-5')
    const { text, problems } = createCalendar().file([
      agendaItem({ revision: -5 }),
      agendaItem({ id: 'b' }),
    ])
    expect(problems).toMatchObject([{ itemId: agendaItem().id, code: 'item-malformed' }])
    expect(readEvents(text)).toHaveLength(1)
  })

  it('ICS-17 takes quadratic time; here long text never reaches it', () => {
    const time = (run: () => unknown): number => {
      const start = performance.now()
      run()
      return performance.now() - start
    }
    const long = 'Ünder '.repeat(1200)
    const theirs = time(() => plain({ title: long }))
    const url = (): string => `https://jobs.example.org/${'a'.repeat(1900)}!`
    const ours = time(() =>
      createCalendar({ url }).file([agendaItem({ facts: { company: long.repeat(5) } })]),
    )
    expect(ours).toBeLessThan(theirs)
  })
})
