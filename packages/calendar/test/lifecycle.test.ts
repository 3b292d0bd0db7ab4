import { createCalendar } from '@afterview/calendar'
import {
  type AgendaItem,
  createLifecycle,
  type LifecycleEvent,
  type Snapshot,
} from '@afterview/core'
import { describe, expect, it } from 'vitest'
import { type ReadEvent, readEvents } from './read-back.ts'

const lifecycle = createLifecycle()
const calendar = createCalendar({ zone: 'Europe/Amsterdam' })

const input = {
  applicationId: 'acme-1',
  candidate: { name: 'Noor Jansen', zone: 'Europe/Amsterdam', locale: 'en' },
  company: { name: 'Acme', zone: 'America/New_York', country: 'US' },
  role: 'Product Designer',
  round: {
    number: 1,
    medium: 'video',
    startsAt: { local: '2026-11-24T15:30', zone: 'Europe/Amsterdam' },
    endsAt: { local: '2026-11-24T16:30', zone: 'Europe/Amsterdam' },
    interviewers: [
      { id: 'sam', name: 'Sam Peters', email: 'sam@acme.example' },
      { id: 'kim', name: 'Kim Li', email: 'kim@acme.example' },
    ],
  },
}

const history: readonly LifecycleEvent[] = [
  {
    type: 'timeframe.given',
    at: '2026-11-24T16:20:00+01:00',
    window: { earliest: '2026-11-30', latest: '2026-12-04' },
    phrase: 'by the end of next week',
    decidedBy: 'the design lead',
  },
  { type: 'interview.ended', at: '2026-11-24T16:35:00+01:00' },
  { type: 'thankYou.sent', at: '2026-11-24T19:00:00+01:00', interviewerId: 'sam' },
  { type: 'thankYou.skipped', at: '2026-11-25T09:00:00+01:00', interviewerId: 'kim' },
  {
    type: 'offer.extended',
    at: '2026-12-03T17:00:00+01:00',
    medium: 'phone',
    respondBy: { local: '2026-12-10T17:00', zone: 'America/New_York' },
    terms: { title: 'Senior Product Designer' },
  },
]

/** The snapshots after the start and after each event. */
function snapshots(): readonly Snapshot[] {
  let { snapshot } = lifecycle.start(input)
  const all = [snapshot]
  for (const event of history) {
    const outcome = lifecycle.advance(snapshot, event)
    if (!outcome.accepted) throw new Error(outcome.reason.message)
    snapshot = outcome.snapshot
    all.push(snapshot)
  }
  return all
}

function agendaOf(snapshot: Snapshot): readonly AgendaItem[] {
  return lifecycle.agenda(snapshot, { now: '2026-12-04T09:00:00Z' })
}

function entryOf(snapshot: Snapshot, kind: string): ReadEvent | undefined {
  const item = agendaOf(snapshot).find((each) => each.kind === kind)
  const { text } = calendar.file(agendaOf(snapshot))
  return readEvents(text).find(({ uid }) => uid === calendar.uid(item?.id ?? ''))
}

describe('the agenda of a lifecycle', () => {
  it('DOC-7 is written without a problem after every event', () => {
    for (const snapshot of snapshots()) {
      const items = agendaOf(snapshot)
      const { text, problems, entries } = calendar.file(items)
      expect(problems).toEqual([])
      expect(entries).toBe(items.length)
      expect(readEvents(text)).toHaveLength(items.length)
    }
  })

  it('WORD-1 has the facts that the lifecycle knows in its words', () => {
    const [started, told, , , , offered] = snapshots()
    if (started === undefined || told === undefined || offered === undefined)
      throw new Error('short')
    expect(entryOf(started, 'interview')).toMatchObject({
      zone: 'Europe/Amsterdam',
      start: '2026-11-24T14:30:00Z',
      end: '2026-11-24T15:30:00Z',
    })
    expect(entryOf(started, 'interview')?.description).toContain(
      'By video.\nWith: Sam Peters, Kim Li',
    )
    const expected = entryOf(told, 'decisionExpected')
    expect(expected).toMatchObject({ isWholeDay: true, start: '2026-12-04' })
    expect(expected?.description).toContain(
      'Who decides: the design lead\nTheir words: “by the end of next week”',
    )
    const decide = entryOf(offered, 'decideOffer')
    expect(decide).toMatchObject({
      start: '2026-12-10T22:00:00Z',
      alarms: ['2026-12-09T20:00:00Z', '2026-12-08T20:00:00Z', '2026-12-10T20:00:00Z'],
    })
    expect(decide?.description).toContain('Position offered: Senior Product Designer')
  })

  it('UID-3 gives every entry a SEQUENCE that never goes back', () => {
    const seen = new Map<string, number>()
    for (const snapshot of snapshots()) {
      for (const { uid, sequence } of readEvents(calendar.file(agendaOf(snapshot)).text)) {
        expect(sequence).toBeGreaterThanOrEqual(seen.get(uid) ?? 0)
        seen.set(uid, sequence)
      }
    }
    expect(Math.max(...seen.values())).toBeGreaterThan(0)
  })

  it('CLOSE-1 shows what was done, what was skipped and what is no longer needed', () => {
    const offered = snapshots().at(-1)
    if (offered === undefined) throw new Error('short')
    const { text } = calendar.file(agendaOf(offered))
    const first = readEvents(text)
      .filter(({ status }) => status === 'CANCELLED')
      .map(({ description }) => description.split('\n')[0])
    expect(new Set(first)).toContain('Done.')
    expect(new Set(first)).toContain('Skipped.')
  })

  it('CLOSE-3 keeps the interview that was held', () => {
    const offered = snapshots().at(-1)
    if (offered === undefined) throw new Error('short')
    expect(entryOf(offered, 'interview')?.status).toBe('CONFIRMED')
  })
})
