import type { AddressInfo } from 'node:net'
import { once } from 'node:events'
import { createAdaptorServer } from '@hono/node-server'
import { Server as HttpServer } from 'node:http'
import { AfterviewError } from '@afterview/time'
import type { Server } from './server.ts'

/** A server that takes requests. */
export interface Listening {
  /** Such as `http://127.0.0.1:8787`. */
  readonly origin: string
  /**
   * Takes no new connections, finishes the requests that have begun, ends streams, and disposes the
   * server. After `patience` ms (default 10,000) connections that are still open are cut.
   */
  close(patience?: number): Promise<void>
}

/** Listens; port 0 takes a free one. Rejects with `address-unusable`. */
export async function listen(server: Server, port: number, host: string): Promise<Listening> {
  const http = createAdaptorServer({ fetch: server.app.fetch })
  if (!(http instanceof HttpServer)) throw new TypeError('the adaptor made no HTTP/1 server')
  try {
    http.listen(port, host)
    await once(http, 'listening')
  } catch (cause) {
    await server.dispose()
    throw new AfterviewError('address-unusable', {
      happened: `${host} port ${port} cannot be listened on: ${String(cause)}`,
      fix: 'set PORT and HOST to an address that is free here',
      cause,
    })
  }
  const { port: taken, address, family } = http.address() as AddressInfo
  return {
    origin: `http://${family === 'IPv6' ? `[${address}]` : address}:${taken}`,
    async close(patience = 10_000) {
      const closed = once(http, 'close')
      http.close()
      server.endStreams()
      // A client that keeps its connection, as most do, would keep the process.
      const sweep = setInterval(() => http.closeIdleConnections(), 20)
      const cut = setTimeout(() => http.closeAllConnections(), patience)
      await closed
      clearInterval(sweep)
      clearTimeout(cut)
      await server.dispose()
    },
  }
}
