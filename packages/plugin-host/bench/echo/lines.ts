import type { ChildProcess } from 'node:child_process'
import type { MessagePort } from 'node:worker_threads'
import {
  IPCMessageReader,
  IPCMessageWriter,
  PortMessageReader,
  PortMessageWriter,
  createMessageConnection,
} from 'vscode-jsonrpc/node'
import type { Line } from './peers.ts'

/** A line over one end of a message channel. */
export function threadLine(port: MessagePort): Line {
  return {
    port: {
      post: (message) => port.postMessage(message),
      on: (listener) => void port.on('message', listener),
      close: () => port.close(),
    },
    connect: () =>
      createMessageConnection(new PortMessageReader(port), new PortMessageWriter(port)),
  }
}

/** A line over the IPC channel of a process, seen from either side. */
export function processLine(end: ChildProcess | NodeJS.Process): Line {
  return {
    port: {
      post: (message) => void end.send?.(message as object),
      on: (listener) => void end.on('message', listener),
      close: () => end.disconnect?.(),
    },
    connect: () => createMessageConnection(new IPCMessageReader(end), new IPCMessageWriter(end)),
  }
}
