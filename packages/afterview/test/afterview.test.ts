import { describe, expect, test } from 'vitest'
import { createSubscriptionToken } from '@afterview/calendar'
import { type AfterviewChange, createAfterview } from 'afterview'
import { createHandClock, createSearch, input } from './search.ts'

describe('beginning', () => {
  test('makes an id and takes zone and locale from the options', async () => {
    const afterview = await createAfterview({
      zone: 'Europe/Paris',
      locale: 'fr',
      createId: () => 'first',
    })
    const { applicationId: _, ...unnamed } = input
    const begun = await afterview.begin({ ...unnamed, candidate: { name: 'Camille Perrin' } })
    expect(begun).toMatchObject({ applicationId: 'first', created: true })
    expect(begun.snapshot.machine.context).toMatchObject({
      candidate: { name: 'Camille Perrin', zone: 'Europe/Paris', locale: 'fr' },
    })
    await afterview.dispose()
  })

  test('twice with the same input is begun once', async () => {
    const { afterview } = await createSearch()
    expect(await afterview.begin(input)).toMatchObject({ created: false })
    await expect(afterview.begin({ ...input, role: 'Something else' })).rejects.toThrow(
      'application-exists',
    )
  })

  test('without a zone names the field', async () => {
    const afterview = await createAfterview()
    await expect(afterview.begin({ ...input, candidate: { name: 'Alex' } })).rejects.toThrow(
      '"candidate.zone" is missing',
    )
  })
})

describe('recording', () => {
  test('reads the words of an employer in its zone and calendar, and keeps them', async () => {
    const { afterview } = await createSearch()
    const recorded = await afterview.record('fernhill', {
      type: 'timeframe.given',
      phrase: 'You should hear from us by the end of next week.',
    })
    expect(recorded).toMatchObject({
      accepted: true,
      timeframe: { earliest: '2026-11-25', latest: '2026-12-04' },
    })
    const item = (await afterview.agenda()).find(({ kind }) => kind === 'decisionExpected')
    expect(item).toMatchObject({
      due: { kind: 'day', date: '2026-12-04', zone: 'Europe/Amsterdam' },
      facts: { phrase: 'You should hear from us by the end of next week.' },
    })
  })

  test('takes the reading that is meant', async () => {
    const { afterview } = await createSearch()
    const first = await afterview.record('fernhill', {
      type: 'timeframe.given',
      phrase: 'next Friday',
    })
    const readings = first.timeframe?.readings ?? []
    expect(readings.length).toBeGreaterThan(1)
    const second = await afterview.record(
      'fernhill',
      { type: 'timeframe.revised', phrase: 'next Friday' },
      { reading: 2 },
    )
    expect(second.accepted && second.snapshot.machine.context).toMatchObject({
      wait: {
        timeframe: { window: { earliest: readings[1]?.earliest, latest: readings[1]?.latest } },
      },
    })
    await expect(
      afterview.record(
        'fernhill',
        { type: 'timeframe.revised', phrase: 'next Friday' },
        { reading: 9 },
      ),
    ).rejects.toThrow(/reading-unknown.*Fix: use one of 1:/s)
  })

  test('invents no date where the words hold none', async () => {
    const { afterview } = await createSearch()
    const recorded = await afterview.record('fernhill', {
      type: 'timeframe.given',
      phrase: 'We are still discussing it internally.',
    })
    expect(recorded).toMatchObject({ accepted: true, timeframe: null })
    expect((await afterview.agenda()).map(({ kind }) => kind)).not.toContain('decisionExpected')
  })

  test('answers a refusal with the reason and what is possible, and changes nothing', async () => {
    const { afterview } = await createSearch()
    const before = await afterview.read('fernhill')
    const refused = await afterview.record('fernhill', { type: 'offer.accepted' })
    expect(refused).toMatchObject({ accepted: false, reason: { code: 'event-not-possible' } })
    expect(refused).toHaveProperty('possible', await afterview.possible('fernhill'))
    expect(await afterview.read('fernhill')).toEqual(before)
  })

  test('of an unknown application is an error that names it', async () => {
    const { afterview } = await createSearch()
    await expect(afterview.record('nowhere', { type: 'interview.ended' })).rejects.toThrow(
      /application-unknown.*"nowhere"/s,
    )
  })

  test('once under one key', async () => {
    const { afterview } = await createSearch()
    const event = { type: 'interview.ended', at: '2026-11-25T15:30:00+01:00' }
    await afterview.record('fernhill', event, { key: 'mail-1' })
    const again = await afterview.record('fernhill', event, { key: 'mail-1' })
    expect(again).toMatchObject({ accepted: true, unchanged: 'duplicate' })
  })
})

describe('the agenda', () => {
  test('goes over all applications, the most pressing first', async () => {
    const { afterview } = await createSearch()
    await afterview.begin({
      ...input,
      applicationId: 'second',
      round: {
        ...input.round,
        startsAt: '2026-11-24T10:00:00+01:00',
        endsAt: '2026-11-24T11:00:00+01:00',
      },
    })
    await afterview.record('second', { type: 'interview.ended', at: '2026-11-24T11:00:00+01:00' })
    const items = await afterview.agenda({ now: '2026-11-25T14:00:00Z' })
    expect(items[0]).toMatchObject({ id: 'second/thankYou/r1-priya', status: 'overdue' })
    expect(new Set(items.map(({ applicationId }) => applicationId))).toEqual(
      new Set(['fernhill', 'second']),
    )
    const soon = await afterview.agenda({ until: '2026-11-25T12:00:00Z' })
    expect(soon.every(({ applicationId }) => applicationId === 'second')).toBe(true)
  })

  test('explains its dates', async () => {
    const { afterview } = await createSearch()
    await afterview.record('fernhill', { type: 'interview.ended', at: '2026-11-25T15:30:00+01:00' })
    const { text } = await afterview.explain('fernhill/thankYou/r1-sam')
    expect(text).toContain('24 hours after the interview ended')
    await expect(afterview.explain('fernhill/nothing')).rejects.toThrow('item-unknown')
    await expect(afterview.explain('nothing')).rejects.toThrow('application-unknown')
  })
})

describe('listening', () => {
  test('hears each change with what it did to the agenda, until it is disposed', async () => {
    const { afterview, clock } = await createSearch()
    const heard: AfterviewChange[] = []
    const listening = afterview.onDidChange((change) => heard.push(change))
    await afterview.record('fernhill', { type: 'interview.ended', at: '2026-11-25T15:30:00+01:00' })
    clock.stand = '2026-11-27T14:30:00Z'
    await afterview.engine.catchUp()
    listening.dispose()
    await afterview.record('fernhill', { type: 'application.withdrawn' })
    expect(heard.map(({ type }) => type)).toEqual(['recorded', 'woke'])
    expect(heard[0]).toMatchObject({
      agenda: {
        closed: expect.arrayContaining([
          expect.objectContaining({ kind: 'interview', state: 'done' }),
        ]),
      },
    })
    expect(heard[1]).toMatchObject({
      agenda: { closed: [{ kind: 'thankYou' }, { kind: 'thankYou' }] },
    })
  })
})

describe('the calendar', () => {
  test('holds the agenda of one application or of all', async () => {
    const { afterview } = await createSearch()
    const text = await afterview.calendar({ applicationId: 'fernhill' })
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\n/)
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(2)
    expect(await afterview.calendar()).toBe(text)
    expect(text).not.toContain('maya@mail.example')
  })
})

describe('the feed', () => {
  test('answers a subscription that the host knows, once per change', async () => {
    const { token, digest } = createSubscriptionToken(new Uint8Array(32).fill(7))
    const find = (asked: string) =>
      asked === digest ? { digest, options: { hide: ['company'] as const } } : undefined
    const { afterview } = await createSearch({ feed: { find } })
    const url = `https://jobs.example/calendar/${token}.ics`
    const first = await afterview.feed(new Request(url))
    expect(first.status).toBe(200)
    expect(await first.text()).not.toContain('Fernhill')
    const headers = { 'if-none-match': first.headers.get('etag') ?? '' }
    expect((await afterview.feed(new Request(url, { headers }))).status).toBe(304)
    await afterview.record('fernhill', { type: 'interview.ended', at: '2026-11-25T15:30:00+01:00' })
    expect((await afterview.feed(new Request(url, { headers }))).status).toBe(200)
    expect((await afterview.feed(new Request(url.replace(token.slice(0, 4), 'AAAA')))).status).toBe(
      404,
    )
  })

  test('knows nobody by default', async () => {
    const { afterview } = await createSearch()
    const { token } = createSubscriptionToken(new Uint8Array(32).fill(7))
    expect(
      (await afterview.feed(new Request(`https://jobs.example/calendar/${token}.ics`))).status,
    ).toBe(404)
  })
})

describe('two instances', () => {
  test('know nothing of each other', async () => {
    const first = await createSearch()
    const second = await createAfterview({ clock: createHandClock('2026-11-25T14:25:00Z') })
    expect(await second.read('fernhill')).toBeUndefined()
    await first.afterview.dispose()
    expect(await second.agenda()).toEqual([])
    await expect(first.afterview.read('fernhill')).rejects.toThrow('engine-disposed')
    await second.dispose()
  })

  test('tell how they are', async () => {
    const { afterview } = await createSearch()
    expect(await afterview.diagnostics()).toMatchObject({
      schemaVersion: 1,
      now: '2026-11-25T14:25:00Z',
      zoneData: expect.stringMatching(/^20\d\d/),
    })
  })
})
