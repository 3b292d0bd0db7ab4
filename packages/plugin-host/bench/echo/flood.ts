import { createSystemClock } from '@afterview/plugin-host'
import { createChannel } from '@afterview/plugin-host/adapter-kit'
import { type MessagePort, workerData } from 'node:worker_threads'
import { threadLine } from './lines.ts'

/** A worker thread that sends many messages as fast as it is let: over a channel, or bare. */
const given: { port: MessagePort; messages: number; credits: number | null } = workerData
const { port } = threadLine(given.port)
const ignore = (): void => undefined

if (given.credits === null) {
  for (let n = 0; n < given.messages; n += 1) port.post({ t: 'q', m: 'take', a: [n] })
} else {
  const channel = createChannel({
    port,
    clock: createSystemClock(),
    methods: {},
    limits: { credits: given.credits, queuedMessages: given.messages },
    defer: setImmediate,
    onViolation: ignore,
    onError: ignore,
  })
  for (let n = 0; n < given.messages; n += 1) channel.tell('take', n)
}
