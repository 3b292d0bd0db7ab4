import { createServer } from 'node:http2'
import { createEndpointHandler, object, type ObjectContext } from '@restatedev/restate-sdk'
import { freePorts } from '../test-server/restate-node.ts'
import type { RestateServer } from '../test-server/restate-server.ts'

/** A virtual object with nothing in it but a number, and one that keeps an index: what Restate itself costs. */
export interface BareObjects {
  /** Adds one to the counter of a key. */
  count(key: string): Promise<void>
  /** Writes a row of an index object, as a change of an application would. */
  index(shard: string, id: string, row: object): Promise<void>
  /** The first rows of an index shard whose state is `state`. */
  listIndex(shard: string, state: string, limit: number): Promise<readonly unknown[]>
  close(): void
}

/** Serves and registers them. */
export async function openBareObjects(server: RestateServer): Promise<BareObjects> {
  const counter = object({
    name: 'bare.counter',
    options: { journalRetention: 0, idempotencyRetention: 60_000 },
    handlers: {
      async add(ctx: ObjectContext) {
        const count = ((await ctx.get<number>('count')) ?? 0) + 1
        ctx.set('count', count)
        return count
      },
    },
  })
  const index = object({
    name: 'bare.index',
    options: { journalRetention: 0, idempotencyRetention: 0, enableLazyState: true },
    handlers: {
      async put(ctx: ObjectContext, row: { readonly id: string }) {
        ctx.set(row.id, row)
      },
      async list(ctx: ObjectContext, wanted: { readonly state: string; readonly limit: number }) {
        const found: unknown[] = []
        for (const id of (await ctx.stateKeys()).toSorted()) {
          if (found.length >= wanted.limit) break
          const row = await ctx.get<{ readonly state: string }>(id)
          if (row?.state.startsWith(wanted.state) === true) found.push(row)
        }
        return found
      },
    },
  })
  const [port = 0] = await freePorts(1)
  const services = [counter, index]
  const endpoint = createServer(createEndpointHandler({ services, logger: () => undefined }))
  await new Promise<void>((resolve) => {
    endpoint.listen(port, '127.0.0.1', resolve)
  })
  await post(`${server.admin}/deployments`, { uri: `http://127.0.0.1:${port}` })
  return {
    async count(key) {
      await post(`${server.ingress}/bare.counter/${key}/add`)
    },
    async index(shard, id, row) {
      await post(`${server.ingress}/bare.index/${shard}/put`, { ...row, id })
    },
    async listIndex(shard, state, limit) {
      const found = await post(`${server.ingress}/bare.index/${shard}/list`, { state, limit })
      return found as readonly unknown[]
    },
    close: () => void endpoint.close(),
  }
}

async function post(url: string, body?: unknown): Promise<unknown> {
  const headers = { 'content-type': 'application/json' }
  const given = body === undefined ? {} : { headers, body: JSON.stringify(body) }
  const response = await fetch(url, { method: 'POST', ...given })
  const text = await response.text()
  if (!response.ok) throw new Error(`${url}: ${text}`)
  return text === '' ? null : JSON.parse(text)
}
