import { type JsonValue, createSystemClock } from '@afterview/plugin-host'
import { type RawPort, createChannel } from '@afterview/plugin-host/adapter-kit'
import { createBirpc } from 'birpc'
import { type Endpoint, expose, wrap } from 'comlink'
import { type MessageConnection, RequestType } from 'vscode-jsonrpc/node'

/** One way to call over a line. */
export type PeerName = 'channel' | 'raw messages' | 'birpc' | 'comlink' | 'vscode-jsonrpc'

/** Calls the other side, which answers with what it is given. */
export type Echo = (payload: JsonValue) => Promise<unknown>

/** A line, and its readers and writers for the peer that needs its own. */
export interface Line {
  readonly port: RawPort
  connect(): MessageConnection
}

/** The caller's side of a peer. */
export function callOver(peer: PeerName, line: Line): Echo {
  switch (peer) {
    case 'channel':
      return channelOver(line, {})
    case 'raw messages':
      return rawEcho(line.port)
    case 'birpc': {
      const rpc = createBirpc<{ echo: Echo }>({}, birpcOver(line.port))
      return (payload) => rpc.echo(payload)
    }
    case 'comlink':
      return wrap<{ echo: Echo }>(endpointOver(line.port)).echo
    case 'vscode-jsonrpc': {
      const connection = line.connect()
      connection.listen()
      return (payload) => connection.sendRequest('echo', payload)
    }
  }
}

/** The answering side of a peer. */
export function serveOver(peer: PeerName, line: Line): void {
  switch (peer) {
    case 'channel':
      channelOver(line, { echo: (payload) => payload })
      return
    case 'raw messages':
      line.port.on((message) => line.port.post(message))
      return
    case 'birpc':
      createBirpc({ echo: (payload: JsonValue) => payload }, birpcOver(line.port))
      return
    case 'comlink':
      expose({ echo: (payload: JsonValue) => payload }, endpointOver(line.port))
      return
    case 'vscode-jsonrpc': {
      const connection = line.connect()
      connection.onRequest<JsonValue, JsonValue, void>(
        new RequestType('echo'),
        (payload) => payload,
      )
      connection.listen()
    }
  }
}

function channelOver(
  { port }: Line,
  methods: Readonly<Record<string, (payload: JsonValue) => JsonValue>>,
): Echo {
  const fail = (error: unknown): never => {
    throw error
  }
  const clock = createSystemClock()
  const limits = { queuedMessages: 1_000_000 }
  const channel = createChannel({
    port,
    clock,
    methods,
    limits,
    defer: setImmediate,
    onViolation: fail,
    onError: fail,
  })
  return (payload) => channel.call('echo', payload)
}

/** As little as it takes: answers come in order, so a queue pairs them with calls. */
function rawEcho(port: RawPort): Echo {
  const waiting: ((message: unknown) => void)[] = []
  let next = 0
  port.on((message) => {
    waiting[next]?.(message)
    next += 1
    if (next < waiting.length) return
    waiting.length = 0
    next = 0
  })
  return (payload) =>
    new Promise((resolve) => {
      waiting.push(resolve)
      port.post(payload)
    })
}

function birpcOver(port: RawPort) {
  return {
    post: (message: unknown) => port.post(message),
    on: (listener: (message: unknown) => void) => port.on(listener),
  }
}

function endpointOver(port: RawPort): Endpoint {
  return {
    postMessage: (message: unknown) => port.post(message),
    addEventListener: (_type, listener) => {
      port.on((data) => {
        const event = new MessageEvent('message', { data })
        if (typeof listener === 'function') listener(event)
        else listener.handleEvent(event)
      })
    },
    removeEventListener: () => undefined,
  }
}
