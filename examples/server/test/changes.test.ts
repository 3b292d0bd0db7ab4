import { EventSourceParserStream } from 'eventsource-parser/stream'
import { describe, expect, test } from 'vitest'
import { bearer, begin, type Client, startServer, type TestServer } from './client.ts'

const ended = { type: 'interview.ended', at: '2026-11-25T15:32:00+01:00' }
const noted = { type: 'detail.noted', interviewerId: 'sam', topic: 'streaming' }

interface Heard {
  readonly id: string | undefined
  readonly event: string | undefined
  readonly data: ReturnType<typeof JSON.parse>
}

/** Listens to changes. `next` waits for one, and answers `undefined` at the end. */
async function listener(server: TestServer, { token }: Client, lastId?: string) {
  const controller = new AbortController()
  const response = await fetch(new URL('/changes', server.origin), {
    headers: { ...bearer(token), ...(lastId === undefined ? {} : { 'Last-Event-ID': lastId }) },
    signal: controller.signal,
  })
  const comments: string[] = []
  const reader = response.body
    ?.pipeThrough(new TextDecoderStream())
    .pipeThrough(new EventSourceParserStream({ onComment: (comment) => comments.push(comment) }))
    .getReader()
  return {
    response,
    comments,
    async next(): Promise<Heard | undefined> {
      const { value, done } = (await reader?.read()) ?? { done: true }
      return done || value === undefined
        ? undefined
        : { id: value.id, event: value.event, data: JSON.parse(value.data) }
    },
    stop: () => controller.abort(),
  }
}

describe('a stream of changes', () => {
  test('begins with a reset, and tells what becomes of the agenda', async () => {
    const server = await startServer()
    const maya = await server.addOwner()
    const stream = await listener(server, maya)
    expect(stream.response.headers.get('Content-Type')).toBe('text/event-stream')
    expect(await stream.next()).toMatchObject({ event: 'reset' })
    const id = await begin(maya)
    expect(await stream.next()).toMatchObject({
      event: 'change',
      data: { type: 'began', applicationId: id, revision: 0, state: 'closing' },
    })
    await maya.send('POST', `/applications/${id}/events`, ended)
    await server.clock.advance(1000)
    const heard = [await stream.next(), await stream.next()]
    const change = heard.find((each) => each?.event === 'change')
    expect(change?.data).toMatchObject({ type: 'recorded', state: 'followUp', applicationId: id })
    expect(change?.data.agenda.added.join()).toContain('thankYou')
    const effect = heard.find((each) => each?.event === 'effect')
    expect(effect?.data).toMatchObject({ type: 'person.notify', applicationId: id })
  })

  test('tells of the timers that fire', async () => {
    const server = await startServer()
    const maya = await server.addOwner()
    const id = await begin(maya)
    await maya.send('POST', `/applications/${id}/events`, ended)
    const stream = await listener(server, maya)
    await stream.next()
    await server.clock.sleepTo('2026-12-24T12:00:00Z')
    const types = new Set<string>()
    while (!types.has('woke')) types.add((await stream.next())?.data.type)
    expect(types).toContain('woke')
  })

  test('has nothing of another owner in it', async () => {
    const server = await startServer()
    const [maya, eve] = [await server.addOwner(), await server.addOwner()]
    const stream = await listener(server, eve)
    await stream.next()
    await begin(maya)
    const id = await begin(eve)
    expect(await stream.next()).toMatchObject({ data: { applicationId: id } })
  })

  test('goes on behind the last event that was heard, without a gap', async () => {
    const server = await startServer()
    const [maya, eve] = [await server.addOwner(), await server.addOwner()]
    const first = await listener(server, maya)
    await first.next()
    const id = await begin(maya)
    const last = (await first.next())?.id ?? ''
    first.stop()
    await maya.send('POST', `/applications/${id}/events`, noted)
    await begin(eve)
    await maya.send('POST', `/applications/${id}/events`, noted)
    const second = await listener(server, maya, last)
    const missed = [await second.next(), await second.next()]
    expect(missed.map((each) => each?.data.applicationId)).toEqual([id, id])
    const { revision } = (await maya.send('GET', `/applications/${id}`)).json
    expect(missed.map((each) => each?.data.revision)).toEqual([revision - 1, revision])
    const stolen = await listener(server, eve, last)
    expect(await stolen.next()).toMatchObject({ event: 'reset' })
    const unknown = await listener(server, maya, 'long ago')
    expect(await unknown.next()).toMatchObject({ event: 'reset' })
  })

  test('shows signs of life while nothing happens', async () => {
    const server = await startServer({ limits: { heartbeat: 20 } })
    const maya = await server.addOwner()
    const stream = await listener(server, maya)
    await stream.next()
    const change = stream.next()
    while (stream.comments.length < 2) await new Promise(setImmediate)
    await begin(maya)
    expect(await change).toMatchObject({ event: 'change' })
  })

  test('is one of five at most, and makes room when it is left', async () => {
    const server = await startServer()
    const maya = await server.addOwner()
    const streams = []
    for (let count = 0; count < 5; count++) streams.push(await listener(server, maya))
    expect((await listener(server, maya)).response.status).toBe(429)
    streams[0]?.stop()
    let status = 429
    while (status === 429) {
      const more = await listener(server, maya)
      status = more.response.status
      if (status === 429) await more.next().catch(() => undefined)
    }
    expect(status).toBe(200)
  })

  test('ends when the token is renewed, when the owner leaves, and when the server closes', async () => {
    const server = await startServer()
    const [maya, eve, kim] = [
      await server.addOwner(),
      await server.addOwner(),
      await server.addOwner(),
    ]
    const streams = []
    for (const owner of [maya, eve, kim]) {
      const stream = await listener(server, owner)
      await stream.next()
      streams.push(stream)
    }
    await maya.send('POST', '/owner/token')
    await eve.send('DELETE', '/owner')
    expect(await streams[0]?.next()).toBeUndefined()
    expect(await streams[1]?.next()).toBeUndefined()
    await server.close()
    expect(await streams[2]?.next()).toBeUndefined()
  })
})
