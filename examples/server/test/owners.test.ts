import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AgendaQuery, CalendarQuery } from 'afterview'
import { describe, expect, expectTypeOf, test } from 'vitest'
import { createHoldings } from '../src/holdings.ts'
import type { SharedAfterview } from '../src/job-search.ts'
import { openLedger } from '../src/ledger.ts'
import { createOwners } from '../src/owners.ts'
import { bearer, begin, client, input, operatorToken, startServer } from './client.ts'

const event = { type: 'interview.ended', at: '2026-11-25T15:32:00+01:00' }

/** Every route that takes the id of an application, an agenda item or a subscription; what erases comes last. */
const routesWithIds: readonly (readonly [string, (id: string, sub: string) => string, unknown?])[] =
  [
    ['GET', (id) => `/applications/${id}`],
    ['GET', (id) => `/applications/${id}/history`],
    ['GET', (id) => `/applications/${id}/export`],
    ['GET', (id) => `/applications/${id}/possible`],
    ['POST', (id) => `/applications/${id}/events`, event],
    ['POST', (id) => `/applications/${id}/understand`, { ...event, phrase: 'next week' }],
    ['GET', (id) => `/applications/${id}/drafts/thank-you`],
    ['POST', (id) => `/applications/${id}/drafts/thank-you`, {}],
    ['GET', (id) => `/applications/${id}/drafts/thank-you.eml`],
    ['GET', (id) => `/agenda?applicationId=${id}`],
    ['GET', (id) => `/explain?item=${id}/askTimeframe/r1`],
    ['GET', (id) => `/calendar.ics?applicationId=${id}`],
    ['POST', () => '/subscriptions', 'applicationId'],
    ['POST', (_, sub) => `/subscriptions/${sub}/renew`],
    ['DELETE', (_, sub) => `/subscriptions/${sub}`],
    ['DELETE', (id) => `/applications/${id}`],
  ]

describe('an owner', () => {
  test('gets 404 for everything of another, and what is there stays as it was', async () => {
    const server = await startServer()
    const [maya, eve] = [await server.addOwner(), await server.addOwner()]
    const id = await begin(maya)
    const sub = (await maya.send('POST', '/subscriptions', {})).json.id
    await begin(eve)
    const before = (await maya.send('GET', `/applications/${id}/export`)).json
    for (const [method, path, body] of routesWithIds) {
      const sent = body === 'applicationId' ? { applicationId: id } : body
      const { status, text } = await eve.send(method, path(id, sub), sent)
      expect([method, path(id, sub), status]).toEqual([method, path(id, sub), 404])
      expect(text).not.toContain('Fernhill')
    }
    expect((await maya.send('GET', `/applications/${id}/export`)).json).toEqual(before)
    expect((await maya.send('GET', '/subscriptions')).json).toHaveLength(1)
    // The same requests find something, so that 404 has told of the owner and of nothing else.
    for (const [method, path, body] of routesWithIds) {
      const sent = body === 'applicationId' ? { applicationId: id } : body
      const { status } = await maya.send(method, path(id, sub), sent)
      expect([method, path(id, sub), Math.floor(status / 100)]).toEqual([method, path(id, sub), 2])
    }
  })

  test('has ids that were checked, since others do not compile', () => {
    expectTypeOf<string>().not.toExtend<Parameters<SharedAfterview['read']>[0]>()
    expectTypeOf<string>().not.toExtend<Parameters<SharedAfterview['record']>[0]>()
    expectTypeOf<string>().not.toExtend<Parameters<SharedAfterview['engine']['erase']>[0]>()
    expectTypeOf<AgendaQuery>().not.toExtend<Parameters<SharedAfterview['agenda']>[0]>()
    expectTypeOf<CalendarQuery>().not.toExtend<Parameters<SharedAfterview['calendar']>[0]>()
    expectTypeOf<{
      applicationIds: readonly string[]
    }>().not.toExtend<Parameters<SharedAfterview['agenda']>[0]>()
  })

  test('sees another neither in listings nor in exports', async () => {
    const server = await startServer()
    const [maya, eve] = [await server.addOwner(), await server.addOwner()]
    await begin(maya)
    for (const path of [
      '/applications',
      '/agenda',
      '/subscriptions',
      '/owner/export',
      '/calendar.ics',
    ]) {
      const { status, text } = await eve.send('GET', path)
      expect(status).toBe(200)
      expect(text).not.toContain(maya.owner)
      expect(text).not.toContain('Fernhill')
    }
    const cursor = await eve.send('GET', `/applications?cursor=${maya.owner}`)
    expect(cursor.json).toEqual([])
  })

  test('cannot begin under the name of another', async () => {
    const server = await startServer()
    const [maya, eve] = [await server.addOwner(), await server.addOwner()]
    const id = await begin(maya)
    const { json } = await eve.send('POST', '/applications', { ...input, applicationId: id })
    expect(json.applicationId).toBe(`${eve.owner}.${id}`)
    expect((await maya.send('GET', '/applications')).json).toHaveLength(1)
  })

  test('is not let in without the right token', async () => {
    const server = await startServer()
    const maya = await server.addOwner()
    const wrong = [
      '',
      maya.owner,
      `${maya.owner}.`,
      maya.token.slice(0, -1),
      `${maya.token}x`,
      maya.token.toUpperCase(),
      operatorToken,
      `${'0'.repeat(16)}.${maya.token.split('.')[1]}`,
    ]
    for (const token of wrong) {
      for (const path of ['/applications', '/agenda', '/changes', '/nowhere']) {
        const answer = await server.send('GET', path, { headers: bearer(token) })
        expect([token, path, answer.status]).toEqual([token, path, 401])
        expect(answer.headers.get('WWW-Authenticate')).toBe('Bearer')
        expect(answer.json.code).toBe('token-unknown')
      }
    }
    expect((await server.send('GET', '/applications')).status).toBe(401)
    expect((await server.send('POST', '/owners', { headers: bearer(maya.token) })).status).toBe(401)
    expect((await server.send('GET', '/diagnostics')).status).toBe(401)
    const diagnostics = await server.send('GET', '/diagnostics', { headers: bearer(operatorToken) })
    expect(diagnostics.json.engine).toMatchObject({ engine: 'sqlite', lifecycles: 0 })
  })

  test('is known by a digest of the token: the token stands in no file', async () => {
    const server = await startServer()
    const maya = await server.addOwner()
    const { https } = (await maya.send('POST', '/subscriptions', {})).json
    await server.close()
    const [secret, feed] = [maya.token.split('.')[1] ?? '', https.split('/').at(-1).slice(0, 43)]
    for (const file of ['ledger.db', 'applications.db']) {
      const bytes = readFileSync(join(server.folder, file), 'latin1')
      expect(bytes).not.toContain(secret)
      expect(bytes).not.toContain(feed)
    }
  })

  test('changes the token, with which the old one ends', async () => {
    const server = await startServer()
    const maya = await server.addOwner()
    const id = await begin(maya)
    const renewed = client(server.origin, (await maya.send('POST', '/owner/token')).json)
    expect((await maya.send('GET', '/applications')).status).toBe(401)
    expect((await renewed.send('GET', '/applications')).json).toMatchObject([{ applicationId: id }])
  })

  test('takes everything along as lines of JSON', async () => {
    const maya = await (await startServer()).addOwner()
    for (const name of ['a', 'b', 'c']) await begin(maya, name)
    const { text, headers } = await maya.send('GET', '/owner/export')
    expect(headers.get('Content-Type')).toBe('application/x-ndjson')
    const exported = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(exported.map(({ applicationId }) => applicationId)).toEqual(
      ['a', 'b', 'c'].map((name) => `${maya.owner}.${name}`),
    )
  })

  test('leaves, and nothing is left', async () => {
    const server = await startServer()
    const [maya, eve] = [await server.addOwner(), await server.addOwner()]
    const id = await begin(maya)
    await begin(eve)
    const { https } = (await maya.send('POST', '/subscriptions', {})).json
    expect((await maya.send('DELETE', '/owner')).status).toBe(204)
    expect((await maya.send('GET', '/applications')).status).toBe(401)
    expect((await maya.send('GET', https)).status).toBe(404)
    expect((await eve.send('GET', '/applications')).json).toHaveLength(1)
    await server.close()
    for (const file of ['ledger.db', 'applications.db']) {
      const bytes = readFileSync(join(server.folder, file), 'latin1')
      expect(bytes).not.toContain(id)
      expect(bytes).not.toContain(maya.owner)
    }
  })

  test('whose leaving was cut short has left after the next start', async () => {
    const first = await startServer()
    const maya = await first.addOwner()
    const id = await begin(maya)
    await first.close()
    const ledger = openLedger(join(first.folder, 'ledger.db'))
    createOwners(ledger).shutOut(maya.owner)
    ledger.close()
    const second = await startServer({ folder: first.folder })
    expect((await client(second.origin, maya).send('GET', '/applications')).status).toBe(401)
    await second.close()
    expect(readFileSync(join(first.folder, 'applications.db'), 'latin1')).not.toContain(id)
  })

  test('sees everything else where a begin was cut short', async () => {
    const first = await startServer()
    const maya = await first.addOwner()
    const id = await begin(maya)
    const { https } = (await maya.send('POST', '/subscriptions', {})).json
    await first.close()
    const ledger = openLedger(join(first.folder, 'ledger.db'))
    createHoldings(ledger).add(maya.owner, `${maya.owner}.cut-short`)
    ledger.close()
    const second = await startServer({ folder: first.folder })
    const again = client(second.origin, maya)
    const agenda = await again.send('GET', '/agenda')
    expect(agenda.json).toMatchObject([{ applicationId: id }, { applicationId: id }])
    for (const path of ['/calendar.ics', new URL(https).pathname]) {
      const { status, text } = await again.send('GET', path)
      expect([path, status, text.match(/BEGIN:VEVENT/g)?.length]).toEqual([path, 200, 2])
    }
    expect((await again.send('GET', '/owner/export')).text.trim().split('\n')).toHaveLength(1)
  })

  test('finds everything again after a restart', async () => {
    const first = await startServer()
    const maya = await first.addOwner()
    const id = await begin(maya)
    const { https } = (await maya.send('POST', '/subscriptions', {})).json
    await first.close()
    const second = await startServer({ folder: first.folder })
    const again = client(second.origin, maya)
    expect((await again.send('GET', '/applications')).json).toMatchObject([{ applicationId: id }])
    expect((await second.send('GET', new URL(https).pathname)).status).toBe(200)
  })
})
