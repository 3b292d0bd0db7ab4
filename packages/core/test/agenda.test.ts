import { describe, expect, test } from 'vitest'
import { createLife, createWaiting, input, nextWeek } from './life.ts'

describe('the agenda', () => {
  test('AGE-1 keeps the id of an obligation while its date moves', () => {
    const life = createWaiting({}, nextWeek)
    const { id } = life.item('checkIn/r1-1')
    expect(id).toBe('acme-1/checkIn/r1-1')
    life.ok('timeframe.revised', '2026-12-01T10:00:00Z', {
      window: { earliest: '2026-12-01', latest: '2026-12-11' },
    })
    expect(life.item('checkIn/r1-1').id).toBe(id)
  })

  test('AGE-2 counts a revision for every change, and none without', () => {
    const life = createWaiting({}, nextWeek)
    expect(life.item('decisionExpected/r1')).toMatchObject({
      revision: 0,
      changedAt: '2026-11-25T14:29:00Z',
    })
    life.ok('detail.noted', '2026-11-30T10:00:00Z', { interviewerId: 'sam', topic: 'the rota' })
    expect(life.item('decisionExpected/r1').revision).toBe(0)
    life.ok('timeframe.revised', '2026-12-01T10:00:00Z', {
      window: { earliest: '2026-12-01', latest: '2026-12-11' },
    })
    expect(life.item('decisionExpected/r1')).toMatchObject({
      revision: 1,
      changedAt: '2026-12-01T10:00:00Z',
    })
    life.ok('application.rejected', '2026-12-02T10:00:00Z')
    expect(life.item('decisionExpected/r1')).toMatchObject({ revision: 2, status: 'done' })
  })

  test('AGE-3 calls nothing overdue before it is due', () => {
    const life = createWaiting({}, nextWeek)
    const status = (now: string) => life.item('checkIn/r1-1', now).status
    expect(status('2026-12-11T07:29:59Z')).toBe('upcoming')
    expect(status('2026-12-11T07:30:00Z')).toBe('due')
    expect(status('2026-12-11T16:00:00Z')).toBe('due')
    expect(status('2026-12-11T16:00:01Z')).toBe('overdue')
    const day = (now: string) => life.item('decisionExpected/r1', now).status
    expect([day('2026-12-04T22:59:59Z'), day('2026-12-04T23:00:01Z')]).toEqual(['due', 'overdue'])
  })

  test('AGE-4 keeps what has been settled', () => {
    const life = createLife()
      .ok('interview.ended', '2026-11-25T15:30:00+01:00')
      .ok('thankYou.sent', '2026-11-25T18:00:00+01:00', { interviewerId: 'sam' })
      .ok('application.rejected', '2026-11-25T19:00:00+01:00')
    expect([life.item('r1-sam').status, life.item('r1-jo').status]).toEqual(['done', 'cancelled'])
    life.ok('application.reopened', '2026-11-29T19:00:00+01:00')
    expect([life.item('r1-sam').status, life.item('r1-jo').status]).toEqual(['done', 'cancelled'])
  })

  test('AGE-5 keeps a date that was set by hand', () => {
    const life = createWaiting({}, nextWeek).ok('agenda.pinned', '2026-11-26T10:00:00Z', {
      itemId: 'acme-1/decisionExpected/r1',
      until: '2026-12-09',
    })
    const pinned = {
      due: { kind: 'day', date: '2026-12-09', zone: 'Europe/Amsterdam' },
      basis: 'pinned',
    }
    expect(life.item('decisionExpected/r1')).toMatchObject(pinned)
    life.ok('timeframe.revised', '2026-12-01T10:00:00Z', {
      window: { earliest: '2026-12-01', latest: '2026-12-02' },
    })
    expect(life.item('decisionExpected/r1')).toMatchObject(pinned)
  })

  test('AGE-6 explains a date by its event, its policy entry and the source', () => {
    const life = createWaiting({}, nextWeek)
    const explanation = life.lifecycle.explain(life.snapshot, 'acme-1/checkIn/r1-1')
    expect(explanation).toMatchObject({
      basis: 'derived',
      policy: { key: 'checkIn.afterStated', strength: 'good' },
    })
    expect(explanation.text).toContain('timeframe.given')
    expect(explanation.text).toContain('5 business days after the stated date')
    expect(explanation.text).toContain('Georgetown')
    expect(life.lifecycle.explain(life.snapshot, 'acme-1/decisionExpected/r1').text).toContain(
      'was stated',
    )
    expect(explanation.text).toContain('is due at 2026-12-11 09:00 (Europe/Amsterdam). ')
    expect(() => life.lifecycle.explain(life.snapshot, 'acme-1/nothing')).toThrow(
      /item-unknown.*Fix:/s,
    )
  })

  test('AGE-6 tells clock times as the candidate reads them', () => {
    const inAuckland = { ...input.candidate, zone: 'Pacific/Auckland' }
    const life = createLife({}, { ...input, candidate: inAuckland })
      .ok('timeframe.given', '2026-11-25T15:29:00+01:00', { window: nextWeek })
      .ok('interview.ended', '2026-11-25T15:30:00+01:00')
    const text = (item: string) => life.lifecycle.explain(life.snapshot, `acme-1/${item}`).text
    expect(text('thankYou/r1-sam')).toContain('is due at 2026-11-27 03:30 (Pacific/Auckland). ')
    expect(text('thankYou/r1-sam')).toContain('(interview.ended, 2026-11-26 03:30)')
    expect(text('checkIn/r1-1')).toContain(
      'is due at 2026-12-11 09:00 (Europe/Amsterdam), 2026-12-11 21:00 (Pacific/Auckland). ',
    )
  })

  test('AGE-4 calls an interview done whose time was over when the answer came', () => {
    const life = createLife().ok('application.rejected', '2026-11-26T10:00:00+01:00')
    expect(life.item('interview/r1').status).toBe('done')
    const early = createLife().ok('application.withdrawn', '2026-11-25T14:00:00+01:00')
    expect(early.item('interview/r1').status).toBe('cancelled')
  })

  test('AGE-7 puts what is open first, and the most pressing on top', () => {
    const life = createWaiting({}, nextWeek)
    const items = life.lifecycle.agenda(life.snapshot, { now: '2026-12-01T00:00:00Z' })
    expect(items.map(({ id, status }) => `${id.slice(7)} ${status}`)).toEqual([
      'decisionExpected/r1 due',
      'checkIn/r1-1 upcoming',
      'interview/r1 done',
      'askTimeframe/r1 done',
      'thankYou/r1-jo done',
      'thankYou/r1-sam done',
    ])
  })
})
