import {
  type CalendarProblem,
  createCalendar,
  createFeed,
  createSubscriptionToken,
  type FeedOptions,
  type Subscription,
  tokenDigest,
} from '@afterview/calendar'
import { describe, expect, it } from 'vitest'
import { readEvents, readRoot } from './read-back.ts'
import { agendaItem, sampleAgenda } from './sample-agenda.ts'

const { token, digest } = createSubscriptionToken(new Uint8Array(32).fill(7))
const address = `https://jobs.example.org/calendar/${token}.ics`

function feedOf(subscription: Partial<Subscription> = {}, options: Partial<FeedOptions> = {}) {
  return createFeed({
    calendar: createCalendar({ name: 'After the interview' }),
    find: (asked) =>
      asked === digest ? { digest, items: sampleAgenda, ...subscription } : undefined,
    now: () => '2026-12-10T09:00:00Z',
    ...options,
  })
}

function get(url = address, headers: Record<string, string> = {}, method = 'GET'): Request {
  return new Request(url, { method, headers })
}

describe('a feed', () => {
  it('FEED-1 answers a token with its calendar', async () => {
    const response = await feedOf().respond(get())
    expect(response.status).toBe(200)
    expect(response.headers.get('Content-Type')).toBe('text/calendar; charset=utf-8')
    const text = await response.text()
    expect(readEvents(text)).toHaveLength(sampleAgenda.length)
    expect(response.headers.get('Content-Length')).toBe(String(Buffer.byteLength(text)))
  })

  it.each([
    ['another token', `https://jobs.example.org/calendar/${'A'.repeat(43)}.ics`],
    ['no token', 'https://jobs.example.org/calendar/.ics'],
    ['a short token', 'https://jobs.example.org/calendar/abc.ics'],
    ['no suffix', address.slice(0, -4)],
    ['another path', address.replace('/calendar/', '/calendars/')],
    ['a deeper path', address.replace('/calendar/', '/calendar/x/')],
    ['a token in other case', `https://jobs.example.org/calendar/${token.toUpperCase()}.ics`],
    ['the digest as token', `https://jobs.example.org/calendar/${digest}.ics`],
  ])('FEED-1 answers %s with the same 404', async (_, url) => {
    const response = await feedOf().respond(get(url))
    expect([response.status, await response.text()]).toEqual([404, 'Not found\n'])
    expect(response.headers.get('ETag')).toBeNull()
  })

  it('FEED-1 does not ask for tokens that cannot be one', async () => {
    const asked: string[] = []
    const feed = feedOf({}, { find: (each) => void asked.push(each) })
    for (const path of ['..%2f..%2fetc.ics', 'a b.ics', `${'x'.repeat(500)}.ics`]) {
      expect((await feed.respond(get(`https://a.test/calendar/${path}`))).status).toBe(404)
    }
    expect(asked).toEqual([])
  })

  it('FEED-1 can stand at another path', async () => {
    const feed = feedOf({}, { path: '/feeds/ical/' })
    const url = `https://jobs.example.org/feeds/ical/${token}.ics`
    expect((await feed.respond(get(url))).status).toBe(200)
    expect(() => feedOf({}, { path: 'calendar' })).toThrow('option-out-of-range')
  })

  it('FEED-2 makes tokens of 256 random bits and a digest to keep', () => {
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/)
    expect(digest).toBe(tokenDigest(token))
    const [first, second] = [createSubscriptionToken(), createSubscriptionToken()]
    expect(first.token).not.toBe(second.token)
    expect(() => createSubscriptionToken(new Uint8Array(8))).toThrow('token-bytes-wrong')
  })

  it('FEED-2 does not open a subscription that has another digest, whatever the host found', async () => {
    for (const other of [`${digest.slice(0, -1)}0`, digest.slice(1), `${digest}0`, '']) {
      const wrong = other === digest ? `${digest.slice(0, -1)}1` : other
      const feed = feedOf({}, { find: () => ({ digest: wrong, items: sampleAgenda }) })
      expect((await feed.respond(get())).status).toBe(404)
    }
  })

  it('FEED-3 has an ETag that stays while the bytes stay', async () => {
    const tags = await Promise.all(
      [
        feedOf(),
        feedOf({ items: sampleAgenda.toReversed() }),
        feedOf({}, { now: () => '2026-12-11T09:00:00Z' }),
        feedOf({ items: sampleAgenda.slice(1) }),
      ].map(async (feed) => (await feed.respond(get())).headers.get('ETag')),
    )
    expect(tags[0]).toMatch(/^"[\w-]+"$/)
    expect(tags.slice(0, 3)).toEqual([tags[0], tags[0], tags[0]])
    expect(tags[3]).not.toBe(tags[0])
  })

  it('FEED-3 answers If-None-Match with 304', async () => {
    const feed = feedOf()
    const tag = (await feed.respond(get())).headers.get('ETag') ?? ''
    for (const header of [tag, `W/${tag}`, '*', `"x", ${tag}`, `"a,b",W/"y",${tag} `]) {
      const response = await feed.respond(get(address, { 'If-None-Match': header }))
      expect([header, response.status, await response.text()]).toEqual([header, 304, ''])
      expect(response.headers.get('ETag')).toBe(tag)
      expect(response.headers.get('Cache-Control')).toContain('private')
    }
    for (const header of ['"x"', tag.slice(1, -1), '']) {
      expect((await feed.respond(get(address, { 'If-None-Match': header }))).status).toBe(200)
    }
  })

  it('FEED-4 answers HEAD with the headers of GET and no body', async () => {
    const feed = feedOf()
    const [got, head] = [await feed.respond(get()), await feed.respond(get(address, {}, 'HEAD'))]
    expect(head.status).toBe(200)
    expect(await head.text()).toBe('')
    for (const name of [
      'ETag',
      'Content-Type',
      'Content-Length',
      'Last-Modified',
      'Cache-Control',
    ]) {
      expect([name, head.headers.get(name)]).toEqual([name, got.headers.get(name)])
    }
  })

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])(
    'FEED-4 answers %s with 405',
    async (method) => {
      const response = await feedOf().respond(get(address, {}, method))
      expect([response.status, response.headers.get('Allow')]).toEqual([405, 'GET, HEAD'])
    },
  )

  it('FEED-5 does not look at Accept', async () => {
    for (const accept of ['application/json', 'text/html', 'image/png;q=1, */*;q=0', '']) {
      expect((await feedOf().respond(get(address, { Accept: accept }))).status).toBe(200)
    }
  })

  it('FEED-6 is private and says when it changed and when to ask again', async () => {
    const response = await feedOf().respond(get())
    expect(response.headers.get('Cache-Control')).toContain('private')
    expect(response.headers.get('Last-Modified')).toBe('Fri, 18 Dec 2026 13:00:00 GMT')
    expect(response.headers.get('X-Robots-Tag')).toBe('noindex')
    const root = readRoot(await response.text())
    expect(root.getFirstPropertyValue('x-published-ttl')).toBe('PT1H')
    expect(String(root.getFirstPropertyValue('refresh-interval'))).toBe('PT1H')
    expect(() => feedOf({}, { refreshMinutes: 15 })).toThrow('option-out-of-range')
  })

  it('FEED-6 answers an agenda without items with an empty calendar', async () => {
    const response = await feedOf({ items: [] }).respond(get())
    expect(response.status).toBe(200)
    expect(response.headers.get('Last-Modified')).toBeNull()
    expect(readEvents(await response.text())).toEqual([])
  })

  it('FEED-7 can have another name, another language and less to read', async () => {
    const options = { name: 'Sollicitaties', locale: 'nl', hide: ['company', 'notes'] as const }
    const text = await (await feedOf({ options }).respond(get())).text()
    expect(text).toContain('X-WR-CALNAME:Sollicitaties')
    expect(text).toContain('Bedank Sam Peters')
    expect(text).not.toContain('Acme')
  })

  it('FEED-7 can have a calendar and items of its own, got when they are asked for', async () => {
    const calendar = createCalendar({ domain: 'own.example' })
    const feed = feedOf({ calendar, items: () => Promise.resolve([agendaItem()]) })
    const [event] = readEvents(await (await feed.respond(get())).text())
    expect(event?.uid).toContain('@own.example')
  })

  it('FEED-8 hands problems to the host', async () => {
    const told: (readonly [readonly CalendarProblem[], string])[] = []
    const items = [agendaItem({ revision: -1 }), agendaItem({ id: 'fine' })]
    const feed = feedOf(
      { items },
      { onProblems: (problems, whose) => told.push([problems, whose]) },
    )
    expect((await feed.respond(get())).status).toBe(200)
    expect(told).toMatchObject([[[{ itemId: items[0]?.id, isLeftOut: true }], digest]])
  })

  it('FEED-9 has an address to paste and one to open', () => {
    expect(feedOf().addresses(token, 'https://jobs.example.org')).toEqual({
      https: address,
      webcal: address.replace('https:', 'webcal:'),
    })
  })
})
