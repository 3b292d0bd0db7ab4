import { createSystemClock } from '../system-clock.ts'
import { serveRealm } from './realm-server.ts'
import { installWebGuards } from './web-guards.ts'
import { createTurns, webPort } from './web-port.ts'

/** First file of a Web Worker that runs a plugin. Its line to the host comes with the first message. */
self.addEventListener('message', ({ ports: [port] }) => run(port), { once: true })

function run(port: MessagePort | undefined): void {
  if (port === undefined) throw new Error('This file is started by the Web Worker adapter only')
  const close = self.close.bind(self)
  const server = serveRealm({
    port: webPort(port),
    clock: createSystemClock(),
    defer: createTurns(),
    importModule: (url) => import(/* @vite-ignore */ url),
    onViolation: close,
  })
  installWebGuards(server)
}
