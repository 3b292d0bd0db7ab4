import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { createSystemClock } from '../system-clock.ts'
import { installGuards } from './node-guards.ts'
import { type RealmServer, serveRealm } from './realm-server.ts'
import { createSharedSink } from './shared-sink.ts'
import { threadPort } from './thread-port.ts'

/** First file of a worker thread that runs plugins. Each comes as a port, over `workerData.control`. */
const given: { control?: MessagePort } = workerData
const { control } = given
if (control === undefined) throw new Error('This file is started by the worker thread adapter only')

// From here on the code of plugins has no port of its own: it cannot flood the host behind the API.
delete given.control
parentPort?.close()

const clock = createSystemClock()
const exit = process.exit.bind(process)
const servers = new Set<RealmServer>()
installGuards(createSharedSink(servers), 'none')

control.on('message', ({ port }: { readonly port: MessagePort }) => {
  const server = serveRealm({
    port: threadPort(port),
    clock,
    defer: setImmediate,
    importModule: (url) => import(url),
    onViolation: () => exit(1),
  })
  servers.add(server)
  port.on('close', () => servers.delete(server))
})
