import PostalMime from 'postal-mime'
import { describe, expect, test } from 'vitest'
import { begin, input, startServer } from './client.ts'

const given = {
  type: 'timeframe.given',
  at: '2026-11-25T15:28:00+01:00',
  phrase: 'by the end of next week',
}
const ended = { type: 'interview.ended', at: '2026-11-25T15:32:00+01:00' }

describe('an application', () => {
  test('begins once, however often the request comes', async () => {
    const maya = await (await startServer()).addOwner()
    const first = await maya.send('POST', '/applications', { ...input, applicationId: 'fernhill' })
    expect(first.status).toBe(201)
    expect(first.json).toMatchObject({ applicationId: `${maya.owner}.fernhill`, created: true })
    expect(first.headers.get('Location')).toBe(`/applications/${maya.owner}.fernhill`)
    expect(first.headers.get('ETag')).toBe('"0"')
    const again = await maya.send('POST', '/applications', { ...input, applicationId: 'fernhill' })
    expect([again.status, again.json.created]).toEqual([200, false])
    const other = await maya.send('POST', '/applications', {
      ...input,
      role: 'Analyst',
      applicationId: 'fernhill',
    })
    expect([other.status, other.json.code]).toEqual([409, 'application-exists'])
  })

  test('gets its id from the idempotency key where it has none', async () => {
    const maya = await (await startServer()).addOwner()
    const ids = new Set<string>()
    for (const key of ['"abc"', 'abc', '"def"']) {
      const { json } = await maya.send('POST', '/applications', input, { 'Idempotency-Key': key })
      ids.add(json.applicationId)
    }
    expect(ids.size).toBe(2)
    expect((await maya.send('GET', '/applications')).json).toHaveLength(2)
  })

  test('whose input is wrong does not begin, and every faulty field is named', async () => {
    const server = await startServer()
    const maya = await server.addOwner()
    for (const [body, words] of [
      [{}, ['candidate', 'company', 'role', 'round']],
      [{ ...input, applicationId: 'a b' }, ['applicationId']],
      [{ ...input, company: { name: 'Acme', zone: 'BST' } }, ['company.zone']],
      [{ ...input, applicationId: 7 }, ['applicationId']],
      [{ ...input, candidate: 'Maya' }, ['candidate']],
    ] as const) {
      const { status, json, headers } = await maya.send('POST', '/applications', body)
      expect([status, headers.get('Content-Type')]).toEqual([422, 'application/problem+json'])
      expect(json).toMatchObject({ status: 422, detail: expect.stringContaining('Fix: ') })
      for (const word of words) expect(json.detail).toContain(word)
    }
    expect((await maya.send('GET', '/applications')).json).toEqual([])
    expect(server.reported).toEqual([])
  })

  test('takes events, reads words as dates, and says what moved', async () => {
    const maya = await (await startServer()).addOwner()
    const id = await begin(maya)
    const understood = await maya.send('POST', `/applications/${id}/understand`, given)
    expect(understood.json.timeframe).toMatchObject({
      earliest: '2026-11-25',
      latest: '2026-12-04',
    })
    const said = await maya.send('POST', `/applications/${id}/events`, given)
    expect(said.json).toMatchObject({ accepted: true, timeframe: { latest: '2026-12-04' } })
    expect(said.headers.get('ETag')).toBe('"1"')
    const over = await maya.send('POST', `/applications/${id}/events`, ended)
    expect(over.json.agenda.added.length + over.json.agenda.moved.length).toBeGreaterThan(0)
    const history = await maya.send('GET', `/applications/${id}/history`)
    expect(history.json.map(({ type }: { type: string }) => type)).toEqual([
      'began',
      'event',
      'timer',
      'event',
    ])
    expect((await maya.send('GET', '/applications')).json).toEqual([
      {
        applicationId: id,
        company: 'Fernhill Analytics',
        role: 'Data Engineer',
        state: 'followUp',
        revision: 3,
      },
    ])
  })

  test('takes the reading that is meant, and refuses one that there is not', async () => {
    const maya = await (await startServer()).addOwner()
    const id = await begin(maya)
    const event = { ...given, phrase: 'next Friday' }
    const { json } = await maya.send('POST', `/applications/${id}/understand`, event)
    const [, second] = json.timeframe.readings
    const none = await maya.send('POST', `/applications/${id}/events?reading=9`, event)
    expect([none.status, none.json.code]).toEqual([422, 'reading-unknown'])
    const meant = await maya.send('POST', `/applications/${id}/events?reading=2`, event)
    expect(JSON.stringify(meant.json.snapshot.machine.context)).toContain(
      JSON.stringify({ earliest: second.earliest, latest: second.latest }),
    )
  })

  test('counts an event with the same idempotency key once', async () => {
    const maya = await (await startServer()).addOwner()
    const id = await begin(maya)
    const send = (): ReturnType<typeof maya.send> =>
      maya.send('POST', `/applications/${id}/events`, given, { 'Idempotency-Key': '"k-1"' })
    const answers = [await send(), await send()]
    expect(answers.map(({ status, json }) => [status, json.unchanged])).toEqual([
      [200, undefined],
      [200, 'duplicate'],
    ])
    const tooLong = { 'Idempotency-Key': 'x'.repeat(300) }
    const refused = await maya.send('POST', `/applications/${id}/events`, given, tooLong)
    expect([refused.status, refused.json.code]).toEqual([400, 'key-malformed'])
  })

  test('takes an event only at the revision that If-Match expects', async () => {
    const maya = await (await startServer()).addOwner()
    const id = await begin(maya)
    const { headers } = await maya.send('GET', `/applications/${id}`)
    const match = { 'If-Match': headers.get('ETag') ?? '' }
    expect((await maya.send('POST', `/applications/${id}/events`, given, match)).status).toBe(200)
    const late = await maya.send('POST', `/applications/${id}/events`, ended, match)
    expect(late.status).toBe(412)
    expect(late.json).toMatchObject({ code: 'revision-conflict', revision: 1 })
    const any = await maya.send('POST', `/applications/${id}/events`, ended, { 'If-Match': '*' })
    expect(any.status).toBe(200)
    const odd = await maya.send('POST', `/applications/${id}/events`, ended, {
      'If-Match': 'W/"2"',
    })
    expect([odd.status, odd.json.code]).toEqual([400, 'if-match-malformed'])
  })

  test('is not sent again while it has not changed', async () => {
    const maya = await (await startServer()).addOwner()
    const id = await begin(maya)
    const path = `/applications/${id}`
    const kept = { 'If-None-Match': (await maya.send('GET', path)).headers.get('ETag') ?? '' }
    expect((await maya.send('GET', path, undefined, kept)).status).toBe(304)
    await maya.send('POST', `${path}/events`, given)
    expect((await maya.send('GET', path, undefined, kept)).status).toBe(200)
  })

  test('refuses what cannot happen, and says what can', async () => {
    const maya = await (await startServer()).addOwner()
    const id = await begin(maya)
    const cases = [
      [{ type: 'offer.accepted', at: ended.at }, 409, 'event-not-possible'],
      [{ type: 'offer.acepted', at: ended.at }, 422, 'event-unknown'],
      [{ type: 'detail.noted', at: ended.at }, 422, 'event-malformed'],
      [{ type: 'xstate.init', at: ended.at }, 422, 'event-reserved'],
      [{ type: 'interview.ended', at: 'yesterday' }, 422, 'event-malformed'],
    ] as const
    for (const [event, status, code] of cases) {
      const answer = await maya.send('POST', `/applications/${id}/events`, event)
      expect(answer.json).toMatchObject({ status, code, type: `urn:afterview:problem:${code}` })
      expect(answer.json.possible).toContain('interview.ended')
      expect(answer.json.detail).toMatch(/Fix: /)
      expect(answer.status).toBe(status)
    }
    await maya.send('POST', `/applications/${id}/events`, ended)
    const early = { ...given, at: '2026-11-25T15:00:00+01:00' }
    const refused = await maya.send('POST', `/applications/${id}/events`, early)
    expect([refused.status, refused.json.code]).toEqual([409, 'event-out-of-order'])
    const history = await maya.send('GET', `/applications/${id}/history`)
    expect(history.json.filter(({ type }: { type: string }) => type === 'event')).toHaveLength(1)
  })

  test('takes no event of the future, which would fire every timer before it', async () => {
    const maya = await (await startServer()).addOwner()
    const id = await begin(maya)
    const planned = { type: 'interview.ended', at: '2027-01-01T00:00:00Z' }
    const { status, json } = await maya.send('POST', `/applications/${id}/events`, planned)
    expect([status, json.code]).toEqual([422, 'event-in-future'])
    const soon = { type: 'interview.ended', at: '2026-11-25T14:36:00Z' }
    expect((await maya.send('POST', `/applications/${id}/events`, soon)).status).toBe(200)
  })

  test('tells what is possible, and why a date is what it is', async () => {
    const maya = await (await startServer()).addOwner()
    const id = await begin(maya)
    expect((await maya.send('GET', `/applications/${id}/possible`)).json).toContain(
      'interview.ended',
    )
    await maya.send('POST', `/applications/${id}/events`, given)
    await maya.send('POST', `/applications/${id}/events`, ended)
    const agenda = await maya.send('GET', '/agenda')
    expect(agenda.json[0]).toMatchObject({ kind: 'thankYou', applicationId: id })
    const item = encodeURIComponent(agenda.json[0].id)
    const why = await maya.send('GET', `/explain?item=${item}`)
    expect(why.json.text).toContain('thankYou is due')
    const none = await maya.send('GET', `/explain?item=${id}/nothing`)
    expect([none.status, none.json.code]).toEqual([404, 'item-unknown'])
    const missing = await maya.send('GET', '/explain')
    expect([missing.status, missing.json.code]).toEqual([422, 'input-malformed'])
  })

  test('hands over letters to read and as mail files, and never sends one', async () => {
    const server = await startServer()
    const maya = await server.addOwner()
    const id = await begin(maya)
    await maya.send('POST', `/applications/${id}/events`, ended)
    const topic = 'moving the nightly batch to streaming'
    const noted = { type: 'detail.noted', interviewerId: 'sam', topic }
    await maya.send('POST', `/applications/${id}/events`, noted)
    const drafts = `/applications/${id}/drafts`
    const draft = await maya.send('GET', `${drafts}/thank-you?interviewer=sam&tone=warm`)
    expect(draft.json).toMatchObject({ kind: 'thank-you', tone: 'warm', isReady: true })
    expect(draft.json.text).toContain(topic)
    const eml = await maya.send('GET', `${drafts}/thank-you.eml?interviewer=sam`)
    expect(eml.headers.get('Content-Type')).toBe('message/rfc822')
    expect(eml.headers.get('Content-Disposition')).toBe('attachment; filename="thank-you.eml"')
    const mail = await PostalMime.parse(eml.text)
    expect(mail.to).toEqual([{ name: 'Sam Rivera', address: 'sam@fernhill.example' }])
    const own = { facts: { reason: 'I have accepted another offer.' } }
    const withdrawal = await maya.send('POST', `${drafts}/withdraw`, own)
    expect(withdrawal.json.text).toContain('accepted another offer')
    expect(server.reported).toEqual([])
  })

  test('says what a letter lacks, and refuses choices that make no sense', async () => {
    const server = await startServer()
    const maya = await server.addOwner()
    const id = await begin(maya)
    await maya.send('POST', `/applications/${id}/events`, ended)
    const drafts = `/applications/${id}/drafts`
    const cases = [
      ['GET', 'love-letter', undefined, 422, 'input-malformed'],
      ['GET', 'thank-you?interviewer=nobody', undefined, 422, 'interviewer-unknown'],
      ['GET', 'thank-you?tone=loud', undefined, 422, 'input-malformed'],
      ['GET', 'thank-you?locale=%F0%9F%98%80', undefined, 422, 'locale-invalid'],
      ['GET', 'closing-questions.eml', undefined, 409, 'draft-no-mail'],
      ['POST', 'negotiate-offer', {}, 422, 'facts-missing'],
      ['POST', 'thank-you', { facts: { candidate: { name: 'Eve' } } }, 422, 'input-malformed'],
      ['POST', 'thank-you', { facts: { reason: 7 } }, 422, 'input-malformed'],
      [
        'POST',
        'request-extension',
        { facts: { requestedDate: { kind: 'day', date: '2026-13-40', zone: 'Europe/London' } } },
        422,
        'date-malformed',
      ],
    ] as const
    for (const [method, path, body, status, code] of cases) {
      const answer = await maya.send(method, `${drafts}/${path}`, body)
      expect([path, answer.status, answer.json.code]).toEqual([path, status, code])
    }
    expect(server.reported).toEqual([])
  })

  test('is erased for good, with its subscriptions', async () => {
    const maya = await (await startServer()).addOwner()
    const id = await begin(maya)
    const subscribed = await maya.send('POST', '/subscriptions', { applicationId: id })
    expect((await maya.send('DELETE', `/applications/${id}`)).status).toBe(204)
    for (const [method, path] of [
      ['GET', `/applications/${id}`],
      ['DELETE', `/applications/${id}`],
      ['GET', `/applications/${id}/export`],
    ] as const) {
      expect((await maya.send(method, path)).status).toBe(404)
    }
    expect((await maya.send('GET', '/applications')).json).toEqual([])
    expect((await maya.send('GET', '/subscriptions')).json).toEqual([])
    expect((await maya.send('GET', subscribed.json.https)).status).toBe(404)
  })
})
