import { Hono } from 'hono'
import { stream, streamSSE } from 'hono/streaming'
import type { ChangeLog } from './change-log.ts'
import type { OwnerEnv } from './guards.ts'
import type { JobSearch } from './job-search.ts'
import type { Owners } from './owners.ts'

/** What an owner does with the account as a whole: change the token, take everything along, leave. */
export function ownerRoutes(owners: Owners, log: ChangeLog): Hono<OwnerEnv> {
  return new Hono<OwnerEnv>()
    .post('/token', (c) => {
      const key = owners.renew(c.var.search.owner)
      log.end(key.owner)
      return c.json(key)
    })
    .get('/export', (c) => {
      const { search } = c.var
      c.header('Content-Type', 'application/x-ndjson')
      return stream(c, async (out) => {
        for await (const application of search.exportAll()) {
          if (out.aborted) return
          await out.writeln(JSON.stringify(application))
        }
      })
    })
    .delete('/', async (c) => {
      const { search } = c.var
      owners.shutOut(search.owner)
      log.end(search.owner)
      await eraseOwner(search, owners)
      return c.body(null, 204)
    })
}

/** Erases all that an owner has, and then the owner, who is shut out already. */
export async function eraseOwner(search: JobSearch, owners: Owners): Promise<void> {
  await search.eraseAll()
  owners.remove(search.owner)
}

/** Changes as they happen, as server-sent events; Last-Event-ID resumes. */
export function changeRoutes(log: ChangeLog): Hono<OwnerEnv> {
  return new Hono<OwnerEnv>().get('/', (c) => {
    const heard = log.open(c.var.search.owner, c.req.header('Last-Event-ID'))
    return streamSSE(c, async (out) => {
      out.onAbort(() => heard.close())
      for await (const entry of heard.entries) {
        if (entry === null) await out.write(': still here\n\n')
        else await out.writeSSE({ ...entry, data: JSON.stringify(entry.data) })
      }
      heard.close()
    })
  })
}
