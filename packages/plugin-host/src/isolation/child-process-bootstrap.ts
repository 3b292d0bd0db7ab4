import { createSystemClock } from '../system-clock.ts'
import type { RawPort } from '../channel/raw-port.ts'
import { installGuards } from './node-guards.ts'
import { serveRealm } from './realm-server.ts'

/** First file of a child process that runs a plugin. Its line to the host is the IPC channel. */
const send = process.send?.bind(process)
if (send === undefined) throw new Error('This file is started by the child process adapter only')

// From here on the plugin's code has no way to post: it cannot flood the host behind the API.
delete process.send

const exit = process.exit.bind(process)
process.on('disconnect', () => exit(0))

const server = serveRealm({
  port: parentPort(send),
  clock: createSystemClock(),
  defer: setImmediate,
  importModule: (url) => import(url),
  onViolation: () => exit(1),
})
installGuards(server, 'own-process')

function parentPort(post: (message: unknown) => boolean): RawPort {
  let listener: ((message: unknown) => void) | undefined
  return {
    post: (message) => void post(message),
    on(next) {
      const isFirst = listener === undefined
      listener = next
      if (isFirst) process.on('message', (message) => listener?.(message))
    },
    close: () => process.disconnect(),
  }
}
