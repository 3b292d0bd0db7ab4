import { type CalendarOptions, createCalendar, type Hidden } from '@afterview/calendar'
import { type AgendaItem, agendaKinds } from '@afterview/core'
import { describe, expect, it } from 'vitest'
import { readEventOf } from './read-back.ts'
import { agendaItem, interview, sampleAgenda } from './sample-agenda.ts'

const locales = ['en', 'nl', 'de', 'fr', 'es'] as const

function describeItem(item: AgendaItem, options: CalendarOptions = {}): string {
  return readEventOf(createCalendar(options).file([item]).text).description
}

describe('the words of an entry', () => {
  it('WORD-1 say what to do, for what, why on this date, and have the letter', () => {
    const letter = 'Dear Sam,\n\nThank you for your time.'
    const text = describeItem(agendaItem(), { letter: () => letter, zone: 'Europe/Amsterdam' })
    expect(text)
      .toBe(`Send Sam Peters a short thank-you note: say that your interest is real and name one thing that you talked about.

Product Designer at Acme, round 1.

A good time: from Tuesday 24 November 2026, 16:30 to Thursday 26 November 2026, 16:30.
Nobody gave a date; this one follows common advice.
Counted from: the end of the interview, Tuesday 24 November 2026.
Rule: thankYou.dueWithin = 24. Source: WashU and Accountemps say 24 hours; Georgetown as soon as possible.

Draft:
Dear Sam,

Thank you for your time.`)
  })

  it('WORD-1 say where the letter is when its text is not there', () => {
    expect(describeItem(agendaItem())).toContain(
      'A draft is ready where you keep this application.',
    )
    const { letter: _, ...item } = agendaItem()
    expect(describeItem(item)).not.toContain('draft')
  })

  it('WORD-1 give the address of the letter where the host has one', () => {
    const url = (): string => 'https://jobs.example.org/a b'
    expect(describeItem(agendaItem(), { url })).toContain(
      'A draft is ready where you keep this application.\nhttps://jobs.example.org/a%20b',
    )
  })

  it('WORD-1 have no letter once the item is closed', () => {
    const letter = (): string => 'Dear Sam'
    expect(describeItem(agendaItem({ status: 'done' }), { letter })).not.toMatch(/Dear Sam|draft/i)
  })

  it('WORD-1 say nothing of an event that they do not know', () => {
    for (const event of ['lunch', 'constructor', '__proto__']) {
      const item = agendaItem({ anchor: { event, at: '2026-11-24T15:30:00Z' } })
      expect(describeItem(item)).not.toContain('Counted from')
    }
  })

  it('WORD-1 say who gave a date, and in which words', () => {
    const text = describeItem(sampleAgenda[1] ?? agendaItem())
    expect(text).toContain('The employer gave this date.')
    expect(text).toContain('Their words: “by the end of next week”')
    expect(text).toContain('Expected from Monday 30 November 2026 to Friday 4 December 2026.')
    expect(text).not.toContain('Counted from')
  })

  it('WORD-1 say so where the employer named no end', () => {
    const expected = sampleAgenda[1] ?? agendaItem()
    const item = { ...expected, facts: { ...expected.facts, openEnded: 'yes' } }
    expect(describeItem(item)).toContain(
      'Expected from Monday 30 November 2026; they named no end.',
    )
  })

  it('WORD-1 say with whom and how an interview is held, and not when: the entry does', () => {
    const facts = { company: 'Acme', medium: 'video', people: 'Sam Peters, Kim Li' }
    const zone = 'Europe/Amsterdam'
    const from = { kind: 'wall', local: '2026-12-15T14:00', zone } as const
    const text = describeItem(interview(from.local, zone, { facts, window: { from, until: from } }))
    expect(text).toContain('By video.\nWith: Sam Peters, Kim Li')
    expect(text).not.toContain('A good time')
  })

  it('WORD-1 say that a date was set by hand', () => {
    const item = agendaItem({
      basis: 'pinned',
      anchor: { event: 'agenda.pinned', at: '2026-11-24T15:30:00Z' },
    })
    expect(describeItem(item)).toContain('You set this date yourself.')
  })

  it('WORD-1 show times in the zone of the calendar, else of the due time, else in UTC', () => {
    const window = agendaItem().window ?? { from: agendaItem().due, until: agendaItem().due }
    const wall = { kind: 'wall', local: '2026-11-25T10:30', zone: 'America/New_York' } as const
    expect(describeItem(agendaItem({ window }))).toContain('24 November 2026, 15:30')
    expect(describeItem(agendaItem({ window, due: wall }))).toContain('24 November 2026, 10:30')
    expect(describeItem(agendaItem({ window }), { zone: 'Asia/Tokyo' })).toContain(
      '25 November 2026, 00:30',
    )
  })

  it('WORD-6 name the zone of a time that is not on the clocks of the reader', () => {
    const zone = 'Europe/Dublin'
    const [from, until] = ['2026-11-02T08:30', '2026-11-02T17:00'].map(
      (local) => ({ kind: 'wall', local, zone }) as const,
    )
    if (from === undefined || until === undefined) throw new Error('short')
    const item = agendaItem({ due: from, window: { from, until } })
    const elsewhere = 'A good time: Monday 2 November 2026, 08:30–17:00 (Europe/Dublin).'
    expect(describeItem(item)).toContain(elsewhere)
    expect(describeItem(item, { zone: 'Pacific/Auckland' })).toContain(elsewhere)
    expect(describeItem(item, { zone })).toContain('2 November 2026, 08:30–17:00.')
    expect(describeItem(agendaItem())).toContain(
      'from Tuesday 24 November 2026, 15:30 to Thursday 26 November 2026, 15:30 (UTC).',
    )
  })

  it('WORD-1 say one day once', () => {
    const day = { kind: 'day', date: '2026-11-30', zone: 'Europe/Amsterdam' } as const
    const item = {
      ...(sampleAgenda[1] ?? agendaItem()),
      due: day,
      window: { from: day, until: day },
    }
    expect(describeItem(item)).toContain('Expected on Monday 30 November 2026.')
    expect(describeItem(item, { locale: 'fr' })).toContain('Attendue le lundi 30 novembre 2026.')
  })

  it('WORD-3 show what a rule asks for, and hide it with the notes', () => {
    const task = 'Send the portfolio to Acme'
    const item = agendaItem({ kind: 'obligation', facts: { company: 'Acme', task } })
    const shown = readEventOf(createCalendar().file([item]).text)
    expect(shown.summary).toBe('Send the portfolio to Acme (Acme)')
    for (const hide of [['notes'], ['company']] as const) {
      const { text } = createCalendar().file([item], { hide })
      expect(readEventOf(text).summary).toMatch(/^Something to see to/)
      expect(text).not.toContain('portfolio')
    }
  })

  it.each(locales)('WORD-2 are complete in %s', (locale) => {
    const titles = new Set<string>()
    for (const kind of agendaKinds) {
      for (const facts of [agendaItem().facts, {}]) {
        for (const basis of ['stated', 'derived', 'assumed', 'pinned'] as const) {
          const { text } = createCalendar({ locale }).file([agendaItem({ kind, facts, basis })])
          const { summary, description, categories } = readEventOf(text)
          expect(`${summary} ${description} ${categories.join(' ')}`).not.toMatch(
            /[{}]|undefined|NaN/,
          )
          expect(
            description.split('\n').filter((line) => line.trim() !== '').length,
          ).toBeGreaterThan(3)
          titles.add(summary)
        }
      }
    }
    expect(titles.size).toBe(agendaKinds.length * 2)
  })

  it.each([
    ['en', 'Friday 1 May 2026'],
    ['nl', 'vrijdag 1 mei 2026'],
    ['de', 'Freitag, 1. Mai 2026'],
    ['fr', 'vendredi 1er mai 2026'],
    ['es', 'viernes, 1 de mayo de 2026'],
  ])('WORD-2 write dates as people do in %s', (locale, date) => {
    const item = agendaItem({ anchor: { event: 'interview.ended', at: '2026-05-01T12:00:00Z' } })
    expect(describeItem(item, { locale })).toContain(date)
  })

  it('WORD-2 write dates with the names that the platform knows', () => {
    for (const locale of locales) {
      for (let month = 1; month <= 12; month++) {
        const date = `2026-${String(month).padStart(2, '0')}-0${(month % 7) + 1}`
        const text = describeItem(
          agendaItem({ anchor: { event: 'interview.ended', at: `${date}T12:00:00Z` } }),
          { locale },
        )
        for (const part of [{ month: 'long' }, { weekday: 'long' }] as const) {
          const name = new Intl.DateTimeFormat(locale, { ...part, day: 'numeric', timeZone: 'UTC' })
            .formatToParts(new Date(date))
            .find(({ type }) => type === 'month' || type === 'weekday')
          expect(text.toLowerCase()).toContain(name?.value.toLowerCase())
        }
      }
    }
  })

  const secret = {
    company: 'Acme',
    role: 'Designer at ACME labs',
    personName: 'Sam of acme',
    people: 'Kim',
    decidedBy: 'the board',
    phrase: 'Acme says soon',
  }

  it.each<readonly [Hidden, RegExp]>([
    ['company', /acme|%41cme|private letter|Sam|Designer/i],
    ['role', /designer/i],
    ['person', /Sam|Kim|board/],
    ['notes', /says soon|private letter|Room 5/],
  ])('WORD-3 with hidden %s say nothing of it', (hidden, words) => {
    const options = {
      letter: () => 'private letter',
      location: () => 'Room 5, Acme',
      url: () => 'https://jobs.example.org/%41cme/1',
    }
    const item = agendaItem({ facts: secret })
    const open = createCalendar(options).file([item]).text
    const closed = createCalendar({ ...options, hide: [hidden] }).file([item]).text
    expect(open.replaceAll('\r\n ', '')).toMatch(words)
    expect(closed.replaceAll('\r\n ', '')).not.toMatch(words)
    expect(createCalendar(options).file([item], { hide: [hidden] }).text).toBe(closed)
  })

  it('WORD-4 are filled in once', () => {
    const facts = { company: '{role} $&', role: '{company}', personName: '{person}$1' }
    const { text } = createCalendar().file([agendaItem({ facts })])
    expect(readEventOf(text).summary).toBe('Thank {person}$1 ({role} $&)')
  })

  it('WORD-5 of a host whose callback fails are left out and reported', () => {
    const letter = (): string => {
      throw new Error('no template')
    }
    const calendar = createCalendar({ letter, url: () => 7 as unknown as string })
    for (let run = 0; run < 2; run++) {
      const { text, problems } = calendar.file([agendaItem(), agendaItem({ id: 'b' })])
      expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(2)
      expect(problems).toHaveLength(4)
      expect(problems[0]).toMatchObject({ code: 'callback-failed', isLeftOut: false })
      expect(problems[1]?.message).toContain('no template')
    }
  })
})
