import { createServer } from 'node:net'
import { describe, expect, it } from 'vitest'
import { createLifecycle } from '@afterview/core'
import { type EngineHost, systemClock } from '@afterview/engine'
import {
  restateEngine,
  type RestateEngineOptions,
  restateService,
  servePort,
} from '@afterview/engine-restate'
import { applicationInput } from './application.ts'

const addresses = { ingress: 'http://127.0.0.1:1', admin: 'http://127.0.0.1:2/' }

function host(): EngineHost {
  return { lifecycle: createLifecycle(), clock: systemClock(), report: () => undefined }
}

/** An engine whose requests are answered by `answer`. */
function engineWith(
  answer: (url: string) => Response,
  options: Partial<RestateEngineOptions> = {},
): ReturnType<ReturnType<typeof restateEngine>> {
  const fetch: typeof globalThis.fetch = async (request) =>
    answer(request instanceof Request ? request.url : request.toString())
  return restateEngine({ ...addresses, fetch, ...options })(host())
}

describe('options', () => {
  const wrong: readonly (readonly [string, Partial<RestateEngineOptions>])[] = [
    ['address-malformed', { ingress: 'localhost:8080' }],
    ['address-malformed', { admin: '' }],
    ['namespace-malformed', { namespace: 'two words' }],
    ['number-out-of-range', { answerTimeout: 0 }],
  ]
  it.each(wrong)('NET-1 a wrong one is the error %s', async (code, options) => {
    await expect(restateEngine({ ...addresses, ...options })(host())).rejects.toThrow(code)
  })

  it('NET-1 a wrong one of the service is an error before it is served', () => {
    expect(() => restateService(host(), { spread: -1 })).toThrow('number-out-of-range')
    expect(() => restateService(host(), { delivery: { attempts: 0 } })).toThrow('delivery.attempts')
    expect(() => restateService(host(), { namespace: '1st' })).toThrow('namespace-malformed')
  })

  it('NET-1 a release without a name or an address is an error', () => {
    expect(() => servePort({ release: '', port: 9080 })).toThrow('release-malformed')
    expect(() => servePort({ release: 'a/b', port: 9080 })).toThrow('release-malformed')
    expect(() => servePort({ release: 'r1', port: 9080, address: 'worker' })).toThrow(
      'address-malformed',
    )
  })
})

describe('the network', () => {
  it('NET-2 a server that cannot be reached is an error with its address, and nobody hears of it', async () => {
    const engine = await restateEngine(addresses)(host())
    const heard: unknown[] = []
    engine.subscribe((change) => void heard.push(change))
    const event = { type: 'interview.ended', at: '2026-11-25T14:30:00Z' }
    await expect(engine.begin(applicationInput('acme-1'))).rejects.toThrow('127.0.0.1:1')
    await expect(engine.record('acme-1', event)).rejects.toThrow('restate-unreachable')
    await expect(engine.list()).rejects.toThrow('127.0.0.1:2')
    expect(heard).toEqual([])
  })

  it('NET-2 an answer of something else is an error', async () => {
    const engine = await engineWith(() => new Response('<html>It works!</html>'))
    await expect(engine.read('acme-1')).rejects.toThrow('answer-foreign')
  })

  it('NET-3 what the server refuses has the message of the server', async () => {
    const refused = { message: 'the invocation was killed' }
    const engine = await engineWith(() => Response.json(refused, { status: 500 }))
    await expect(engine.read('acme-1')).rejects.toThrow(
      /^restate-refused: .* status 500: the invocation was killed\. Fix: /,
    )
    const missing = await engineWith(() => Response.json({}, { status: 404 }))
    await expect(missing.read('acme-1')).rejects.toThrow('service-missing')
  })

  it('NET-4 an error of the other side comes with its code, its text and its details', async () => {
    const error = {
      code: 'application-exists',
      happened: 'it has begun before',
      fix: 'take another id',
      details: { applicationId: 'acme-1' },
    }
    const engine = await engineWith(() => Response.json({ ok: false, error }))
    await expect(engine.begin(applicationInput('acme-1'))).rejects.toMatchObject({
      code: 'application-exists',
      message: 'application-exists: it has begun before. Fix: take another id.',
      details: { applicationId: 'acme-1' },
    })
  })

  it('NET-7 a node that has not heard of a registered service yet is asked again', async () => {
    const asked: string[] = []
    const engine = await engineWith((url) => {
      asked.push(new URL(url).pathname)
      if (url.includes('/services/')) return Response.json({ name: 'afterview.application' })
      if (asked.length < 4) return Response.json({}, { status: 404 })
      return Response.json({ ok: true, value: null })
    })
    expect(await engine.read('acme-1')).toBeUndefined()
    const [call, question] = [
      '/afterview.application/acme-1/load',
      '/services/afterview.application',
    ]
    expect(asked).toEqual([call, question, call, question, call])
  })

  it('NET-8 a question to a cluster that just lost a node is asked again', async () => {
    let asked = 0
    const engine = await engineWith(() => {
      asked += 1
      const lost = { message: 'No such scanner' }
      return asked < 3 ? Response.json(lost, { status: 500 }) : Response.json({ rows: [] })
    })
    expect((await engine.failures()).items).toEqual([])
    expect(asked).toBe(3)
  })

  it('NET-5 an id is encoded on its way', async () => {
    const urls: string[] = []
    const engine = await engineWith((url) => {
      urls.push(url)
      return Response.json({ ok: true, value: null })
    })
    expect(await engine.read('Møller & Söhne/1?')).toBeUndefined()
    expect(urls).toEqual([
      'http://127.0.0.1:1/afterview.application/M%C3%B8ller%20%26%20S%C3%B6hne%2F1%3F/load',
    ])
  })

  it('NET-6 a port that is taken is an error that names it', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => {
      other.listen(0, '127.0.0.1', resolve)
    })
    const address = other.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    const opening = engineWith(() => Response.json({}), {
      serve: servePort({ release: 'r1', port }),
    })
    await expect(opening).rejects.toThrow(
      `port-taken: the release cannot be served at 127.0.0.1:${port}`,
    )
    other.close()
  })

  it('NET-3 a release that the server does not take is not served', async () => {
    const refused = { message: 'it cannot be discovered' }
    const opening = engineWith(() => Response.json(refused, { status: 400 }), {
      serve: async () => ({
        address: 'http://worker/r1',
        close: async () => {
          isClosed = true
        },
      }),
    })
    let isClosed = false
    await expect(opening).rejects.toThrow('registration-failed')
    expect(isClosed).toBe(true)
  })
})
