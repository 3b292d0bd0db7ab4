import { describe, expect, test } from 'vitest'
import { createLife, createWaiting } from './life.ts'

const at = (moment: string) => `2026-12-${moment}:00+01:00`

describe('a refusal', () => {
  test('REJ-1 cools off for a day, then is answered within 48 hours', () => {
    const life = createWaiting().ok('application.rejected', at('10T10:00'), { medium: 'email' })
    expect(life.place()).toBe('rejection.coolingOff')
    expect(life.item('replyToRejection/r1')).toMatchObject({
      due: { at: '2026-12-12T09:00:00Z' },
      window: { from: { at: '2026-12-11T09:00:00Z' } },
      letter: 'answer-rejection',
    })
    expect(life.passTo('2026-12-11T09:00:00Z').place()).toBe('rejection.replying')
    life.ok('rejection.answered', at('11T12:00'))
    expect(life.place()).toBe('rejection.feedback')
    expect(life.item('replyToRejection/r1').status).toBe('done')
  })

  test('REJ-1 may follow an offer', () => {
    const life = createWaiting()
      .ok('offer.extended', at('08T10:00'), { medium: 'phone' })
      .ok('application.rejected', at('10T10:00'))
    expect(life.place()).toBe('rejection.coolingOff')
    expect(life.open()).not.toContain('decideOffer/o1')
  })

  test('REJ-2 allows one request for feedback', () => {
    const life = createWaiting().ok('application.rejected', at('10T10:00'))
    expect(life.item('askFeedback/r1').due).toMatchObject({ at: '2026-12-17T09:00:00Z' })
    life.ok('feedback.requested', at('11T10:00'))
    expect(life.item('askFeedback/r1').status).toBe('done')
    expect(life.tell('feedback.requested', at('12T10:00'))).toMatchObject({ accepted: false })
    expect(life.tell('feedback.received', at('13T10:00'), { text: 'more depth' }).accepted).toBe(
      true,
    )
  })

  test('REJ-2 allows none after an automatic refusal, or before any interview was held', () => {
    const machine = createWaiting().ok('application.rejected', at('10T10:00'), { automatic: true })
    expect(machine.tell('feedback.requested', at('11T10:00'))).toMatchObject({ accepted: false })
    expect(machine.open()).not.toContain('askFeedback/r1')
    const early = createLife().ok('application.rejected', '2026-11-25T12:00:00Z')
    expect(early.tell('feedback.requested', at('11T10:00'))).toMatchObject({ accepted: false })
  })

  test('REJ-3 is closed as not selected when the candidate has moved on', () => {
    const life = createWaiting()
      .ok('application.rejected', at('10T10:00'))
      .ok('rejection.answered', at('11T12:00'))
      .ok('candidate.movedOn', at('12T10:00'), { lessons: 'ask earlier' })
    expect(life.place()).toBe('closed.notSelected')
    expect(life.item('moveOn/r1').status).toBe('done')
    expect(life.item('askFeedback/r1').status).toBe('skipped')
  })

  test('REJ-3 is closed as not selected after seven days', () => {
    const life = createWaiting()
      .ok('application.rejected', at('10T10:00'))
      .passTo('2026-12-17T09:00:00Z')
    expect(life.place()).toBe('closed.notSelected')
    expect(life.open()).toEqual(['moveOn/r1'])
  })
})
