import type { AgendaItem } from '@afterview/core'

/** An open thank-you due at an instant, with fields replaced. */
export function agendaItem(fields: Partial<AgendaItem> = {}): AgendaItem {
  return {
    id: 'acme-1/thankYou/sam',
    applicationId: 'acme-1',
    kind: 'thankYou',
    holder: 'candidate',
    status: 'upcoming',
    due: { kind: 'instant', at: '2026-11-25T15:30:00Z' },
    window: {
      from: { kind: 'instant', at: '2026-11-24T15:30:00Z' },
      until: { kind: 'instant', at: '2026-11-26T15:30:00Z' },
    },
    basis: 'assumed',
    policy: {
      key: 'thankYou.dueWithin',
      value: 24,
      source: 'WashU and Accountemps say 24 hours; Georgetown as soon as possible',
    },
    anchor: { event: 'interview.ended', at: '2026-11-24T15:30:00Z' },
    revision: 0,
    changedAt: '2026-11-24T15:30:00Z',
    letter: 'thank-you',
    personId: 'sam',
    round: 1,
    facts: { company: 'Acme', role: 'Product Designer', personName: 'Sam Peters' },
    ...fields,
  }
}

/** The same without window, policy and letter. */
export function plainItem(fields: Partial<AgendaItem> = {}): AgendaItem {
  const { window: _, letter: __, policy: ___, ...item } = agendaItem()
  return { ...item, ...fields }
}

/** A second-round interview on the clocks of a zone. */
export function interview(
  local: string,
  zone: string,
  fields: Partial<AgendaItem> = {},
): AgendaItem {
  return plainItem({
    id: 'acme-1/interview/2',
    kind: 'interview',
    due: { kind: 'wall', local, zone },
    basis: 'stated',
    anchor: { event: 'nextRound.scheduled', at: '2025-01-01T09:00:00Z' },
    round: 2,
    ...fields,
  })
}

/** One application as its agenda stands some weeks after the first round. */
export const sampleAgenda: readonly AgendaItem[] = [
  agendaItem({ status: 'done', revision: 1, changedAt: '2026-11-25T09:12:40Z' }),
  plainItem({
    id: 'acme-1/decisionExpected',
    kind: 'decisionExpected',
    holder: 'employer',
    due: { kind: 'day', date: '2026-12-04', zone: 'Europe/Amsterdam' },
    window: {
      from: { kind: 'day', date: '2026-11-30', zone: 'Europe/Amsterdam' },
      until: { kind: 'day', date: '2026-12-04', zone: 'Europe/Amsterdam' },
    },
    basis: 'stated',
    anchor: { event: 'timeframe.given', at: '2026-11-24T15:25:00Z' },
    facts: { company: 'Acme', role: 'Product Designer', phrase: 'by the end of next week' },
  }),
  agendaItem({
    id: 'acme-1/checkIn/1',
    kind: 'checkIn',
    due: { kind: 'wall', local: '2026-12-11T09:00', zone: 'Europe/Amsterdam' },
    window: {
      from: { kind: 'wall', local: '2026-12-11T08:30', zone: 'Europe/Amsterdam' },
      until: { kind: 'wall', local: '2026-12-11T17:00', zone: 'Europe/Amsterdam' },
    },
    basis: 'derived',
    policy: { key: 'checkIn.afterStated', value: 5, source: 'Georgetown: one week after it' },
    anchor: { event: 'timeframe.given', at: '2026-11-24T15:25:00Z' },
    letter: 'check-in',
  }),
  interview('2026-12-15T14:00', 'Europe/Amsterdam', {
    window: {
      from: { kind: 'wall', local: '2026-12-15T14:00', zone: 'Europe/Amsterdam' },
      until: { kind: 'wall', local: '2026-12-15T15:30', zone: 'Europe/Amsterdam' },
    },
    changedAt: '2026-12-09T10:00:00Z',
    anchor: { event: 'nextRound.scheduled', at: '2026-12-09T10:00:00Z' },
    facts: {
      company: 'Acme',
      role: 'Product Designer',
      medium: 'onsite',
      people: 'Sam Peters, Kim Li',
    },
  }),
  plainItem({
    id: 'acme-1/decideOffer',
    kind: 'decideOffer',
    due: { kind: 'day', date: '2026-12-23', zone: 'Europe/Amsterdam' },
    basis: 'stated',
    anchor: { event: 'offer.extended', at: '2026-12-18T13:00:00Z' },
    changedAt: '2026-12-18T13:00:00Z',
  }),
]
