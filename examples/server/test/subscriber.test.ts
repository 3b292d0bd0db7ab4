import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { type Answer, begin, type Client, startServer, type TestServer } from './client.ts'

const ended = { type: 'interview.ended', at: '2026-11-25T15:32:00+01:00' }
const sent = { type: 'thankYou.sent', at: '2026-11-25T15:36:00+01:00', interviewerId: 'sam' }

/** A calendar program: it knows an address, keeps what it was given, and asks whether that still holds. */
function subscriber(
  server: TestServer,
  webcal: string,
): { poll(method?: string): Promise<Answer> } {
  const address = webcal.replace(/^webcal:/, 'http:')
  let etag: string | null = null
  return {
    async poll(method = 'GET') {
      const headers = {
        Accept: 'text/calendar',
        ...(etag === null ? {} : { 'If-None-Match': etag }),
      }
      const answer = await server.send(method, address, { headers })
      if (method === 'GET') etag = answer.headers.get('ETag')
      return answer
    },
  }
}

async function subscribed(wish: object = {}): Promise<{
  readonly server: TestServer
  readonly maya: Client
  readonly id: string
  readonly addresses: { readonly id: string; readonly https: string; readonly webcal: string }
}> {
  const server = await startServer()
  const maya = await server.addOwner()
  const id = await begin(maya)
  await maya.send('POST', `/applications/${id}/events`, ended)
  const { status, json } = await maya.send('POST', '/subscriptions', wish)
  expect(status).toBe(201)
  return { server, maya, id, addresses: json }
}

function eventsIn(text: string): readonly string[] {
  const calendar = new ICAL.Component(ICAL.parse(text))
  return calendar
    .getAllSubcomponents('vevent')
    .map((event) => String(event.getFirstPropertyValue('summary')))
}

describe('a calendar program', () => {
  test('gets the agenda, hears that nothing changed, and gets what did', async () => {
    const { server, maya, id, addresses } = await subscribed()
    const program = subscriber(server, addresses.webcal)
    const first = await program.poll()
    expect(first.status).toBe(200)
    expect(first.headers.get('Content-Type')).toBe('text/calendar; charset=utf-8')
    expect(first.headers.get('ETag')).toMatch(/^"[0-9a-f]+"$/)
    expect(Date.parse(first.headers.get('Last-Modified') ?? '')).not.toBeNaN()
    expect(first.headers.get('Cache-Control')).toBe('private, no-cache')
    expect(eventsIn(first.text).join()).toContain('Sam Rivera')
    const second = await program.poll()
    expect([second.status, second.text]).toEqual([304, ''])
    expect(second.headers.get('ETag')).toBe(first.headers.get('ETag'))
    await maya.send('POST', `/applications/${id}/events`, sent)
    const third = await program.poll()
    expect(third.status).toBe(200)
    expect(third.headers.get('ETag')).not.toBe(first.headers.get('ETag'))
    expect((await program.poll()).status).toBe(304)
  })

  test('asks with HEAD first, and gets the same headers without the calendar', async () => {
    const { server, addresses } = await subscribed()
    const [head, get] = [
      await server.send('HEAD', addresses.https),
      await server.send('GET', addresses.https),
    ]
    expect([head.status, head.text]).toEqual([200, ''])
    for (const name of ['ETag', 'Last-Modified', 'Content-Type', 'Content-Length']) {
      expect([name, head.headers.get(name)]).toEqual([name, get.headers.get(name)])
    }
    expect(Number(head.headers.get('Content-Length'))).toBe(Buffer.byteLength(get.text))
    const program = subscriber(server, addresses.webcal)
    await program.poll()
    expect((await program.poll('HEAD')).status).toBe(304)
  })

  test('finds nothing under any other address, and cannot write', async () => {
    const { server, addresses } = await subscribed()
    const token = /\/calendar\/([\w-]{43})\.ics$/.exec(addresses.https)?.[1] ?? ''
    expect(addresses.webcal).toBe(addresses.https.replace('http:', 'webcal:'))
    const near = token.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))
    for (const path of [near, token.slice(1), '', `${token}${token}`]) {
      const { status, text } = await server.send('GET', `/calendar/${path}.ics`)
      expect([path, status, text]).toEqual([path, 404, 'Not found\n'])
    }
    const put = await server.send('PUT', addresses.https, { body: 'BEGIN:VCALENDAR' })
    expect([put.status, put.headers.get('Allow')]).toEqual([405, 'GET, HEAD'])
  })

  test('loses its address when the owner renews it, and the new one works', async () => {
    const { server, maya, addresses } = await subscribed()
    const old = subscriber(server, addresses.webcal)
    await old.poll()
    const renewed = await maya.send('POST', `/subscriptions/${addresses.id}/renew`)
    expect((await old.poll()).status).toBe(404)
    expect((await subscriber(server, renewed.json.webcal).poll()).status).toBe(200)
    expect((await maya.send('DELETE', `/subscriptions/${addresses.id}`)).status).toBe(204)
    expect((await server.send('GET', renewed.json.https)).status).toBe(404)
  })

  test('sees only the application that was chosen, without what is to be hidden', async () => {
    const server = await startServer()
    const maya = await server.addOwner()
    const [first, second] = [await begin(maya, 'one'), await begin(maya, 'two')]
    for (const id of [first, second]) await maya.send('POST', `/applications/${id}/events`, ended)
    const wish = { applicationId: first, hide: ['company', 'person'], name: 'Jobs', locale: 'nl' }
    const { json } = await maya.send('POST', '/subscriptions', wish)
    const { text } = await server.send('GET', json.https)
    expect(text).not.toContain('Fernhill')
    expect(text).not.toContain('Sam Rivera')
    expect(text).toContain('Jobs')
    const all = await server.send('GET', (await maya.send('POST', '/subscriptions', {})).json.https)
    expect(eventsIn(all.text)).toHaveLength(2 * eventsIn(text).length)
    const listed = await maya.send('GET', '/subscriptions')
    expect(listed.json).toMatchObject([{ applicationId: first, locale: 'nl' }, {}])
    expect(listed.text).not.toContain('digest')
  })

  test('is not promised what cannot be written', async () => {
    const maya = await (await startServer()).addOwner()
    for (const [wish, code] of [
      [{ locale: 'xx' }, 'locale-unknown'],
      [{ hide: ['everything'] }, 'input-malformed'],
      [{ colour: 'red' }, 'input-malformed'],
    ] as const) {
      const { status, json } = await maya.send('POST', '/subscriptions', wish)
      expect([status, json.code]).toEqual([422, code])
    }
    expect((await maya.send('GET', '/subscriptions')).json).toEqual([])
  })

  test('may also be given a file, by the owner', async () => {
    const { maya, id } = await subscribed()
    const { text, headers } = await maya.send('GET', `/calendar.ics?applicationId=${id}&name=Jobs`)
    expect(headers.get('Content-Disposition')).toContain('attachment')
    expect(eventsIn(text).length).toBeGreaterThan(0)
  })
})
