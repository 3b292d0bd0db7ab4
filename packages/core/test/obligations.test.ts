import { describe, expect, test } from 'vitest'
import { createLifecycle, type ObligationRule } from '@afterview/core'
import { holidayCalendar, withHolidays } from '@afterview/time/holidays'
import { createLife, createWaiting, secondRound } from './life.ts'

const portfolio: ObligationRule = {
  id: 'acme.portfolio',
  title: 'Send the portfolio',
  on: { event: 'interview.ended' },
  due: { businessDays: 2, at: '09:00' },
  doneOn: ['checkIn.sent'],
  source: 'the house rule of Acme',
}

const duty: ObligationRule = {
  id: 'acme.inform',
  title: 'Hear the decision',
  on: { event: 'interview.ended' },
  holder: 'employer',
  due: { days: 45 },
  doneOn: ['application.rejected', 'offer.extended'],
}

const item = 'obligation/acme.portfolio/r1'
const ended = '2026-11-25T15:30:00+01:00'

describe('obligations by rule', () => {
  test('OBL-1: open with their event, are counted in the zone of who holds the move, and say why', () => {
    const life = createLife({ obligations: [portfolio, duty] })
    expect(life.open()).not.toContain(item)
    life.ok('interview.ended', ended)
    expect(life.item(item)).toMatchObject({
      kind: 'obligation',
      holder: 'candidate',
      status: 'due',
      due: { kind: 'wall', local: '2026-11-27T09:00', zone: 'Europe/Amsterdam' },
      basis: 'assumed',
      policy: { key: 'acme.portfolio', source: 'the house rule of Acme' },
      anchor: { event: 'interview.ended', at: '2026-11-25T14:30:00Z' },
      revision: 0,
    })
    expect(life.item('acme.inform/r1')).toMatchObject({
      holder: 'employer',
      status: 'upcoming',
      due: { kind: 'day', date: '2027-01-09' },
    })
    const { text } = life.lifecycle.explain(life.snapshot, `acme-1/${item}`)
    expect(text).toContain('Send the portfolio is due at 2026-11-27 09:00')
    expect(text).toContain('2 business days after interview.ended')
    expect(text).toContain('the house rule of Acme')
  })

  test('OBL-1: count hours exactly, and business days after the calendar of the employer', () => {
    const hours = { ...portfolio, due: { hours: 3 } }
    const life = createLife({ obligations: [hours] }).ok('interview.ended', ended)
    expect(life.item(item).due).toEqual({ kind: 'instant', at: '2026-11-25T17:30:00Z' })
    const holidays = withHolidays(holidayCalendar('NL'), { '2026-11-26': 'Day of rest' })
    const resting = createLife({ obligations: [portfolio], holidays }).ok('interview.ended', ended)
    expect(resting.item(item).due).toMatchObject({ local: '2026-11-30T09:00' })
  })

  test('OBL-1: open when a state is entered, and not again while it lasts', () => {
    const onWait: ObligationRule = { ...portfolio, on: { state: 'waiting' }, due: { days: 1 } }
    const life = createWaiting({ obligations: [onWait] })
    expect(life.item(item)).toMatchObject({
      anchor: { event: 'waiting', at: '2026-11-25T17:05:00Z' },
      due: { date: '2026-11-26' },
    })
    life.ok('employer.replied', '2026-11-27T10:00:00+01:00', { kind: 'holding' })
    expect(life.item(item)).toMatchObject({ anchor: { at: '2026-11-25T17:05:00Z' }, revision: 0 })
  })

  test('OBL-2: are done by their events, by the person, and cancelled by the end', () => {
    const byEvent = createWaiting({ obligations: [portfolio] })
    byEvent.ok('checkIn.sent', '2026-11-26T10:00:00+01:00')
    expect(byEvent.item(item)).toMatchObject({ status: 'done', revision: 1 })
    const byPerson = createWaiting({ obligations: [portfolio] })
    byPerson.ok('agenda.completed', '2026-11-26T10:00:00+01:00', { itemId: `acme-1/${item}` })
    expect(byPerson.item(item)).toMatchObject({ status: 'done', revision: 1 })
    const byEnd = createWaiting({ obligations: [portfolio] })
    byEnd.ok('application.withdrawn', '2026-11-26T10:00:00+01:00')
    expect(byEnd.item(item)).toMatchObject({ status: 'cancelled', revision: 1 })
  })

  test('OBL-2: are one for each round', () => {
    const life = createWaiting({ obligations: [duty] })
    life.ok('nextRound.scheduled', '2026-12-01T10:00:00+01:00', { round: secondRound })
    expect(life.item('acme.inform/r1').status).toBe('cancelled')
    life.ok('interview.ended', '2026-12-10T12:00:00+01:00')
    expect(life.item('acme.inform/r2').due).toMatchObject({ date: '2027-01-24' })
  })

  test('OBL-2: hold only where they apply', () => {
    const elsewhere: ObligationRule = {
      ...duty,
      applies: ({ company }) => company.country === 'CA-ON',
    }
    const life = createWaiting({ obligations: [elsewhere] })
    expect(life.open()).not.toContain('obligation/acme.inform/r1')
  })

  test('OBL-3: keep a date that was set by hand, and the start of the count with it', () => {
    const life = createWaiting({ obligations: [portfolio] })
    const until = { local: '2026-12-01T11:00', zone: 'Europe/Amsterdam' }
    life.ok('agenda.pinned', '2026-11-26T10:00:00+01:00', { itemId: `acme-1/${item}`, until })
    life.ok('employer.held', '2026-11-26T11:00:00+01:00')
    expect(life.item(item)).toMatchObject({
      basis: 'pinned',
      due: { local: '2026-12-01T11:00' },
      facts: { startedBy: 'interview.ended', startedAt: '2026-11-25T14:30:00Z' },
      revision: 1,
    })
  })

  test('OBL-4: follow a rule that comes, changes or goes, with revisions that only grow', () => {
    const before = createWaiting().snapshot
    const later = createLifecycle({ obligations: [portfolio] })
    const came = later.restore(before)
    expect(came.agenda[`acme-1/${item}`]).toMatchObject({
      state: 'open',
      revision: 0,
      anchor: { event: 'interview.ended' },
    })
    const slower = createLifecycle({ obligations: [{ ...portfolio, due: { days: 9 } }] })
    const changed = slower.restore(came)
    expect(changed.agenda[`acme-1/${item}`]).toMatchObject({
      revision: 1,
      due: { date: '2026-12-04' },
    })
    expect(slower.restore(changed)).toBe(changed)
    const gone = createLifecycle().restore(changed)
    expect(gone.agenda[`acme-1/${item}`]).toMatchObject({ state: 'cancelled', revision: 2 })
    expect(JSON.parse(JSON.stringify(gone))).toEqual(gone)
  })

  test('OBL-4: open late when a rule begins to apply, and never twice', () => {
    const life = createWaiting({ obligations: [{ ...portfolio, applies: () => false }] })
    expect(life.open()).not.toContain(item)
    const applying = createLifecycle({ obligations: [portfolio] })
    const opened = applying.restore(life.snapshot)
    expect(opened.agenda[`acme-1/${item}`]).toMatchObject({ state: 'open', revision: 0 })
    const next = applying.advance(opened, {
      type: 'nextRound.scheduled',
      at: '2026-12-01T10:00:00+01:00',
      round: secondRound,
    })
    expect(next.accepted && Object.keys(next.snapshot.agenda)).not.toContain(
      'acme-1/obligation/acme.portfolio/r2',
    )
    expect(next.accepted && applying.restore(next.snapshot)).toBe(next.accepted && next.snapshot)
  })

  test('OBL-4: do not open late for what is known to be done', () => {
    const life = createWaiting().ok('checkIn.sent', '2026-11-26T10:00:00+01:00')
    const later = createLifecycle({ obligations: [portfolio] })
    expect(Object.keys(later.restore(life.snapshot).agenda)).not.toContain(`acme-1/${item}`)
  })
})
