import { type JsonValue } from '@afterview/plugin-host'
import { type Channel, createChannel } from '@afterview/plugin-host/adapter-kit'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { fuzzRuns } from '../fuzz-runs.ts'
import { createManualClock } from './manual-clock.ts'
import { createPortPair } from './port-pair.ts'

const ignore = (): void => undefined

function createLine(messageBytes = 1_000_000): Channel {
  const [left, right] = createPortPair()
  const shared = {
    clock: createManualClock(),
    defer: setImmediate,
    limits: { messageBytes },
    onViolation: ignore,
    onError: ignore,
  }
  createChannel({ ...shared, port: right, methods: { echo: (params) => params } })
  return createChannel({ ...shared, port: left, methods: {} })
}

test('any JSON value comes back as it was sent', async () => {
  const channel = createLine()
  await fc.assert(
    fc.asyncProperty(fc.json(), async (text) => {
      const value: JsonValue = JSON.parse(text)
      expect(JSON.stringify(await channel.call('echo', value))).toBe(JSON.stringify(value))
    }),
    { numRuns: fuzzRuns(100) },
  )
})

test('a value passes exactly when its text has no more bytes than the limit', async () => {
  const texts = fc.json({ stringUnit: 'grapheme' })
  await fc.assert(
    fc.asyncProperty(texts, fc.integer({ min: 1, max: 60 }), async (text, limit) => {
      const value: JsonValue = JSON.parse(text)
      const bytes = new TextEncoder().encode(JSON.stringify(value)).length
      const sent = createLine(limit).call('echo', value)
      if (bytes <= limit) await expect(sent).resolves.toEqual(value)
      else await expect(sent).rejects.toMatchObject({ code: 'message-too-large' })
    }),
    { numRuns: fuzzRuns(100) },
  )
})

test('any value whatever is either sent or refused with a typed error', async () => {
  const channel = createLine()
  const anything = fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true })
  await fc.assert(
    fc.asyncProperty(anything, async (value) => {
      const outcome = await channel.call('echo', value as JsonValue).then(
        () => 'sent',
        (error: unknown) => Object(error).code,
      )
      expect(['sent', 'value-not-json']).toContain(outcome)
    }),
    { numRuns: fuzzRuns(300) },
  )
})

test('any message whatever is served or ends the channel, and never throws', () => {
  const frames = fc.record(
    {
      t: fc.constantFrom('q', 's', 'a', 'x', 'c', 'ping', 'pong', 'z'),
      m: fc.oneof(fc.string(), fc.anything()),
      a: fc.oneof(fc.array(fc.anything(), { maxLength: 2 }), fc.anything()),
      i: fc.oneof(fc.string(), fc.anything()),
      n: fc.oneof(fc.integer(), fc.anything()),
      r: fc.anything(),
      e: fc.anything(),
    },
    { requiredKeys: ['t'] },
  )
  fc.assert(
    fc.property(fc.oneof(frames, fc.anything()), (message) => {
      let receive: (message: unknown) => void = ignore
      const port = {
        post: ignore,
        close: ignore,
        on: (listener: (message: unknown) => void) => {
          receive = listener
        },
      }
      const clock = createManualClock()
      const defer = ignore
      createChannel({ port, clock, defer, methods: {}, onViolation: ignore, onError: ignore })
      expect(() => receive(message)).not.toThrow('')
    }),
    { numRuns: fuzzRuns(500) },
  )
})
