import { type AgendaItem, agendaKinds } from '@afterview/core'
import { instantFromMs, type Moment } from '@afterview/time'
import {
  type Arbitrary,
  array,
  constantFrom,
  date,
  dictionary,
  integer,
  oneof,
  option,
  record,
  string,
  tuple,
  uniqueArray,
} from 'fast-check'

const zones = [
  'Europe/Amsterdam',
  'America/New_York',
  'America/St_Johns',
  'Africa/Casablanca',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'UTC',
]

const years = { min: new Date('2025-01-02'), max: new Date('2031-12-30'), noInvalidDate: true }

const instant: Arbitrary<string> = date(years).map((at) => instantFromMs(at.getTime()))

const moment: Arbitrary<Moment> = oneof(
  instant.map((at) => ({ kind: 'instant', at }) as const),
  tuple(date(years), constantFrom(...zones)).map(
    ([at, zone]) => ({ kind: 'wall', local: at.toISOString().slice(0, 16), zone }) as const,
  ),
  tuple(date(years), constantFrom(...zones)).map(
    ([at, zone]) => ({ kind: 'day', date: at.toISOString().slice(0, 10), zone }) as const,
  ),
)

/** Any text, with a liking for what iCalendar treats specially. */
export const nastyText: Arbitrary<string> = array(
  oneof(
    string({ unit: 'binary', maxLength: 12 }),
    constantFrom(
      '\r\n',
      '\r',
      '\n',
      '\\',
      ';',
      ',',
      ':',
      '"',
      '^',
      ' ',
      '\t',
      '\\n',
      '\u2028',
      '\u0085',
      '\uD800',
    ),
    constantFrom('END:VEVENT', 'BEGIN:VALARM', '👩🏽‍💻', '株式会社', '{person}', '$&'),
  ),
  { maxLength: 12 },
).map((parts) => parts.join(''))

const facts = record(
  {
    company: nastyText,
    role: nastyText,
    personName: nastyText,
    phrase: nastyText,
    people: nastyText,
    decidedBy: nastyText,
    title: nastyText,
    medium: constantFrom('video', 'phone', 'onsite', 'pigeon'),
    openEnded: constantFrom('yes', 'no'),
  },
  { requiredKeys: [] },
) as Arbitrary<Record<string, string>>

const item: Arbitrary<AgendaItem> = record({
  id: tuple(nastyText, integer()).map((parts) => parts.join('/')),
  applicationId: string(),
  kind: constantFrom(...agendaKinds),
  holder: constantFrom('candidate', 'employer'),
  status: constantFrom('upcoming', 'due', 'overdue', 'done', 'skipped', 'cancelled'),
  due: moment,
  basis: constantFrom('stated', 'derived', 'assumed', 'pinned'),
  anchor: record({
    event: oneof(constantFrom('interview.ended', 'offer.extended'), nastyText),
    at: instant,
  }),
  revision: integer({ min: 0, max: 2 ** 31 - 2 }),
  changedAt: instant,
  round: integer({ min: 1, max: 9 }),
  facts: tuple(facts, dictionary(string({ minLength: 1 }), nastyText, { maxKeys: 2 })).map(
    ([known, others]) => ({ ...others, ...known }),
  ),
}).chain((base) =>
  record({
    window: option(record({ from: moment, until: moment })),
    policy: option(
      record({ key: nastyText, value: oneof(integer(), nastyText), source: nastyText }),
    ),
    letter: option(constantFrom('thank-you', 'check-in')),
  }).map(({ window, policy, letter }) => ({
    ...base,
    ...(window === null ? {} : { window }),
    ...(policy === null ? {} : { policy }),
    ...(letter === null ? {} : { letter }),
  })),
)

/** Agendas of up to twelve items with different ids. */
export const agenda: Arbitrary<readonly AgendaItem[]> = uniqueArray(item, {
  maxLength: 12,
  selector: ({ id }) => id,
})
