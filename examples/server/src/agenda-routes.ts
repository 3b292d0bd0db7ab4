import type { AgendaQuery } from 'afterview'
import { Hono } from 'hono'
import { z } from 'zod'
import { fault } from './fault.ts'
import type { OwnerEnv } from './guards.ts'
import { read, readObject } from './request.ts'
import type { KeptSubscription, Subscriptions } from './subscriptions.ts'

const query = z.object({
  applicationId: z.string().exactOptional(),
  now: z.string().exactOptional(),
  until: z.string().exactOptional(),
  includeClosed: z.stringbool().exactOptional(),
})
const item = z.object({ item: z.string() })
const shown = {
  applicationId: z.string().exactOptional(),
  name: z.string().max(200).exactOptional(),
  locale: z.string().max(35).exactOptional(),
}
const file = z.object(shown)
const wish = z.strictObject({
  ...shown,
  hide: z.array(z.enum(['company', 'role', 'person', 'notes'])).exactOptional(),
})

/** What is to be done and why, as data and as a calendar file. */
export const agendaRoutes = new Hono<OwnerEnv>()
  .get('/agenda', async (c) =>
    c.json(await c.var.search.agenda(read(query, c.req.query()) as AgendaQuery)),
  )
  .get('/explain', async (c) => c.json(await c.var.search.explain(read(item, c.req.query()).item)))
  .get('/calendar.ics', async (c) => {
    const text = await c.var.search.calendar(read(file, c.req.query()))
    return c.body(text, 200, {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'attachment; filename="calendar.ics"',
    })
  })

/** The most calendars that one owner can subscribe to. */
const most = 20

/** Calendars to subscribe to: each with an address of its own, that can be changed or taken back. */
export function subscriptionRoutes(subscriptions: Subscriptions, origin?: string): Hono<OwnerEnv> {
  const addresses = (url: string, token: string): object => {
    const https = new URL(`/calendar/${token}.ics`, origin ?? url).href
    return { https, webcal: https.replace(/^https?:/, 'webcal:') }
  }
  return new Hono<OwnerEnv>()
    .post('/', async (c) => {
      const { search } = c.var
      const wanted = read(wish, await readObject(c))
      // What cannot be written is said now, not to a calendar program at night.
      await search.calendar(wanted)
      if (subscriptions.list(search.owner).length >= most) {
        throw fault('subscriptions-full', `there are ${most} subscriptions already`)
      }
      const { id, token } = subscriptions.add(search.owner, wanted)
      return c.json({ id, ...addresses(c.req.url, token) }, 201)
    })
    .get('/', (c) => c.json(subscriptions.list(c.var.search.owner).map(shownTo)))
    .post('/:id/renew', (c) => {
      const id = c.req.param('id')
      const token = subscriptions.renew(c.var.search.owner, id)
      if (token === undefined)
        throw fault('subscription-unknown', `there is no subscription "${id}"`)
      return c.json({ id, ...addresses(c.req.url, token) })
    })
    .delete('/:id', (c) => {
      const id = c.req.param('id')
      if (!subscriptions.remove(c.var.search.owner, id))
        throw fault('subscription-unknown', `there is no subscription "${id}"`)
      return c.body(null, 204)
    })
}

function shownTo({ id, applicationId, options }: KeptSubscription): object {
  return { id, applicationId, ...options }
}
