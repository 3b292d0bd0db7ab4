import { createCalendar } from '@afterview/calendar'
import type { AgendaItem } from '@afterview/core'
import { agendaItem, interview, plainItem, sampleAgenda } from '../test/sample-agenda.ts'

/** One document with its name. */
export type NamedDocument = readonly [name: string, text: string]

const organizer = { email: 'noor@example.org', name: 'Noor "N." Jansen; ^' }

/** Names that break writers and readers. */
export const hostileTexts: readonly string[] = [
  'Acme, Inc.; R&D "Labs"',
  'END:VEVENT\r\nBEGIN:VEVENT\r\nUID:evil\r\nATTENDEE:mailto:evil@example.org',
  'a\rb\u0085c\u2028d\u0000e\u001Bf\u000Bg',
  'a\uD83Db',
  'شركة עברית',
  '👩🏽‍💻👨‍👩‍👧‍👦'.repeat(30),
  '株式会社'.repeat(60),
  'é, '.repeat(13_333),
]

/** Zones with every sort of rule, and a time on a night on which clocks go back. */
const nights: readonly (readonly [zone: string, twice: string])[] = [
  ['Europe/Amsterdam', '2026-10-25T02:30'],
  ['America/New_York', '2026-11-01T01:30'],
  ['America/St_Johns', '2026-11-01T01:30'],
  ['America/Santiago', '2026-04-04T23:30'],
  ['Australia/Sydney', '2026-04-05T02:30'],
  ['Australia/Lord_Howe', '2026-04-05T01:45'],
  ['Pacific/Auckland', '2026-04-05T02:30'],
  ['Africa/Cairo', '2026-10-29T23:30'],
  ['Asia/Jerusalem', '2026-10-25T01:30'],
  ['Asia/Kathmandu', '2026-10-25T01:30'],
  ['America/Sao_Paulo', '2026-10-25T01:30'],
]

/** Morocco changes its clocks around Ramadan: no yearly rule, and zone data that differs between releases. */
const ramadan: readonly AgendaItem[] = nightItems(['Africa/Casablanca', '2026-02-15T02:30'], 0)

/** Everything that clients are given to read: documents without METHOD first. */
export const storedDocuments: readonly NamedDocument[] = [
  ...['en', 'nl', 'de', 'fr', 'es'].map((locale): NamedDocument => [
    `the sample agenda in ${locale}`,
    calendarOf(locale).file(sampleAgenda, { refreshMinutes: 120 }).text,
  ]),
  ['hostile names', calendarOf('en').file(hostileTexts.map(hostileItem)).text],
  ['clocks that change', calendarOf('en').file(nights.flatMap(nightItems)).text],
  ['a hundred entries', calendarOf('en').file(manyItems(100)).text],
  ['an empty calendar', calendarOf('en').file([]).text],
]

/** Documents that say everything about themselves, for readers that decode and calculate as RFC 5545 says. */
export const exactDocuments: readonly NamedDocument[] = [
  ['a zone without a yearly rule', calendarOf('en').file(ramadan).text],
  ['escaped backslashes', calendarOf('en').file([hostileItem(String.raw`C:\news\;x\,y`, 0)]).text],
]

/** To-dos, which some clients keep apart. */
export const todoDocuments: readonly NamedDocument[] = [
  ['the sample agenda as to-dos', calendarOf('en').todos(sampleAgenda).text],
  ['hostile names as to-dos', calendarOf('en').todos(hostileTexts.map(hostileItem)).text],
]

/** Messages: they carry a METHOD, so no server stores them. */
export const messages: readonly NamedDocument[] = [
  ['a published agenda', calendarOf('en').file(sampleAgenda, { publishedBy: organizer }).text],
  [
    'a cancellation',
    calendarOf('en').cancellation(agendaItem({ revision: 3 }), { organizer }).text,
  ],
]

function calendarOf(locale: string): ReturnType<typeof createCalendar> {
  return createCalendar({
    locale,
    name: 'After, the; interview',
    zone: 'Europe/Amsterdam',
    url: ({ applicationId }) => `https://jobs.example.org/${applicationId}?a=1,2;b=3`,
  })
}

function hostileItem(text: string, index: number): AgendaItem {
  const facts = { company: text, role: text, personName: text, phrase: text }
  return agendaItem({ id: `hostile/${index}`, facts })
}

function nightItems([zone, twice]: (typeof nights)[number], index: number): readonly AgendaItem[] {
  const date = twice.slice(0, 10)
  return [
    interview(twice, zone, { id: `twice/${index}` }),
    interview(`${date}T12:00`, zone, { id: `noon/${index}` }),
    interview('2026-07-01T09:00', zone, { id: `july/${index}` }),
    interview('2027-01-15T09:00', zone, { id: `january/${index}` }),
  ]
}

function manyItems(count: number): readonly AgendaItem[] {
  return Array.from({ length: count }, (_, index) => {
    const sample = plainItem(sampleAgenda[index % sampleAgenda.length])
    return { ...sample, id: `many/${index}`, facts: { ...sample.facts, company: `Acme ${index}` } }
  })
}
