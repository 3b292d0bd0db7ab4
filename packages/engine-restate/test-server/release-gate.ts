import { createServer, type Http2ServerRequest, type Http2ServerResponse } from 'node:http2'
import type { RestateService, ServeRelease } from '@afterview/engine-restate'
import { createEndpointHandler } from '@restatedev/restate-sdk'
import { freePorts } from './restate-node.ts'

/** One address behind which the processes of a release come and go, like a load balancer. */
export interface ReleaseGate {
  /** Serves at `path`; of several at the same path, the last that is open gets what comes. */
  serve(path: string, release: string): ServeRelease
  /** Cuts every connection and forgets whoever serves at `path`, as if they had crashed. */
  crash(path: string): void
  close(): Promise<void>
}

type Handle = (request: Http2ServerRequest, response: Http2ServerResponse) => void

interface Place {
  readonly path: string
  readonly handle: Handle
  open: number
}

/** A gate on a port of its own. */
export async function openReleaseGate(): Promise<ReleaseGate> {
  let places: readonly Place[] = []
  const sessions = new Set<{ destroy(): void }>()
  const server = createServer((request, response) => {
    const path = request.url.split('/')[1] ?? ''
    const place = places.findLast((one) => one.path === path)
    if (place === undefined) {
      response.writeHead(503).end()
      return
    }
    place.open += 1
    response.once('close', () => {
      place.open -= 1
    })
    place.handle(request, response)
  })
  server.on('session', (session) => {
    sessions.add(session)
    session.once('close', () => sessions.delete(session))
  })
  const [port = 0] = await freePorts(1)
  await new Promise<void>((resolve) => {
    server.listen(port, '127.0.0.1', resolve)
  })

  return {
    serve: (path, release) => async (service) => {
      const place = { path, handle: handlerOf(service), open: 0 }
      places = [...places, place]
      return {
        address: `http://127.0.0.1:${port}/${path}/${release}`,
        async close() {
          places = places.filter((one) => one !== place)
          for (let turns = 0; place.open > 0 && turns < 200; turns += 1) await shortTurn()
        },
      }
    },
    crash(path) {
      places = places.filter((one) => one.path !== path)
      for (const session of sessions) session.destroy()
    },
    async close() {
      for (const session of sessions) session.destroy()
      await new Promise((resolve) => {
        server.close(resolve)
      })
    },
  }
}

function handlerOf(service: RestateService): Handle {
  const { definitions, logger } = service
  return createEndpointHandler({ services: [...definitions], logger })
}

function shortTurn(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 5)
  })
}
