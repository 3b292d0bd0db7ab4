import { describe, expect, test } from 'vitest'
import { createLife, createWaiting, hoursAfter, input, nextWeek } from './life.ts'

const AT = '2026-11-25T15:31:00+01:00'

describe('an event', () => {
  test('EVT-1 that is accepted gives a new snapshot and leaves the old one as it was', () => {
    const life = createLife()
    const before = life.snapshot
    const copy = structuredClone(before)
    const outcome = life.tell('timeframe.asked', '2026-11-25T15:29:00+01:00')
    expect(outcome.accepted).toBe(true)
    expect(life.snapshot.revision).toBe(before.revision + 1)
    expect(before).toEqual(copy)
  })

  test('EVT-2 that the state does not accept is refused with those that are possible', () => {
    const outcome = createLife().tell('offer.accepted', AT)
    expect(outcome).toMatchObject({
      accepted: false,
      reason: { code: 'event-not-possible', value: 'offer.accepted' },
    })
    expect(outcome).toHaveProperty(
      'possible',
      expect.arrayContaining(['interview.ended', 'offer.extended']),
    )
  })

  test('EVT-3 of an unknown type is refused with the nearest name', () => {
    const outcome = createLife().tell('offer.acepted', AT)
    expect(outcome).toMatchObject({
      reason: { code: 'event-unknown', fix: 'write "offer.accepted"' },
    })
    expect(createLife().tell('completely.different', AT)).toMatchObject({
      reason: { code: 'event-unknown', fix: expect.stringContaining('use one of interview.ended') },
    })
  })

  test('EVT-4 of the machine itself is refused at the door', () => {
    for (const type of [
      'xstate.init',
      'xstate.after.quiet.lifecycle.waiting.withinTimeframe',
      'xstate.done',
    ]) {
      expect(createWaiting().tell(type, AT)).toMatchObject({ reason: { code: 'event-reserved' } })
    }
  })

  test.each([
    ['a number', 5, 'type'],
    ['nothing', undefined, 'type'],
    ['no instant', { type: 'interview.ended' }, 'at'],
    ['an instant without offset', { type: 'interview.ended', at: '2026-11-25T15:31:00' }, 'at'],
    ['an impossible instant', { type: 'interview.ended', at: '2026-02-30T15:31:00Z' }, 'at'],
    ['a missing window', { type: 'timeframe.given', at: AT }, 'window'],
    [
      'half a window',
      { type: 'timeframe.given', at: AT, window: { earliest: '2026-12-01' } },
      'window.latest',
    ],
    [
      'a window that runs backwards',
      { type: 'timeframe.given', at: AT, window: { earliest: '2026-12-04', latest: '2026-12-01' } },
      'window.latest',
    ],
    ['an unknown kind', { type: 'employer.replied', at: AT, kind: 'maybe' }, 'kind'],
    [
      'an unknown zone',
      {
        type: 'offer.extended',
        at: AT,
        medium: 'email',
        respondBy: { local: '2026-12-01T12:00', zone: 'Mars/Olympus' },
      },
      'respondBy.zone',
    ],
    [
      'a misspelt field',
      { type: 'offer.extended', at: AT, medium: 'email', respondby: '2026-12-01' },
      'respondby',
    ],
  ])('EVT-5 with %s is refused, naming the field and a fix', (_, event, field) => {
    const { lifecycle, snapshot } = createLife()
    const outcome = lifecycle.advance(snapshot, event)
    expect(outcome).toMatchObject({ accepted: false, reason: { code: 'event-malformed', field } })
    expect(outcome).toHaveProperty('reason.fix', expect.stringMatching(/\w/))
  })

  test('EVT-5 keeps fields of the host app that resemble no known one', () => {
    expect(createLife().tell('interview.ended', AT, { 'x-source': 'mail' }).accepted).toBe(true)
  })

  test('EVT-6 from before the last recorded event is refused', () => {
    const life = createLife().ok('interview.ended', AT)
    expect(
      life.tell('timeframe.given', '2026-11-25T15:30:00+01:00', { window: nextWeek }),
    ).toMatchObject({
      reason: { code: 'event-out-of-order', field: 'at' },
    })
    expect(life.tell('timeframe.given', AT, { window: nextWeek }).accepted).toBe(true)
  })

  test('EVT-6 may be recorded late, after timers have fired', () => {
    const life = createWaiting({}, nextWeek).passTo('2026-12-20T00:00:00Z')
    expect(life.place()).toBe('waiting.quiet')
    life.ok('employer.replied', '2026-12-03T10:00:00Z', {
      kind: 'holding',
      window: { earliest: '2026-12-03', latest: '2026-12-18' },
    })
    expect(life.place()).toBe('waiting.withinTimeframe')
  })

  test('EVT-7 with a key that was seen changes nothing, for the last 64 keys', () => {
    const { lifecycle, snapshot } = createLife()
    const event = (minute: number) => ({
      type: 'detail.noted',
      at: hoursAfter('2026-11-25T14:31:00Z', minute / 60),
      interviewerId: 'sam',
      topic: `topic ${minute}`,
    })
    let current = snapshot
    for (let index = 0; index < 65; index += 1) {
      const outcome = lifecycle.advance(current, event(index), `key-${index}`)
      if (outcome.accepted) current = outcome.snapshot
    }
    expect(current.keys).toHaveLength(64)
    const again = lifecycle.advance(current, event(64), 'key-64')
    expect(again).toMatchObject({ accepted: true, unchanged: 'duplicate', effects: [] })
    expect(again).toHaveProperty('snapshot', current)
    expect(current.keys).not.toContain('key-0')
  })

  test('EVT-10 must name an interviewer of the round and an open agenda item', () => {
    const life = createLife().ok('interview.ended', AT)
    expect(life.tell('thankYou.sent', AT, { interviewerId: 'nobody' })).toMatchObject({
      reason: {
        code: 'event-malformed',
        field: 'interviewerId',
        value: 'nobody',
        fix: 'use one of sam, jo',
      },
    })
    expect(
      life.tell('agenda.pinned', AT, { itemId: '__proto__', until: '2026-12-01' }),
    ).toMatchObject({
      reason: { code: 'event-malformed', field: 'itemId' },
    })
    const itemId = 'acme-1/thankYou/r1-sam'
    expect(life.tell('agenda.completed', AT, { itemId })).toMatchObject({
      reason: { field: 'itemId', fix: expect.stringContaining('thankYou.sent') },
    })
  })

  test('EVT-11 beyond the years that a holiday calendar knows is refused, and nothing is lost', () => {
    const holidays = {
      region: 'NL',
      range: ['2026', '2027'] as const,
      isHoliday: (date: string): false => {
        if (date > '2027-12-31') throw new Error('asked outside')
        return false
      },
    }
    const life = createWaiting({ holidays })
    const before = life.snapshot
    const outcome = life.tell('employer.replied', '2027-12-30T10:00:00Z', { kind: 'other' })
    expect(outcome).toMatchObject({
      accepted: false,
      reason: { code: 'event-out-of-range', field: 'at' },
    })
    expect(life.snapshot).toBe(before)
  })
})

describe('a start input', () => {
  test.each([
    [{ ...input, applicationId: 'no spaces' }, 'applicationId'],
    [{ ...input, candidate: { ...input.candidate, zone: 'Amsterdam' } }, 'candidate.zone'],
    [{ ...input, company: { ...input.company, zone: 'BST' } }, 'company.zone'],
    [{ ...input, role: '' }, 'role'],
    [{ ...input, round: { ...input.round, endsAt: 'tomorrow' } }, 'round.endsAt'],
    [
      { ...input, round: { ...input.round, interviewers: [{ id: 'a' }] } },
      'round.interviewers[0].name',
    ],
    [null, ''],
  ])('EVT-5 that is malformed is an error that names the field (%#)', (bad, field) => {
    const { lifecycle } = createLife()
    expect(() => lifecycle.start(bad)).toThrow(/start-input-malformed.*Fix:/s)
    expect(() => lifecycle.start(bad)).toThrow(`"${field}"`)
  })
})
