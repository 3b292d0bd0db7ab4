import { type JsonValue } from '@afterview/plugin-host'
import {
  type Channel,
  type ChannelLimits,
  type ChannelMethod,
  createChannel,
} from '@afterview/plugin-host/adapter-kit'
import { AfterviewError } from '@afterview/time'
import { describe, expect, test } from 'vitest'
import { createManualClock } from './manual-clock.ts'
import { type TestPort, createPortPair, settle } from './port-pair.ts'

interface Line {
  readonly here: Channel
  readonly there: Channel
  readonly herePort: TestPort
  readonly therePort: TestPort
  readonly clock: ReturnType<typeof createManualClock>
  /** What either side reported about the other, or could not serve. */
  readonly complaints: readonly unknown[]
}

function createLine(
  methods: Readonly<Record<string, ChannelMethod>>,
  limits: Partial<ChannelLimits> = {},
): Line {
  const [herePort, therePort] = createPortPair()
  const clock = createManualClock()
  const complaints: unknown[] = []
  const complain = (error: unknown): void => void complaints.push(error)
  const shared = { clock, limits, defer: setImmediate, onViolation: complain, onError: complain }
  const here = createChannel({ ...shared, port: herePort, methods: {} })
  const there = createChannel({ ...shared, port: therePort, methods })
  return { here, there, herePort, therePort, clock, complaints }
}

const echo: ChannelMethod = (params) => params
const never: ChannelMethod = () => new Promise(() => undefined)

describe('a call', () => {
  test('is answered with what the other side returns', async () => {
    const { here } = createLine({ echo, later: async (params) => params })
    await expect(here.call('echo', { a: [1, 'b', null] })).resolves.toEqual({ a: [1, 'b', null] })
    await expect(here.call('later', 5)).resolves.toBe(5)
  })

  test('is answered in any order when many are under way', async () => {
    const gates = new Map<JsonValue, () => void>()
    const wait: ChannelMethod = (n) => new Promise((resolve) => gates.set(n, () => resolve(n)))
    const { here } = createLine({ wait })
    const both = Promise.all([here.call('wait', 1), here.call('wait', 2)])
    await settle()
    gates.get(2)?.()
    await settle()
    gates.get(1)?.()
    await expect(both).resolves.toEqual([1, 2])
  })

  test.each(['missing', 'constructor', '__proto__', 'toString', 'then'])(
    'of %s, which is not served, is refused',
    async (method) => {
      const { here } = createLine({ echo })
      await expect(here.call(method, null)).rejects.toMatchObject({ code: 'method-unknown' })
    },
  )

  test('hands over a frozen payload and leaves that of the caller as it was', async () => {
    let seen: unknown
    const { here } = createLine({
      keep: (params) => {
        seen = params
        return null
      },
    })
    const payload = { list: [{ name: 'Ada' }] }
    await here.call('keep', payload)
    expect(Object.isFrozen(seen)).toBe(true)
    expect(Object.isFrozen(Object(seen).list[0])).toBe(true)
    expect(Object.isFrozen(payload)).toBe(false)
  })
})

describe('an error', () => {
  test('keeps code, message, fix, details and causes', async () => {
    const cause = new RangeError('too deep', { cause: new Error('the first') })
    const thrown = new AfterviewError('kettle-empty', {
      happened: 'Kettle 7 has no water',
      fix: 'fill it',
      details: { kettle: 7 },
      cause,
    })
    const { here } = createLine({ fail: () => Promise.reject(thrown) })
    const error: unknown = await here.call('fail', null).catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(AfterviewError)
    expect(error).toMatchObject({
      code: 'kettle-empty',
      message: 'kettle-empty: Kettle 7 has no water. Fix: fill it.',
      fix: 'fill it',
      details: { kettle: 7 },
      cause: { name: 'RangeError', message: 'too deep', cause: { message: 'the first' } },
    })
  })

  test.each([undefined, null, 0, '', false])('is one, even when %j was thrown', async (thrown) => {
    const { here } = createLine({
      fail: () => {
        throw thrown
      },
    })
    await expect(here.call('fail', null)).rejects.toBeInstanceOf(Error)
  })

  test('is cut when its texts are endless, and loses details that are huge', async () => {
    const thrown = new AfterviewError('long', {
      happened: 'x'.repeat(1_000_000),
      fix: 'y',
      details: { huge: 'z'.repeat(1_000_000) },
    })
    const { here, therePort } = createLine({ fail: () => Promise.reject(thrown) })
    await expect(here.call('fail', null)).rejects.toMatchObject({ code: 'long', details: {} })
    expect(JSON.stringify(therePort.posted).length).toBeLessThan(100_000)
  })
})

describe('a payload', () => {
  const limit = 1000
  const textOf = (bytes: number): string => 'x'.repeat(bytes - 2)

  test('of exactly the limit passes, one byte more is refused before it is sent', async () => {
    const { here, herePort } = createLine({ echo }, { messageBytes: limit })
    await expect(here.call('echo', textOf(limit))).resolves.toHaveLength(limit - 2)
    const before = herePort.posted.length
    await expect(here.call('echo', textOf(limit + 1))).rejects.toMatchObject({
      code: 'message-too-large',
      details: { bytes: limit + 1, limit },
    })
    expect(herePort.posted).toHaveLength(before)
  })

  test('is measured in bytes of its text, not in characters', async () => {
    const { here } = createLine({ echo }, { messageBytes: limit })
    await expect(here.call('echo', 'é'.repeat(499))).resolves.toHaveLength(499)
    await expect(here.call('echo', 'é'.repeat(500))).rejects.toMatchObject({
      code: 'message-too-large',
    })
  })

  test('in an answer is refused on the side that answers', async () => {
    const { here } = createLine({ grow: () => textOf(limit + 1) }, { messageBytes: limit })
    await expect(here.call('grow', null)).rejects.toMatchObject({ code: 'message-too-large' })
  })

  const cycle: Record<string, unknown> = {}
  cycle['self'] = cycle
  test.each([
    ['a function', { deep: [() => 1] }, '/deep/0'],
    ['NaN', { n: Number.NaN }, '/n'],
    ['a date', { at: new Date(0) }, '/at'],
    ['a map', new Map(), 'it'],
    ['a bigint', [1n], '/0'],
    ['a hole in a list', Object.assign([], { length: 2 ** 31 }), '/0'],
  ])('that holds %s is refused with its path', async (_what, payload, path) => {
    const { here } = createLine({ echo })
    await expect(here.call('echo', payload as JsonValue)).rejects.toMatchObject({
      code: 'value-not-json',
      details: { path },
    })
  })

  test('with a cycle is refused', async () => {
    const { here } = createLine({ echo })
    await expect(here.call('echo', cycle as JsonValue)).rejects.toMatchObject({
      code: 'value-not-json',
    })
  })

  test('may leave properties undefined, as JSON leaves them out', async () => {
    const { here } = createLine({ echo })
    const partial = { a: 1, b: undefined } as unknown as Record<string, number>
    await expect(here.call('echo', partial)).resolves.toEqual({ a: 1 })
  })
})

describe('cancelling', () => {
  test('rejects at once with the reason, and tells the other side', async () => {
    let seen: AbortSignal | undefined
    const { here } = createLine({
      wait: (_params, { signal }) => {
        seen = signal
        return new Promise(() => undefined)
      },
    })
    const controller = new AbortController()
    const call = here.call('wait', null, { signal: controller.signal })
    await settle()
    controller.abort(new Error('enough'))
    await expect(call).rejects.toThrow('enough')
    await settle()
    expect(seen?.aborted).toBe(true)
  })

  test('before the call means that nothing is sent', async () => {
    const { here, herePort } = createLine({ echo })
    const signal = AbortSignal.abort(new Error('never'))
    await expect(here.call('echo', 1, { signal })).rejects.toThrow('never')
    expect(herePort.posted).toEqual([])
  })

  test('with a reason that is no error still rejects', async () => {
    const { here } = createLine({ never })
    const controller = new AbortController()
    const call = here.call('never', null, { signal: controller.signal })
    controller.abort(null)
    await expect(call).rejects.toMatchObject({ code: 'call-cancelled' })
  })

  test('a call that still waits for credit takes it back', async () => {
    const served: JsonValue[] = []
    const serve: ChannelMethod = (params) => {
      served.push(params)
      return null
    }
    const { here, herePort } = createLine({ serve }, { credits: 1 })
    const controller = new AbortController()
    herePort.hold()
    const first = here.call('serve', 'first')
    const second = here.call('serve', 'second', { signal: controller.signal })
    controller.abort(new Error('not any more'))
    await expect(second).rejects.toThrow('not any more')
    herePort.release()
    await first
    await settle()
    expect(served).toEqual(['first'])
  })

  test('leaves no listener and no timer behind', async () => {
    const { here, clock } = createLine({ echo })
    const controller = new AbortController()
    await here.call('echo', 1, { signal: controller.signal })
    expect(clock.waiting).toBe(0)
    controller.abort()
  })
})

describe('the time limit', () => {
  test('rejects by the injected clock, cancels the work, and a late answer changes nothing', async () => {
    let answer: (value: JsonValue) => void = () => undefined
    let seen: AbortSignal | undefined
    const { here, clock } = createLine({
      wait: (_params, { signal }) => {
        seen = signal
        return new Promise((resolve) => {
          answer = resolve
        })
      },
    })
    const call = here.call('wait', null, { timeoutMs: 500 })
    await settle()
    clock.advance(499)
    expect(clock.waiting).toBe(1)
    clock.advance(1)
    await expect(call).rejects.toMatchObject({
      code: 'call-timed-out',
      details: { method: 'wait', timeoutMs: 500 },
    })
    await settle()
    expect(seen?.aborted).toBe(true)
    answer('late')
    await settle()
  })

  test('is a minute unless something else is said, and can be taken away', async () => {
    const { here, clock } = createLine({ never })
    const limited = here.call('never', null)
    void here.call('never', null, { timeoutMs: null }).catch(() => undefined)
    clock.advance(60_000)
    await expect(limited).rejects.toMatchObject({ code: 'call-timed-out' })
    expect(clock.waiting).toBe(0)
  })
})

describe('the acknowledgement', () => {
  test('comes when the synchronous part is over, before the answer', async () => {
    const order: string[] = []
    let answer: (value: JsonValue) => void = () => undefined
    const { here } = createLine({
      wait: () => {
        order.push('synchronous part')
        return new Promise((resolve) => {
          answer = resolve
        })
      },
    })
    const onAcknowledged = (): void => void order.push('acknowledged')
    const call = here.call('wait', null, { onAcknowledged }).then(() => order.push('answered'))
    await settle()
    expect(order).toEqual(['synchronous part', 'acknowledged'])
    answer(null)
    await call
    expect(order).toEqual(['synchronous part', 'acknowledged', 'answered'])
  })

  test('is the answer itself when there was nothing to wait for', async () => {
    let acknowledged = 0
    const { here, therePort } = createLine({ echo })
    await here.call('echo', 1, { onAcknowledged: () => (acknowledged += 1) })
    expect(acknowledged).toBe(1)
    expect(therePort.posted).toHaveLength(1)
  })

  test('still comes for a call that was given up', async () => {
    let acknowledged = 0
    const { here, herePort } = createLine({ never })
    const controller = new AbortController()
    herePort.hold()
    const { signal } = controller
    const call = here.call('never', null, { signal, onAcknowledged: () => (acknowledged += 1) })
    controller.abort(new Error('no'))
    await expect(call).rejects.toThrow('no')
    expect(acknowledged).toBe(0)
    herePort.release()
    await settle()
    expect(acknowledged).toBe(1)
  })

  test('counts as come when nothing was sent', async () => {
    let acknowledged = 0
    const { here } = createLine({ echo }, { messageBytes: 10 })
    const onAcknowledged = (): void => void (acknowledged += 1)
    await expect(here.call('echo', 'x'.repeat(20), { onAcknowledged })).rejects.toThrow(
      'message-too-large',
    )
    expect(acknowledged).toBe(1)
  })

  test('is not sent when nobody asks for it', async () => {
    const { here, therePort } = createLine({ later: async () => null })
    await here.call('later', null)
    expect(therePort.posted).toHaveLength(1)
  })

  test('of a ping comes while calls are still being served', async () => {
    const { here } = createLine({ never })
    void here.call('never', null).catch(() => undefined)
    await expect(here.ping()).resolves.toBeUndefined()
  })
})

describe('credit', () => {
  const count = (port: TestPort): number => port.posted.filter((it) => Object(it).t === 'q').length

  test('holds messages back until the other side has taken some, and keeps their order', async () => {
    const served: JsonValue[] = []
    const take: ChannelMethod = (n) => {
      served.push(n)
      return null
    }
    const { here, herePort } = createLine({ take }, { credits: 4 })
    herePort.hold()
    for (let n = 0; n < 20; n += 1) here.tell('take', n)
    await settle()
    expect(count(herePort)).toBe(4)
    herePort.release()
    for (let turn = 0; turn < 5; turn += 1) await settle()
    expect(served).toEqual(Array.from({ length: 20 }, (_, n) => n))
  })

  test('is not needed for signs of life', async () => {
    const { here, there } = createLine({ never }, { credits: 2 })
    for (let n = 0; n < 5; n += 1) void here.call('never', n).catch(() => undefined)
    await expect(Promise.all([here.ping(), there.ping()])).resolves.toHaveLength(2)
  })

  test('that runs out for long refuses the next call instead of filling memory', async () => {
    const { here, herePort } = createLine({ echo }, { credits: 1, queuedMessages: 2 })
    herePort.hold()
    const taken = [here.call('echo', 1), here.call('echo', 2), here.call('echo', 3)]
    await expect(here.call('echo', 4)).rejects.toMatchObject({ code: 'channel-congested' })
    expect(() => here.tell('echo', 5)).toThrow('channel-congested')
    herePort.release()
    await expect(Promise.all(taken)).resolves.toEqual([1, 2, 3])
  })
})

describe('a side that breaks the protocol', () => {
  const request = (n: number) => ({ t: 'q', m: 'echo', a: [n] })

  test('by sending beyond its credit is found out', async () => {
    const { therePort, herePort, complaints } = createLine({ echo }, { credits: 4 })
    for (let n = 0; n < 5; n += 1) herePort.post(request(n))
    await settle()
    expect(complaints).toMatchObject([{ code: 'protocol-violated' }])
    expect(therePort.isClosed).toBe(true)
  })

  test.each([
    ['nothing', undefined],
    ['a text', 'hello'],
    ['another frame', { t: 'z' }],
    ['a request without a list', { t: 'q', m: 'echo', a: 5 }],
    ['a method that is no text', { t: 'q', m: {}, a: [1] }],
    ['an endless id', { t: 'a', i: 'x'.repeat(1000) }],
    ['credit that it does not have', { t: 'c', n: 5 }],
    ['negative credit', { t: 'c', n: -5 }],
    ['data that is no JSON', { t: 'q', m: 'echo', a: [new Map()] }],
    ['too much data', { t: 'q', m: 'echo', a: ['x'.repeat(2_000_000)] }],
    ['the same call twice', { t: 'q', m: 'never', a: [1], i: 'twice' }],
  ])('by sending %s is found out', async (_what, message) => {
    const { herePort, therePort, complaints } = createLine({ echo, never })
    herePort.post(message)
    herePort.post(message)
    await settle()
    expect(complaints).toMatchObject([{ code: 'protocol-violated' }])
    expect(therePort.isClosed).toBe(true)
  })

  test.each([
    ['an answer to nothing', { t: 's', i: 'unknown', r: 1 }],
    ['an acknowledgement of nothing', { t: 'a', i: 'unknown' }],
    ['a cancellation of nothing', { t: 'x', i: 'unknown' }],
    ['a pong to nothing', { t: 'pong', n: 1 }],
  ])('only by sending %s too late is let pass', async (_what, message) => {
    const { here, herePort, complaints } = createLine({ echo })
    herePort.post(message)
    await expect(here.call('echo', 1)).resolves.toBe(1)
    expect(complaints).toEqual([])
  })

  test('cannot answer with a prototype', async () => {
    const { here } = createLine({ evil: () => JSON.parse('{"__proto__": {"polluted": 1}}') })
    const answer: unknown = await here.call('evil', null)
    expect(Object.getPrototypeOf(answer)).toBe(Object.prototype)
    expect(Object({}).polluted).toBeUndefined()
  })
})

describe('closing', () => {
  test('rejects what is under way and everything later with the same error', async () => {
    const { here } = createLine({ never })
    const reason = new Error('the place is gone')
    const pending = here.call('never', null)
    here.close(reason)
    await expect(pending).rejects.toBe(reason)
    await expect(here.call('never', null)).rejects.toBe(reason)
    expect(() => here.tell('never', null)).toThrow(reason)
  })

  test('aborts the work that is done for the other side', async () => {
    let seen: AbortSignal | undefined
    const { here, there } = createLine({
      wait: (_params, { signal }) => {
        seen = signal
        return new Promise(() => undefined)
      },
    })
    void here.call('wait', null).catch(() => undefined)
    await settle()
    there.close()
    expect(seen?.aborted).toBe(true)
  })

  test('happens by itself when the port cannot post', async () => {
    const line = createLine({ echo })
    line.herePort.post = () => {
      throw new Error('broken pipe')
    }
    await expect(line.here.call('echo', 1)).rejects.toMatchObject({
      code: 'channel-closed',
      cause: { message: 'broken pipe' },
    })
  })

  test('leaves no timer behind', async () => {
    const { here, clock } = createLine({ never })
    const pending = here.call('never', null)
    here.close()
    await expect(pending).rejects.toMatchObject({ code: 'channel-closed' })
    expect(clock.waiting).toBe(0)
  })
})

describe('an announcement', () => {
  test('that cannot be served is reported on that side only', async () => {
    const { here, complaints } = createLine({
      note: () => {
        throw new Error('no paper')
      },
    })
    here.tell('note', 1)
    here.tell('unknown', 1)
    await settle()
    expect(complaints).toMatchObject([{ message: 'no paper' }, { code: 'method-unknown' }])
  })
})
