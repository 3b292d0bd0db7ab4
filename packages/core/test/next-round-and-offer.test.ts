import { describe, expect, test } from 'vitest'
import { createWaiting, type Life, secondRound } from './life.ts'

const at = (moment: string) => `2026-12-${moment}:00+01:00`

/** An offer by telephone on Friday 11 December 2026, to be answered by Friday 18 at 17:00. */
function createOffered() {
  return createWaiting().ok('offer.extended', at('11T10:00'), {
    medium: 'phone',
    respondBy: { local: '2026-12-18T17:00', zone: 'Europe/Amsterdam' },
    terms: { title: 'Platform Engineer', startDate: '2027-02-01' },
  })
}

describe('the next round', () => {
  test('NXT-1 is to be answered within 24 hours, or by the date that was asked for', () => {
    const life = createWaiting().ok('nextRound.invited', at('01T10:00'))
    expect(life.place()).toBe('nextRound.invited')
    expect(life.item('answerInvitation/r2')).toMatchObject({
      due: { at: '2026-12-02T09:00:00Z' },
      letter: 'accept-next-round',
    })
    const asked = createWaiting().ok('nextRound.invited', at('01T10:00'), {
      respondBy: '2026-12-04',
    })
    expect(asked.item('answerInvitation/r2')).toMatchObject({
      due: { kind: 'day', date: '2026-12-04' },
      basis: 'stated',
    })
  })

  test('NXT-2 puts the interview on the agenda and begins again when it has ended', () => {
    const life = createWaiting()
      .ok('nextRound.invited', at('01T10:00'))
      .ok('nextRound.scheduled', at('01T12:00'), { round: secondRound })
    expect(life.place()).toBe('nextRound.scheduled')
    expect(life.item('answerInvitation/r2').status).toBe('done')
    expect(life.item('interview/r2')).toMatchObject({
      due: { at: '2026-12-10T09:00:00Z' },
      window: { until: { at: '2026-12-10T11:00:00Z' } },
      facts: { medium: 'onsite', people: 'Sam Rivera, Jo de Vries' },
    })
    life.ok('interview.ended', at('10T12:10'))
    expect(life.place()).toBe('closing')
    expect(life.item('interview/r2').status).toBe('done')
  })

  test('NXT-2 may be moved to another time', () => {
    const life = createWaiting().ok('nextRound.scheduled', at('01T12:00'), { round: secondRound })
    const moved = {
      ...secondRound,
      startsAt: '2026-12-14T10:00:00+01:00',
      endsAt: '2026-12-14T12:00:00+01:00',
    }
    life.ok('nextRound.scheduled', at('02T12:00'), { round: moved })
    expect(life.item('interview/r2')).toMatchObject({
      due: { at: '2026-12-14T09:00:00Z' },
      revision: 1,
    })
    expect(
      life.tell('nextRound.scheduled', at('03T12:00'), { round: { ...secondRound, number: 1 } }),
    ).toMatchObject({
      reason: { code: 'event-malformed', field: 'round.number' },
    })
  })

  test('NXT-3 that is declined withdraws the application', () => {
    const life = createWaiting()
      .ok('nextRound.invited', at('01T10:00'))
      .ok('nextRound.declined', at('01T11:00'))
    expect(life.place()).toBe('closed.withdrawn')
    expect(life.open()).toEqual([])
  })
})

describe('an offer', () => {
  test('OFF-1 is acknowledged within a day and decided by the stated deadline', () => {
    const life = createOffered()
    expect(life.place()).toBe('offer.received')
    expect(life.item('acknowledgeOffer/o1')).toMatchObject({ due: { at: '2026-12-12T09:00:00Z' } })
    expect(life.item('decideOffer/o1')).toMatchObject({
      due: { kind: 'wall', local: '2026-12-18T17:00' },
      basis: 'stated',
    })
    expect(life.item('requestExtension/o1').due).toMatchObject({ local: '2026-12-17T17:00' })
  })

  test('OFF-1 without a deadline is decided within three business days, and never lapses', () => {
    const life = createWaiting().ok('offer.extended', at('11T10:00'), { medium: 'email' })
    expect(life.item('decideOffer/o1')).toMatchObject({
      due: { local: '2026-12-16T17:00' },
      basis: 'assumed',
      policy: { key: 'offer.decideWithin' },
    })
    expect(life.open()).not.toContain('requestExtension/o1')
    expect(life.passTo('2027-06-01T00:00:00Z').place()).toBe('offer.received')
  })

  test('OFF-2 reminds 48 and 24 hours before, as far as they lie ahead', () => {
    const dues = (life: Life) =>
      Object.entries(life.snapshot.timers)
        .filter(([id]) => id.includes('Reminder'))
        .map(([, { dueAt }]) => dueAt)
        .toSorted()
    expect(dues(createOffered())).toEqual(['2026-12-16T16:00:00Z', '2026-12-17T16:00:00Z'])
    const late = createWaiting().ok('offer.extended', at('11T10:00'), {
      medium: 'phone',
      respondBy: at('12T16:00'),
    })
    expect(dues(late)).toEqual(['2026-12-11T15:00:00Z'])
  })

  test('OFF-3 lapses at its deadline, and an answer given in time may still be recorded', () => {
    const life = createOffered().passTo('2026-12-18T16:00:00Z')
    expect(life.place()).toBe('closed.lapsed')
    expect(life.tell('offer.accepted', at('18T17:30'))).toMatchObject({ accepted: false })
    life.ok('offer.accepted', at('18T16:30'))
    expect(life.place()).toBe('offer.accepted')
    expect(life.item('decideOffer/o1').status).toBe('cancelled')
  })

  test('OFF-3 with a whole day as its deadline lasts until that day is over', () => {
    const life = createWaiting().ok('offer.extended', at('11T10:00'), {
      medium: 'email',
      respondBy: '2026-12-18',
    })
    expect(life.passTo('2026-12-18T22:59:59Z').place()).toBe('offer.received')
    expect(life.passTo('2026-12-18T23:00:00Z').place()).toBe('closed.lapsed')
  })

  test('OFF-4 moves with the extension that was granted', () => {
    const life = createOffered()
      .ok('offer.acknowledged', at('11T12:00'))
      .ok('offer.extensionRequested', at('14T10:00'))
    expect(life.place()).toBe('offer.extensionRequested')
    expect(life.open()).toContain('offerAnswerExpected/o1')
    life.ok('offer.extensionGranted', at('14T15:00'), { until: at('22T17:00') })
    expect(life.place()).toBe('offer.considering')
    expect(life.item('decideOffer/o1')).toMatchObject({
      due: { at: '2026-12-22T16:00:00Z' },
      revision: 1,
    })
    expect(life.passTo('2026-12-21T00:00:00Z').place()).toBe('offer.considering')
    expect(life.passTo('2026-12-22T16:00:00Z').place()).toBe('closed.lapsed')
  })

  test('OFF-4 stays as it was when more time is refused', () => {
    const life = createOffered()
      .ok('offer.extensionRequested', at('14T10:00'))
      .ok('offer.extensionRefused', at('14T15:00'))
    expect(life.place()).toBe('offer.considering')
    expect(life.item('decideOffer/o1')).toMatchObject({
      due: { local: '2026-12-18T17:00' },
      revision: 0,
    })
  })

  test('OFF-4 waits for their answer no longer than the offer stands', () => {
    const life = createOffered().ok('offer.extensionRequested', at('14T10:00'))
    expect(life.item('offerAnswerExpected/o1').due).toMatchObject({ local: '2026-12-17T17:00' })
    const late = createOffered().ok('offer.extensionRequested', at('17T10:00'))
    expect(late.item('offerAnswerExpected/o1').due).toMatchObject({ local: '2026-12-18T17:00' })
  })

  test('OFF-4 that is negotiated keeps its deadline, and a revision may name another', () => {
    const life = createOffered().ok('offer.countered', at('14T10:00'))
    expect(life.place()).toBe('offer.negotiating')
    life.ok('offer.revised', at('15T10:00'), { terms: { salary: '€ 78,000' } })
    expect(life.place()).toBe('offer.considering')
    expect(life.item('decideOffer/o1').due).toMatchObject({ local: '2026-12-18T17:00' })
    life.ok('offer.revised', at('16T10:00'), { respondBy: at('21T12:00') })
    expect(life.passTo('2026-12-21T11:00:00Z').place()).toBe('closed.lapsed')
  })

  test('OFF-5 that is accepted leaves things to do, until the job begins', () => {
    const life = createOffered().ok('offer.accepted', at('16T10:00'))
    expect(life.place()).toBe('offer.accepted')
    expect(life.item('decideOffer/o1').status).toBe('done')
    expect(life.open().toSorted()).toEqual([
      'confirmAcceptance/o1',
      'thankReferences/o1',
      'withdrawElsewhere/o1',
    ])
    expect(life.item('withdrawElsewhere/o1').letter).toBeUndefined()
    life.ok('agenda.completed', at('16T11:00'), { itemId: 'acme-1/withdrawElsewhere/o1' })
    expect(life.item('withdrawElsewhere/o1').status).toBe('done')
    expect(life.passTo('2027-01-31T22:59:59Z').place()).toBe('offer.accepted')
    expect(life.passTo('2027-01-31T23:00:00Z').place()).toBe('closed.hired')
  })

  test.each([
    ['offer.rescinded', 'closed.rescinded'],
    ['offer.reneged', 'closed.reneged'],
    ['employment.started', 'closed.hired'],
  ])('OFF-5 after acceptance %s leads to %s', (type, place) => {
    expect(
      createOffered().ok('offer.accepted', at('16T10:00')).ok(type, at('20T10:00')).place(),
    ).toBe(place)
  })

  test('OFF-6 keeps its deadline while another interview is arranged', () => {
    const life = createOffered()
      .ok('nextRound.scheduled', at('12T10:00'), {
        round: { ...secondRound, startsAt: at('14T10:00'), endsAt: at('14T11:00') },
      })
      .ok('interview.ended', at('14T11:00'))
    expect(life.place()).toBe('offer.received')
    expect(life.open()).toContain('thankYou/r2-sam')
    expect(life.passTo('2026-12-18T16:00:00Z').place()).toBe('closed.lapsed')
  })

  test('OFF-7 that is rescinded is answered', () => {
    const life = createOffered().ok('offer.rescinded', at('14T10:00'), { reason: 'budget' })
    expect(life.item('answerRescission/o1').letter).toBe('answer-rescinded-offer')
    life.ok('agenda.completed', at('15T10:00'), { itemId: 'acme-1/answerRescission/o1' })
    expect(life.open()).toEqual(['moveOn/r1'])
  })
})
