import { createServer, type Http2Server, type ServerHttp2Session } from 'node:http2'
import { messageOf } from '@afterview/engine/host'
import { createEndpointHandler } from '@restatedev/restate-sdk'
import { restateError } from './error-table.ts'
import { requireAddress } from './http-call.ts'
import type { RestateService } from './restate-service.ts'

/** A release that is being served. */
export interface ServedRelease {
  /** Where the Restate server reaches it; this is what gets registered. */
  readonly address: string
  /** Takes no more invocations, and waits a moment for those under way. */
  close(): Promise<void>
}

/** Serves what a service defines, somehow. */
export type ServeRelease = (service: RestateService) => Promise<ServedRelease>

/** Options of {@link servePort}. */
export interface ServePortOptions {
  /**
   * Names the code and the configuration, such as the id of a commit: another one for each change
   * of either. Restate finishes what began on a release on that release.
   */
  readonly release: string
  readonly port: number
  /** The interface to listen on. Default `127.0.0.1`: this machine only. */
  readonly host?: string
  /** How the Restate server reaches this process, without the release. Default `http://host:port`. */
  readonly address?: string
  /** Public keys of the Restate server; requests that it has not signed are refused. */
  readonly identityKeys?: readonly string[]
}

/** How long `close()` waits for invocations under way, in ms; Restate repeats those that are cut off. */
const farewell = 5000

/**
 * Serves a release on a port of this process, under `address/release`, by HTTP/2 without encryption.
 * The result rejects with `port-taken`.
 */
export function servePort(options: ServePortOptions): ServeRelease {
  const { release, port, host = '127.0.0.1' } = options
  if (!/^[\w.-]{1,100}$/.test(release)) throw restateError('release-malformed', { release })
  const base = requireAddress('address', options.address ?? `http://${host}:${port}`)
  return async (service) => {
    const { server, sessions } = createH2Server(service, options.identityKeys ?? [])
    await listen(server, port, host)
    return { address: `${base}/${release}`, close: () => closeServer(server, sessions) }
  }
}

interface Listening {
  readonly server: Http2Server
  readonly sessions: Set<ServerHttp2Session>
}

function createH2Server(service: RestateService, identityKeys: readonly string[]): Listening {
  const services = [...service.definitions]
  const keys = { identityKeys: [...identityKeys] }
  const server = createServer(createEndpointHandler({ services, logger: service.logger, ...keys }))
  const sessions = new Set<ServerHttp2Session>()
  server.on('session', (session) => {
    sessions.add(session)
    session.once('close', () => sessions.delete(session))
  })
  return { server, sessions }
}

function listen(server: Http2Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (thrown) => {
      reject(restateError('port-taken', { host, port, message: messageOf(thrown) }, thrown))
    })
    server.listen(port, host, resolve)
  })
}

async function closeServer(
  server: Http2Server,
  sessions: ReadonlySet<ServerHttp2Session>,
): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve())
  })
  for (const session of sessions) session.close()
  const cut = setTimeout(() => {
    for (const session of sessions) session.destroy()
  }, farewell)
  await closed
  clearTimeout(cut)
}
