import type { LetterFacts } from '@afterview/templates'

const zone = 'Europe/Amsterdam'

const candidate = {
  name: 'Noor de Vries',
  email: 'noor@example.org',
  phone: '+31 6 12345678',
  zone,
} as const

/** The least that every kind can be rendered from, for a locale. */
export function leastFacts(locale: string): LetterFacts {
  return {
    locale,
    now: '2026-11-26T09:00:00Z',
    candidate: { name: candidate.name, zone },
    company: { name: 'Northwind' },
    role: 'Data Engineer',
    round: {
      startsAt: { kind: 'wall', local: '2026-11-25T14:00', zone },
      interviewers: ['Sam Rivera'],
    },
    offer: { respondBy: { kind: 'day', date: '2026-12-11', zone } },
    requestedDate: { kind: 'day', date: '2026-12-16', zone },
    requests: ['58.000'],
  }
}

/** Facts that have everything that any kind can use. */
export function allFacts(locale: string): LetterFacts {
  return {
    ...leastFacts(locale),
    candidate,
    recipient: { name: 'Alex Kim' },
    round: {
      number: 1,
      medium: 'video',
      startsAt: { kind: 'wall', local: '2026-11-25T14:00', zone },
      interviewers: ['Sam Rivera', 'Priya Nair', 'Tom Ellery'],
    },
    topics: ['event streams', 'the team'],
    thought: 'Mind the gap',
    timeframe: { phrase: 'within two weeks', latest: '2026-12-04' },
    checkedInAt: { kind: 'instant', at: '2026-11-20T09:00:00Z' },
    lastContactAt: { kind: 'day', date: '2025-11-03', zone },
    nextRound: {
      startsAt: { kind: 'instant', at: '2026-12-01T13:00:00Z' },
      medium: 'onsite',
      interviewers: ['Priya Nair', 'Tom Ellery'],
    },
    proposedTimes: [
      { kind: 'wall', local: '2026-12-03T10:00', zone },
      { kind: 'wall', local: '2026-12-04T15:30', zone },
    ],
    offer: {
      medium: 'phone',
      salary: '58.000',
      startDate: '2027-02-08',
      respondBy: { kind: 'day', date: '2026-12-11', zone },
      acceptedAt: { kind: 'day', date: '2026-12-10', zone },
      agreed: ['Budget: 1500'],
    },
    reason: 'A reason',
    news: 'Some news.',
    hasResigned: true,
    caller: 'Priya Nair',
    lessons: 'A lesson',
    others: [{ company: 'Osprey Maps', role: 'Engineer', next: 'prepare' }],
  }
}
