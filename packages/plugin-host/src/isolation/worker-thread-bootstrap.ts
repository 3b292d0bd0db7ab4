import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { createSystemClock } from '../system-clock.ts'
import { installGuards } from './node-guards.ts'
import { serveRealm } from './realm-server.ts'
import { threadPort } from './thread-port.ts'

/** First file of a worker thread that runs a plugin. Its line to the host is `workerData.port`. */
const given: { port?: MessagePort } = workerData
const { port } = given
if (port === undefined) throw new Error('This file is started by the worker thread adapter only')

// From here on the plugin's code has no port of its own: it cannot flood the host behind the API.
delete given.port
parentPort?.close()

const exit = process.exit.bind(process)
const server = serveRealm({
  port: threadPort(port),
  clock: createSystemClock(),
  defer: setImmediate,
  importModule: (url) => import(url),
  onViolation: () => exit(1),
})
installGuards(server, 'none')
