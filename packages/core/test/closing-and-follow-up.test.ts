import { describe, expect, test } from 'vitest'
import { createLife, input, nextWeek, secondRound } from './life.ts'

const END = '2026-11-25T15:30:00+01:00'

describe('closing', () => {
  test('CLO-1 is where a lifecycle begins, with the question for the time frame on the agenda', () => {
    const life = createLife()
    expect(life.place()).toBe('closing')
    expect(life.item('askTimeframe/r1')).toMatchObject({
      due: { kind: 'instant', at: '2026-11-25T14:30:00Z' },
      letter: 'closing-questions',
      holder: 'candidate',
    })
    life.ok('timeframe.given', '2026-11-25T15:28:00+01:00', { window: nextWeek })
    expect(life.item('askTimeframe/r1').status).toBe('done')
  })

  test('CLO-2 of a later round comes after its interview has ended', () => {
    const life = createLife()
      .ok('interview.ended', END)
      .ok('nextRound.scheduled', '2026-11-26T10:00:00Z', { round: secondRound })
      .ok('interview.ended', '2026-12-10T12:05:00+01:00')
    expect(life.place()).toBe('closing')
    life.ok('timeframe.given', '2026-12-10T12:06:00+01:00', { window: null })
    expect(life.place()).toBe('followUp')
    expect(life.item('thankYou/r2-sam').letter).toBe('second-round-thank-you')
  })

  test('CLO-3 with an employer who did not come leads to waiting and another appointment', () => {
    const life = createLife().ok('interview.missed', '2026-11-25T15:00:00+01:00')
    expect(life.place()).toBe('waiting.withinTimeframe')
    expect(life.item('rebookInterview/r1')).toMatchObject({ letter: 'missed-interview' })
    expect(life.open()).not.toContain('thankYou/r1-sam')
    const again = {
      ...input.round,
      startsAt: '2026-11-30T10:00:00+01:00',
      endsAt: '2026-11-30T11:00:00+01:00',
    }
    life.ok('nextRound.scheduled', '2026-11-26T09:00:00+01:00', { round: again })
    expect(life.place()).toBe('nextRound.scheduled')
  })

  test('CLO-3 writes again of the interview that did not take place, never of a conversation', () => {
    const life = createLife().ok('interview.missed', '2026-11-25T15:00:00+01:00')
    expect(life.item('checkIn/r1-1').letter).toBe('missed-interview')
    life.passTo('2026-12-02T12:00:00Z').ok('checkIn.sent', '2026-12-02T12:00:00Z')
    expect(life.item('checkIn/r1-2').letter).toBe('missed-interview')
  })

  test('CLO-4 gives way an hour after a later interview when nothing is recorded', () => {
    const life = createLife()
      .ok('interview.ended', END)
      .ok('nextRound.scheduled', '2026-11-26T10:00:00Z', { round: secondRound })
      .ok('interview.ended', '2026-12-10T12:05:00+01:00')
      .passTo('2026-12-10T12:05:00Z')
    expect(life.place()).toBe('followUp')
  })
})

describe('following up', () => {
  test('FUP-1 thanks each interviewer within 24 hours', () => {
    const life = createLife().ok('interview.ended', '2026-11-25T15:40:00+01:00')
    expect(life.item('thankYou/r1-sam')).toMatchObject({
      due: { kind: 'instant', at: '2026-11-26T14:40:00Z' },
      policy: { key: 'thankYou.dueWithin', value: 24 },
      facts: { personName: 'Sam Rivera', lateUntil: '2026-11-27T14:40:00Z' },
    })
    expect(life.item('thankYou/r1-jo').letter).toBe('thank-you')
  })

  test('FUP-1 thanks within two hours when they decide the same day', () => {
    const life = createLife()
      .ok('interview.ended', END)
      .ok('timeframe.given', '2026-11-25T15:31:00+01:00', {
        window: { earliest: '2026-11-25', latest: '2026-11-25' },
      })
    expect(life.item('thankYou/r1-sam')).toMatchObject({
      due: { at: '2026-11-25T16:30:00Z' },
      basis: 'derived',
      policy: { key: 'thankYou.fastTrack' },
    })
  })

  test('FUP-2 writes to the coordinator where addresses are missing', () => {
    const interviewers = [{ id: 'sam', name: 'Sam Rivera' }]
    const round = {
      ...input.round,
      interviewers,
      coordinator: { name: 'Kit', email: 'kit@acme.example' },
    }
    const life = createLife({}, { ...input, round }).ok('interview.ended', END)
    expect(life.item('thankYou/r1-coordinator')).toMatchObject({
      letter: 'thank-you-coordinator',
      facts: { personName: 'Kit' },
    })
    expect(life.open()).not.toContain('thankYou/r1-sam')
    life.ok('thankYou.sent', '2026-11-25T18:00:00+01:00', { interviewerId: 'coordinator' })
    expect(life.place()).toBe('waiting.withinTimeframe')
  })

  test('FUP-3 ends when everybody is thanked or skipped', () => {
    const life = createLife()
      .ok('interview.ended', END)
      .ok('thankYou.sent', '2026-11-25T18:00:00+01:00', { interviewerId: 'sam' })
    expect(life.place()).toBe('followUp')
    life.ok('thankYou.skipped', '2026-11-25T18:01:00+01:00', { interviewerId: 'jo' })
    expect(life.place()).toBe('waiting.withinTimeframe')
    expect([life.item('r1-sam').status, life.item('r1-jo').status]).toEqual(['done', 'skipped'])
  })

  test('FUP-3 ends after 48 hours whatever was sent', () => {
    const life = createLife().ok('interview.ended', END).passTo('2026-11-27T14:29:59Z')
    expect(life.place()).toBe('followUp')
    life.passTo('2026-11-27T14:30:00Z')
    expect(life.place()).toBe('waiting.withinTimeframe')
    expect(life.item('thankYou/r1-sam').status).toBe('skipped')
  })

  test('FUP-4 counts a note that is sent after the next round was scheduled for the round that was held', () => {
    const life = createLife()
      .ok('interview.ended', END)
      .ok('nextRound.scheduled', '2026-11-25T17:00:00+01:00', { round: secondRound })
    expect(life.open()).toContain('thankYou/r1-sam')
    life.ok('thankYou.sent', '2026-11-25T18:00:00+01:00', { interviewerId: 'sam' })
    expect(life.item('thankYou/r1-sam').status).toBe('done')
    life.ok('interview.ended', '2026-12-10T12:05:00+01:00')
    expect(life.open()).toContain('thankYou/r2-sam')
  })
})
