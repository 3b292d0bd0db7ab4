import { createHash } from 'node:crypto'
import { letterKinds } from '@afterview/core'
import type { BeginInput, DraftChoice } from 'afterview'
import { Hono } from 'hono'
import { z } from 'zod'
import { draftChoice } from './draft-choice.ts'
import { fault } from './fault.ts'
import type { OwnerEnv } from './guards.ts'
import { refusalFor } from './problem.ts'
import { expectedRevision, idempotencyKey, read, readObject, revisionTag } from './request.ts'

const page = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(100),
  cursor: z.string().exactOptional(),
})
const name = z.looseObject({ applicationId: z.string().exactOptional() })
const reading = z.object({ reading: z.coerce.number().int().min(1).exactOptional() })
const kind = z.enum(letterKinds)

/** What an owner does with applications: begin, look, record, draft, erase. */
export const applicationRoutes = new Hono<OwnerEnv>()
  .post('/', async (c) => {
    const { applicationId, ...input } = read(name, await readObject(c))
    const { key } = idempotencyKey(c)
    // A repeated request must not begin a second application: the key makes the id.
    const chosen = applicationId ?? (key === undefined ? undefined : nameFor(key))
    // The core names every field of the input that is missing or wrong.
    const begun = await c.var.search.begin(input as unknown as BeginInput, chosen)
    c.header('Location', `/applications/${begun.applicationId}`)
    c.header('ETag', revisionTag(begun.snapshot.revision))
    return c.json(begun, begun.created ? 201 : 200)
  })
  .get('/', async (c) => {
    const { limit, cursor } = read(page, c.req.query())
    return c.json(await c.var.search.list(limit, cursor))
  })
  .get('/:id', async (c) => {
    const snapshot = await c.var.search.read(c.req.param('id'))
    const tag = revisionTag(snapshot.revision)
    c.header('ETag', tag)
    return c.req.header('If-None-Match') === tag ? c.body(null, 304) : c.json(snapshot)
  })
  .delete('/:id', async (c) => {
    await c.var.search.erase(c.req.param('id'))
    return c.body(null, 204)
  })
  .get('/:id/history', async (c) => c.json(await c.var.search.history(c.req.param('id'))))
  .get('/:id/export', async (c) => c.json(await c.var.search.export(c.req.param('id'))))
  .get('/:id/possible', async (c) => c.json(await c.var.search.possible(c.req.param('id'))))
  .post('/:id/events', async (c) => {
    const event = await readObject(c)
    const choice = { ...read(reading, c.req.query()), ...idempotencyKey(c), ...expectedRevision(c) }
    const recorded = await c.var.search.record(c.req.param('id'), event, choice)
    if (!recorded.accepted) return refusalFor(c, recorded)
    c.header('ETag', revisionTag(recorded.snapshot.revision))
    return c.json(recorded)
  })
  .post('/:id/understand', async (c) => {
    const event = await readObject(c)
    const timeframe = await c.var.search.understand(c.req.param('id'), event)
    return c.json({ timeframe: timeframe ?? null })
  })
  .on(['GET', 'POST'], '/:id/drafts/:file', async (c) => {
    const [wanted, ending] = c.req.param('file').split(/(?=\.eml$)/)
    const asked = c.req.method === 'POST' ? await readObject(c) : c.req.query()
    const choice = read(draftChoice, asked) as DraftChoice
    const draft = await c.var.search.draft(c.req.param('id'), read(kind, wanted), choice)
    if (ending === undefined) return c.json(draft)
    if (draft.output !== 'letter') throw fault('draft-no-mail', `"${draft.kind}" is no mail`)
    return c.body(draft.eml(), 200, {
      'Content-Type': 'message/rfc822',
      'Content-Disposition': `attachment; filename="${draft.kind}.eml"`,
    })
  })

function nameFor(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 32)
}
