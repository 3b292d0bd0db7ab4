import { describe, expect, test } from 'vitest'
import { bearer, begin, input, startServer } from './client.ts'

describe('the server', () => {
  test('refuses bodies that are too large', async () => {
    const maya = await (await startServer()).addOwner()
    const large = { ...input, role: 'x'.repeat(70_000) }
    const answer = await maya.send('POST', '/applications', large)
    expect([answer.status, answer.json.code]).toEqual([413, 'body-too-large'])
  })

  test('refuses bodies that do not say how large they are, and are too large', async () => {
    const server = await startServer()
    const { token } = await server.addOwner()
    const headers = { ...bearer(token), 'Content-Type': 'application/json' }
    const body = new Blob([' '.repeat(80_000)]).stream()
    const init: RequestInit & { duplex: 'half' } = { headers, body, duplex: 'half' }
    expect((await server.send('POST', '/applications', init)).status).toBe(413)
  })

  test('refuses bodies that are no JSON object', async () => {
    const server = await startServer()
    const maya = await server.addOwner()
    const send = async (body: string, type: string): Promise<unknown> => {
      const headers = { ...bearer(maya.token), 'Content-Type': type }
      return (await server.send('POST', '/applications', { headers, body })).json.code
    }
    expect(await send('{}', 'text/plain')).toBe('body-not-json')
    expect(await send('{"a":', 'application/json')).toBe('body-malformed')
    expect(await send('[]', 'application/json; charset=utf-8')).toBe('body-malformed')
    expect(await send('null', 'application/json')).toBe('body-malformed')
    expect(await send('{}', 'application/merge-patch+json')).toBe('start-input-malformed')
    expect(await send('{"__proto__":{"role":"x"}}', 'application/json')).toBe(
      'start-input-malformed',
    )
  })

  test('slows down one owner, and no other', async () => {
    const server = await startServer({ limits: { perOwner: 3 } })
    const [maya, eve] = [await server.addOwner(), await server.addOwner()]
    const statuses = []
    for (let count = 0; count < 4; count++)
      statuses.push((await maya.send('GET', '/agenda')).status)
    expect(statuses).toEqual([200, 200, 200, 429])
    const { headers, json } = await maya.send('GET', '/agenda')
    expect(Number(headers.get('Retry-After'))).toBeGreaterThan(0)
    expect(json).toMatchObject({ code: 'rate-exceeded', limit: 3 })
    expect((await eve.send('GET', '/agenda')).status).toBe(200)
  })

  test('slows down one address, whatever tokens it tries', async () => {
    const server = await startServer({ limits: { perAddress: 3 }, isProxied: true })
    const from = async (address: string, token: string): Promise<number> => {
      const headers = { ...bearer(token), 'X-Forwarded-For': `6.6.6.6, ${address}` }
      return (await server.send('GET', '/agenda', { headers })).status
    }
    const statuses = []
    for (const token of ['a', 'b', 'c', 'd']) statuses.push(await from('192.0.2.1', token))
    expect(statuses).toEqual([401, 401, 401, 429])
    expect(await from('192.0.2.2', 'a')).toBe(401)
  })

  test('believes no forwarded address unless it is told to', async () => {
    const server = await startServer({ limits: { perAddress: 2 } })
    const statuses = []
    for (const address of ['192.0.2.1', '192.0.2.2', '192.0.2.3']) {
      const headers = { 'X-Forwarded-For': address }
      statuses.push((await server.send('GET', '/health', { headers })).status)
    }
    expect(statuses).toEqual([200, 200, 429])
  })

  test('keeps so many applications of one owner, and tells them a page at a time', async () => {
    const maya = await (await startServer({ limits: { applications: 3 } })).addOwner()
    for (const name of ['a', 'b', 'c', 'c']) await begin(maya, name)
    const full = await maya.send('POST', '/applications', { ...input, applicationId: 'd' })
    expect([full.status, full.json.code]).toEqual([422, 'applications-full'])
    const names: string[] = []
    let cursor = ''
    for (;;) {
      const { json } = await maya.send('GET', `/applications?limit=2&cursor=${cursor}`)
      if (json.length === 0) break
      names.push(
        ...json.map(({ applicationId }: { applicationId: string }) => applicationId.slice(-1)),
      )
      cursor = json.at(-1).applicationId
    }
    expect(names).toEqual(['a', 'b', 'c'])
    expect((await maya.send('GET', '/applications?limit=0')).status).toBe(422)
  })

  test('sends what keeps browsers from running, framing or keeping an answer', async () => {
    const server = await startServer()
    const maya = await server.addOwner()
    for (const path of ['/agenda', '/nowhere', '/calendar.ics']) {
      const { headers } = await maya.send('GET', path)
      expect(headers.get('Content-Security-Policy')).toContain("default-src 'none'")
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
      expect(headers.get('X-Frame-Options')).toBe('DENY')
      expect(headers.get('Referrer-Policy')).toBe('no-referrer')
      expect(headers.get('Strict-Transport-Security')).toContain('max-age')
      expect(headers.get('Cache-Control')).toBe('no-store')
      expect(headers.get('Access-Control-Allow-Origin')).toBeNull()
    }
  })

  test('answers unknown routes and methods with a problem', async () => {
    const maya = await (await startServer()).addOwner()
    for (const [method, path] of [
      ['GET', '/nowhere'],
      ['PUT', '/agenda'],
    ] as const) {
      const { status, json } = await maya.send(method, path)
      expect([status, json.code]).toEqual([404, 'route-unknown'])
    }
  })

  test('tells nothing of what fails inside, and reports it', async () => {
    const server = await startServer()
    const maya = await server.addOwner()
    await begin(maya)
    server.clock.now = () => {
      throw new Error('no time at all')
    }
    const { status, text } = await maya.send('GET', '/agenda')
    expect(status).toBe(500)
    expect(text).not.toContain('no time')
    expect(server.reported).toHaveLength(1)
  })
})
