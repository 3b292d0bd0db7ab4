import { describe, expect, test } from 'vitest'
import { createLife, createWaiting, input, nextWeek } from './life.ts'

const wall = (local: string) => ({ kind: 'wall', local, zone: 'Europe/Amsterdam' })

/** Saint Nicholas is no public holiday; this calendar makes it one, to be seen in the counting. */
const holidays = {
  region: 'NL',
  range: ['2026', '2027'] as const,
  isHoliday: (date: string) => (date === '2026-12-07' ? 'a day off' : false) as string | false,
}

describe('the check-in', () => {
  test('WAI-1 is due five business days after the last day of the stated window', () => {
    const life = createWaiting({}, nextWeek)
    expect(life.item('checkIn/r1-1')).toMatchObject({
      due: wall('2026-12-11T09:00'),
      window: { from: wall('2026-12-11T08:30'), until: wall('2026-12-11T17:00') },
      basis: 'derived',
      letter: 'check-in',
      policy: { key: 'checkIn.afterStated', value: 5 },
    })
    life.passTo('2026-12-11T07:59:59Z')
    expect(life.place()).toBe('waiting.withinTimeframe')
    life.passTo('2026-12-11T08:00:00Z')
    expect(life.place()).toBe('waiting.checkInDue')
  })

  test('WAI-2 without a date is due five business days after the interview', () => {
    expect(createWaiting().item('checkIn/r1-1')).toMatchObject({
      due: wall('2026-12-02T09:00'),
      basis: 'assumed',
      policy: { key: 'checkIn.noDateGiven' },
    })
  })

  test('WAI-2 without a date waits ten business days in a holiday season', () => {
    const life = createLife().ok('interview.ended', '2026-12-18T15:00:00+01:00')
    expect(life.item('checkIn/r1-1')).toMatchObject({
      due: wall('2027-01-01T09:00'),
      policy: { key: 'checkIn.noDateGivenInSeason', value: 10 },
    })
  })

  test('WAI-3 counts the business days of the employer', () => {
    expect(createWaiting({ holidays }, nextWeek).item('checkIn/r1-1').due).toEqual(
      wall('2026-12-14T09:00'),
    )
    const byCountry = createWaiting(
      { holidays: (country) => (country === 'NL' ? holidays : undefined) },
      nextWeek,
    )
    expect(byCountry.item('checkIn/r1-1').due).toEqual(wall('2026-12-14T09:00'))
  })

  test('WAI-4 comes twice at most, the second ten business days after the stated date', () => {
    const life = createWaiting({}, nextWeek)
      .passTo('2026-12-11T08:00:00Z')
      .ok('checkIn.sent', '2026-12-11T08:10:00Z')
    expect(life.place()).toBe('waiting.checkedIn')
    expect(life.item('checkIn/r1-2')).toMatchObject({
      due: wall('2026-12-18T09:00'),
      letter: 'second-check-in',
    })
    life.passTo('2026-12-18T08:00:00Z')
    expect(life.place()).toBe('waiting.checkInDue')
    life.ok('checkIn.sent', '2026-12-18T09:00:00Z')
    expect(life.open().filter((id) => id.startsWith('checkIn'))).toEqual([])
    expect(life.item('checkIn/r1-1').status).toBe('done')
    expect(life.item('checkIn/r1-2').status).toBe('done')
  })

  test('WAI-4 keeps five business days between a late first and the second', () => {
    const life = createWaiting({}, nextWeek)
      .passTo('2026-12-17T00:00:00Z')
      .ok('checkIn.sent', '2026-12-17T09:00:00Z')
    expect(life.item('checkIn/r1-2').due).toEqual(wall('2026-12-24T09:00'))
  })

  test('WAI-11 is not proposed to somebody who was asked not to follow up', () => {
    const life = createLife()
      .ok('timeframe.given', '2026-11-25T15:29:00+01:00', { window: nextWeek, mayFollowUp: false })
      .ok('interview.ended', '2026-11-25T15:30:00+01:00')
      .passTo('2026-12-12T00:00:00Z')
    expect(life.open().filter((id) => id.startsWith('checkIn'))).toEqual([])
    expect(life.place()).toBe('waiting.quiet')
  })

  test('WAI-12 is due on the date that the person moved it to', () => {
    const life = createWaiting({}, nextWeek).ok('agenda.snoozed', '2026-12-01T09:00:00Z', {
      itemId: 'acme-1/checkIn/r1-1',
      until: { local: '2026-12-15T10:00', zone: 'Europe/Amsterdam' },
    })
    life.passTo('2026-12-14T23:00:00Z')
    expect(life.place()).toBe('waiting.withinTimeframe')
    life.passTo('2026-12-15T09:00:00Z')
    expect(life.place()).toBe('waiting.checkInDue')
  })
})

describe('silence', () => {
  test('WAI-5 is a signal after fourteen days without contact, once the check-in date has passed', () => {
    const life = createWaiting().passTo('2026-12-09T14:29:59Z')
    expect(life.place()).toBe('waiting.checkInDue')
    life.passTo('2026-12-09T14:30:00Z')
    expect(life.place()).toBe('waiting.quiet')
  })

  test("WAI-5 counts from the candidate's own check-in", () => {
    const life = createWaiting()
      .passTo('2026-12-02T08:00:00Z')
      .ok('checkIn.sent', '2026-12-02T09:00:00Z')
    life.ok('checkIn.sent', '2026-12-09T09:00:00Z').passTo('2026-12-23T08:59:59Z')
    expect(life.place()).toBe('waiting.checkedIn')
    life.passTo('2026-12-23T09:00:00Z')
    expect(life.place()).toBe('waiting.quiet')
  })

  test('WAI-6 is presumed to be a no thirty days after the stated date', () => {
    const life = createWaiting({}, nextWeek).passTo('2027-01-03T07:59:59Z')
    expect(life.place()).toBe('waiting.quiet')
    life.passTo('2027-01-03T08:00:00Z')
    expect(life.place()).toBe('waiting.presumedNo')
    expect(life.item('confirmSilence/r1').policy?.key).toBe('silence.presumeNo')
  })

  test('WAI-6 gives a late check-in fourteen days to be answered', () => {
    const life = createWaiting({}, nextWeek)
      .passTo('2027-01-02T00:00:00Z')
      .ok('checkIn.sent', '2027-01-02T09:00:00Z')
      .passTo('2027-01-15T23:00:00Z')
    expect(life.place()).not.toBe('waiting.presumedNo')
    expect(life.passTo('2027-01-16T09:00:00Z').place()).toBe('waiting.presumedNo')
  })

  test('WAI-7 closes when the person confirms it, and a reply opens it again', () => {
    const life = createWaiting().passTo('2027-01-10T00:00:00Z')
    expect(life.place()).toBe('waiting.presumedNo')
    life.ok('silence.confirmed', '2027-01-10T10:00:00Z')
    expect(life.place()).toBe('closed.presumedNo')
    expect(life.item('confirmSilence/r1').status).toBe('done')
    expect(life.open()).toEqual(['moveOn/r1'])
    life.ok('employer.replied', '2027-01-20T10:00:00Z', { kind: 'other' })
    expect(life.place()).toBe('waiting.withinTimeframe')
    expect(life.item('moveOn/r1').status).toBe('cancelled')
  })

  test('WAI-7 is opened again by a holding reply with its window', () => {
    const life = createWaiting()
      .passTo('2027-01-10T00:00:00Z')
      .ok('silence.confirmed', '2027-01-10T10:00:00Z')
      .ok('employer.replied', '2027-01-20T10:00:00Z', {
        kind: 'holding',
        window: { earliest: '2027-01-20', latest: '2027-01-29' },
      })
    expect(life.item('decisionExpected/r1').due).toMatchObject({ date: '2027-01-29' })
    expect(life.open()).toContain('answerHolding/r1-1')
  })

  test('WAI-7 is reversed by a reply before it is confirmed', () => {
    const life = createWaiting().passTo('2027-01-10T00:00:00Z')
    life.ok('employer.replied', '2027-01-10T10:00:00Z', { kind: 'holding' })
    expect(life.place()).toBe('waiting.withinTimeframe')
  })
})

describe('a word from the employer', () => {
  test('WAI-8 with a window moves the check-in', () => {
    const life = createWaiting({}, nextWeek).passTo('2026-12-11T08:00:00Z')
    life.ok('employer.replied', '2026-12-11T12:00:00Z', {
      kind: 'holding',
      window: { earliest: '2026-12-11', latest: '2026-12-18' },
    })
    expect(life.place()).toBe('waiting.withinTimeframe')
    expect(life.item('checkIn/r1-1')).toMatchObject({ due: wall('2026-12-25T09:00'), revision: 1 })
    expect(life.item('answerHolding/r1-1').letter).toBe('holding-reply')
  })

  test('WAI-8 without a window keeps a promise that still runs', () => {
    const life = createWaiting({}, nextWeek).ok('employer.replied', '2026-12-01T12:00:00Z', {
      kind: 'other',
    })
    expect(life.item('checkIn/r1-1').due).toEqual(wall('2026-12-11T09:00'))
  })

  test('WAI-8 without a window keeps a promise until its last day is over at the employer', () => {
    const inLosAngeles = { ...input, company: { name: 'Acme', zone: 'America/Los_Angeles' } }
    const life = createLife({}, inLosAngeles)
      .ok('timeframe.given', '2026-11-25T15:29:00+01:00', { window: nextWeek })
      .ok('interview.ended', '2026-11-25T15:30:00+01:00')
      .ok('employer.replied', '2026-12-04T17:30:00-08:00', { kind: 'other' })
    expect(life.open()).toContain('decisionExpected/r1')
    life.ok('employer.replied', '2026-12-05T09:00:00-08:00', { kind: 'other' })
    expect(life.open()).not.toContain('decisionExpected/r1')
  })

  test('WAI-8 is thanked for until the next check-in is due', () => {
    const life = createWaiting().ok('employer.replied', '2026-12-01T12:00:00Z', {
      kind: 'holding',
    })
    life.passTo('2026-12-08T07:59:59Z')
    expect(life.open()).toContain('answerHolding/r1-1')
    life.passTo('2026-12-08T08:00:00Z')
    expect(life.item('answerHolding/r1-1').status).toBe('skipped')
  })

  test('AGE-5 gives up a date set by hand for the check-in when they name a later one', () => {
    const until = '2026-12-04'
    const life = createWaiting().ok('agenda.pinned', '2026-11-27T09:00:00Z', {
      itemId: 'acme-1/checkIn/r1-1',
      until,
    })
    expect(life.item('checkIn/r1-1').due).toMatchObject({ date: until })
    life.ok('employer.replied', '2026-12-01T12:00:00Z', {
      kind: 'holding',
      window: { earliest: '2026-12-01', latest: '2026-12-11' },
    })
    expect(life.item('checkIn/r1-1').due).toEqual(wall('2026-12-18T09:00'))
    life.ok('agenda.pinned', '2026-12-02T09:00:00Z', { itemId: 'acme-1/checkIn/r1-1', until })
    expect(life.item('checkIn/r1-1').due).toMatchObject({ date: until })
  })

  test('WAI-11 asks nobody whether a hold still stands who should not be asked', () => {
    const life = createLife()
      .ok('timeframe.given', '2026-11-25T15:29:00+01:00', { window: nextWeek, mayFollowUp: false })
      .ok('interview.ended', '2026-11-25T15:30:00+01:00')
      .ok('employer.held', '2026-12-01T12:00:00Z')
    expect(life.open()).not.toContain('checkIn/r1-1')
  })

  test('WAI-11 does not take back that nobody should ask', () => {
    const given = { window: nextWeek, mayFollowUp: false }
    const words: readonly (readonly [string, object])[] = [
      ['employer.replied', { kind: 'other' }],
      ['employer.replied', { kind: 'holding', window: { earliest: '2026-12-14', latest: null } }],
      ['timeframe.revised', { window: null }],
      ['employer.resumed', {}],
    ]
    for (const [type, fields] of words) {
      const life = createLife()
        .ok('timeframe.given', '2026-11-25T15:29:00+01:00', given)
        .ok('interview.ended', '2026-11-25T15:30:00+01:00')
        .passTo('2026-12-07T00:00:00Z')
      if (type === 'employer.resumed') life.ok('employer.held', '2026-12-07T12:00:00Z')
      life.ok(type, '2026-12-08T12:00:00Z', fields).passTo('2026-12-31T00:00:00Z')
      expect(
        life.open().filter((id) => id.startsWith('checkIn')),
        type,
      ).toEqual([])
    }
  })

  test('WAI-8 without a window restarts the count when no promise runs', () => {
    const life = createWaiting().ok('employer.replied', '2026-12-01T12:00:00Z', {
      kind: 'infoRequest',
    })
    expect(life.item('checkIn/r1-1').due).toEqual(wall('2026-12-08T09:00'))
    expect(life.open()).toContain('sendInformation/r1-1')
  })

  test('WAI-9 that puts the process on hold stops check-ins and asks after thirty days', () => {
    const life = createWaiting({}, nextWeek).ok('employer.held', '2026-12-01T12:00:00Z')
    expect(life.place()).toBe('waiting.onHold')
    expect(life.item('decisionExpected/r1').status).toBe('cancelled')
    expect(life.item('checkIn/r1-1')).toMatchObject({
      due: wall('2026-12-31T09:00'),
      policy: { key: 'hold.reviewAfter' },
    })
    life.passTo('2027-02-01T00:00:00Z')
    expect(life.place()).toBe('waiting.onHold')
    life.ok('employer.resumed', '2027-02-01T12:00:00Z')
    expect(life.place()).toBe('waiting.withinTimeframe')
    expect(life.item('checkIn/r1-1').due).toEqual(wall('2027-02-08T09:00'))
  })

  test('WAI-9 asks again thirty days after it was asked, and twice at most', () => {
    const life = createWaiting({}, nextWeek)
      .ok('employer.held', '2026-12-01T12:00:00Z')
      .passTo('2026-12-31T08:00:00Z')
      .ok('checkIn.sent', '2026-12-31T10:00:00Z')
    expect(life.place()).toBe('waiting.onHold')
    expect(life.item('checkIn/r1-2').due).toEqual(wall('2027-02-01T09:00'))
    life.passTo('2027-02-01T08:00:00Z').ok('checkIn.sent', '2027-02-01T10:00:00Z')
    expect(life.open().filter((id) => id.startsWith('checkIn'))).toEqual([])
  })

  test('WAI-10 a pause stops everything until the candidate resumes', () => {
    const life = createWaiting({}, nextWeek)
      .ok('application.paused', '2026-12-01T12:00:00Z', { until: '2026-12-20' })
      .passTo('2026-12-21T00:00:00Z')
    expect(life.place()).toBe('waiting.paused')
    expect(life.open()).toEqual(['decisionExpected/r1', 'resumeApplication/r1'])
    life.ok('application.resumed', '2026-12-21T09:00:00Z')
    expect(life.place()).toBe('waiting.quiet')
    expect(life.item('resumeApplication/r1').status).toBe('done')
    expect(life.open()).toContain('checkIn/r1-1')
  })
})
