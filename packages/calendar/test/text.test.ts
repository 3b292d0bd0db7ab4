import { createCalendar } from '@afterview/calendar'
import { sync } from 'node-ical'
import { describe, expect, it } from 'vitest'
import { readEventOf, readEvents, readRoot } from './read-back.ts'
import { agendaItem } from './sample-agenda.ts'

const injection = 'END:VEVENT\r\nBEGIN:VEVENT\r\nUID:evil\r\nATTENDEE:mailto:evil@example.org'

/** Texts that break writers, and what a reader has to get back. */
const hostile: readonly (readonly [name: string, text: string, expected: string])[] = [
  ['CRLF', 'a\r\nb', 'a\nb'],
  ['CR', 'a\rb', 'a\nb'],
  ['LF', 'a\nb', 'a\nb'],
  ['LFCR', 'a\n\rb', 'a\n\nb'],
  ['NEL', 'a\u0085b', 'a\nb'],
  ['U+2028', 'a\u2028b', 'a\nb'],
  ['U+2029', 'a\u2029b', 'a\nb'],
  ['an injected event', injection, injection.replaceAll('\r\n', '\n')],
  [
    'an injected event after CR',
    injection.replaceAll('\r\n', '\r'),
    injection.replaceAll('\r\n', '\n'),
  ],
  ['NUL', 'a\u0000b', 'ab'],
  ['BEL, VT, FF and ESC', 'a\u0007b\u000Bc\u000Cd\u001Be', 'abcde'],
  ['the separators of Python', 'a\u001Cb\u001Dc\u001Ed\u001Fe', 'abcde'],
  ['DEL and C1', 'a\u007Fb\u0080c\u009Fd', 'abcd'],
  ['a lone high surrogate', 'a\uD83Db', 'a\uFFFDb'],
  ['a lone low surrogate', 'a\uDE00b', 'a\uFFFDb'],
  ['a surrogate at the end', 'a\uD83D', 'a\uFFFD'],
  ['quotes', `"a" 'b' “c”`, `"a" 'b' “c”`],
  ['commas and semicolons', 'Acme, Inc.; R&D,,;;', 'Acme, Inc.; R&D,,;;'],
  ['backslashes', String.raw`C:\new\;x\,y\\n`, String.raw`C:\new\;x\,y\\n`],
  ['an escaped newline', String.raw`a\nb`, String.raw`a\nb`],
  ['a backslash at the end', 'a\\', 'a\\'],
  ['colons and equals', 'X-A;B=C:D', 'X-A;B=C:D'],
  ['right to left', 'شركة \u202Eevil\u202C עברית', 'شركة \u202Eevil\u202C עברית'],
  ['emoji with joiners', '👩🏽‍💻👨‍👩‍👧‍👦🏳️‍🌈', '👩🏽‍💻👨‍👩‍👧‍👦🏳️‍🌈'],
  ['combining marks', 'e\u0301'.repeat(80), 'e\u0301'.repeat(80)],
  ['an astral letter', '𝔄'.repeat(80), '𝔄'.repeat(80)],
  ['spaces at fold points', ' '.repeat(200) + 'x', ' '.repeat(200) + 'x'],
  ['a byte order mark', '\uFEFFa', '\uFEFFa'],
  ['braces', '{person} {company}', '{person} {company}'],
  ['dollar signs', "$& $1 $' $$", "$& $1 $' $$"],
  ['40,000 characters', 'é, '.repeat(13_333) + 'x', 'é, '.repeat(13_333) + 'x'],
  ['40,000 line ends', 'a\n'.repeat(20_000) + 'x', 'a\n'.repeat(20_000) + 'x'],
]

function oneLine(text: string): string {
  return text.replaceAll(/[\n\t]/g, ' ')
}

/** One event whose every text is the given one. */
function hostileFile(text: string): { text: string; problems: readonly unknown[] } {
  const facts = {
    company: text,
    role: text,
    personName: text,
    phrase: text,
    people: text,
    decidedBy: text,
    title: text,
  }
  const policy = { key: text, value: text, source: text }
  const anchor = { event: text, at: '2026-11-24T15:30:00Z' }
  const calendar = createCalendar({
    name: text,
    productId: text,
    letter: () => text,
    location: () => text,
  })
  return calendar.file([agendaItem({ id: text, facts, policy, anchor })])
}

describe('the text of an entry', () => {
  it.each(hostile)('TEXT-1 with %s comes back from ical.js as it went in', (_, text, expected) => {
    const file = hostileFile(text)
    expect(file.problems).toEqual([])
    const event = readEventOf(file.text)
    expect(event.summary).toBe(`Thank ${oneLine(expected)} (${oneLine(expected)})`)
    expect(event.description).toContain(`Their words: “${expected}”`)
    expect(event.description).toContain(`\n\n${expected} at ${expected}, round 1.\n`)
    expect(event.description).toContain(`With: ${expected}`)
    expect(event.description).toContain(`Who decides: ${expected}`)
    expect(event.description).toContain(
      `Rule: ${expected} = ${expected}. Source: ${expected.replace(/\.$/, '')}.`,
    )
    expect(event.description.endsWith(`Draft:\n${expected}`)).toBe(true)
  })

  /** node-ical reads an escaped backslash before an n as a line end. */
  const forNodeIcal = hostile.filter(([, text]) => !text.includes(String.raw`\n`))

  it.each(forNodeIcal)(
    'TEXT-1 with %s comes back from node-ical as it went in',
    (_, text, expected) => {
      const parsed = sync.parseICS(hostileFile(text).text)
      const events = Object.values(parsed).filter((each) => each?.type === 'VEVENT')
      expect(events).toHaveLength(1)
      const [event] = events
      if (event?.type !== 'VEVENT') throw new Error('no event')
      expect(event.summary).toBe(`Thank ${oneLine(expected)} (${oneLine(expected)})`.trim())
      expect(event.start.toISOString()).toBe('2026-11-25T15:30:00.000Z')
    },
  )

  it.each(hostile)('TEXT-2 with %s is one line in title, place and alarms', (_, text, expected) => {
    const { text: file } = hostileFile(text)
    const event = readEventOf(file)
    expect(event.location).toBe(oneLine(expected))
    for (const name of ['SUMMARY', 'LOCATION', 'CATEGORIES', 'NAME', 'X-WR-CALNAME']) {
      const unfolded = file
        .replaceAll('\r\n ', '')
        .split('\r\n')
        .filter((line) => line.startsWith(`${name}:`))
      expect(unfolded).toHaveLength(1)
      expect(unfolded[0]?.replaceAll('\\\\', '')).not.toContain('\\n')
    }
  })

  it.each(hostile)('TEXT-3 with %s stays in its property', (_, text) => {
    const { text: file } = hostileFile(text)
    const event = readEventOf(file)
    expect(event.properties.toSorted()).toEqual(
      readEventOf(hostileFile('plain').text).properties.toSorted(),
    )
    expect(event.categories).toEqual(['Job search', 'Follow-up'])
    expect(event.uid).not.toBe('evil')
    const root = readRoot(file)
    expect(root.getAllSubcomponents().map(({ name }) => name)).toEqual(['vevent'])
    const names = root.getAllProperties().map(({ name }) => name)
    expect(names).toEqual(['version', 'prodid', 'calscale', 'name', 'x-wr-calname'])
  })

  it('TEXT-1 that cannot be seen makes no property', () => {
    const nothing = '\u0000 \r\n\u0007'
    const calendar = createCalendar({
      name: nothing,
      location: () => nothing,
      letter: () => nothing,
    })
    const { text } = calendar.file([agendaItem()], {
      publishedBy: { email: 'a@b.example', name: nothing },
    })
    expect(text).not.toMatch(/NAME|LOCATION|CN=|Draft/)
    expect(text).not.toMatch(/\r\n[A-Z-]+:\r\n(?! )/)
  })

  it('TEXT-1 that is only control characters counts as none', () => {
    const facts = { company: '\u0000\u0007', personName: ' \r\n ' }
    const { summary } = readEventOf(createCalendar().file([agendaItem({ facts })]).text)
    expect(summary).toBe('Thank your interviewers')
  })

  it('TEXT-4 over 100,000 characters is cut between characters and reported', () => {
    const facts = { company: `a${'😀'.repeat(60_000)}`, role: 'x'.repeat(100_000) }
    const { text, problems } = createCalendar().file([agendaItem({ facts })])
    const { summary, description } = readEventOf(text)
    expect(problems).toMatchObject([{ code: 'text-shortened', isLeftOut: false }])
    expect(problems[0]?.message).toContain('facts.company')
    expect(summary.isWellFormed()).toBe(true)
    expect(summary.endsWith('😀…)')).toBe(true)
    expect(description).toContain('x'.repeat(100_000))
  })

  it.each([
    ['https://jobs.example.org/a?b=1&c=2#d', 'https://jobs.example.org/a?b=1&c=2#d'],
    ['https://jobs.example.org/ä b', 'https://jobs.example.org/%C3%A4%20b'],
    ['https://jobs.example.org/a,b;c', 'https://jobs.example.org/a,b;c'],
    [
      'https://jobs.example.org/?q=a|b^c`{d}"',
      'https://jobs.example.org/?q=a%7Cb%5Ec%60%7Bd%7D%22',
    ],
    ['mailto:noor@example.org', 'mailto:noor@example.org'],
    ['https://jobs.example.org/\r\nATTENDEE:x', 'https://jobs.example.org/ATTENDEE:x'],
  ])('TEXT-5 takes the URL %s', (url, expected) => {
    const { text, problems } = createCalendar({ url: () => url }).file([agendaItem()])
    expect(problems).toEqual([])
    expect(readEventOf(text).url).toBe(expected)
    expect(text.replaceAll('\r\n ', '')).toContain(`\r\nURL:${expected}\r\n`)
  })

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    '/relative',
    'not a url',
    'ftp://a.test/',
    `https://a.test/${'x'.repeat(3000)}`,
  ])('TEXT-5 leaves out the URL %s and reports it', (url) => {
    const { text, problems } = createCalendar({ url: () => url }).file([agendaItem()])
    expect(problems).toMatchObject([{ code: 'url-refused', isLeftOut: false }])
    expect(readEventOf(text).url).toBeNull()
  })

  it('TEXT-6 in a parameter is quoted and escaped', () => {
    const name = 'Noor "N"; ^x, y:z\r\nW'
    const publishedBy = { email: 'noor@example.org', name }
    const { text } = createCalendar().file([agendaItem()], { publishedBy })
    const [component] = readRoot(text).getAllSubcomponents('vevent')
    const organizer = component?.getFirstProperty('organizer')
    expect(organizer?.getFirstParameter('cn')).toBe('Noor "N"; ^x, y:z W')
    expect(organizer?.getFirstValue()).toBe('mailto:noor@example.org')
    expect(readEvents(text)).toHaveLength(1)
  })
})
