import { eventTypes, letterKinds } from '@afterview/core'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { begin, input, startServer } from './client.ts'

const numRuns = Number(process.env['AFTERVIEW_FUZZ'] ?? 60)
const odd = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom('', '2026-11-25T15:32:00+01:00', '2026-11-25', '\u0000', '💥', '../..', -1, 1e21),
  fc.record({ local: fc.string(), zone: fc.constantFrom('Europe/London', 'BST', '') }),
)
const fields = fc.dictionary(
  fc.constantFrom(
    'at',
    'phrase',
    'window',
    'round',
    'interviewerId',
    'topic',
    'itemId',
    'until',
    'kind',
    'medium',
    'terms',
    'respondBy',
    '__proto__',
    'type',
  ),
  odd,
  { maxKeys: 5 },
)
const event = fc
  .tuple(fc.constantFrom(...eventTypes, 'constructor', 'xstate.init', ''), fields)
  .map(([type, more]) => ({ type, ...more }))
const begun = fc
  .dictionary(fc.constantFrom(...Object.keys(input), 'applicationId'), odd)
  .map((more) => ({ ...input, ...more }))
const draft = fc.dictionary(
  fc.constantFrom('interviewer', 'tone', 'locale', 'address', 'facts'),
  odd,
)
const wish = fc.dictionary(fc.constantFrom('applicationId', 'name', 'locale', 'hide'), odd)

const query = fc.dictionary(
  fc.constantFrom(
    'applicationId',
    'now',
    'until',
    'item',
    'name',
    'locale',
    'limit',
    'cursor',
    'includeClosed',
    'interviewer',
    'tone',
  ),
  fc.oneof(
    fc.string(),
    fc.constantFrom('2026-11-25T15:32:00+01:00', 'true', '1', '-1', 'sam', 'nl', 'x/y'),
  ),
)

test('whatever is sent, nothing fails inside', { timeout: 120_000 }, async () => {
  const limits = { perOwner: 1e9, perAddress: 1e9 }
  const server = await startServer({ limits })
  const maya = await server.addOwner()
  const id = await begin(maya)
  const request = fc.oneof(
    event.map((body) => ({ path: `/applications/${id}/events`, body })),
    event.map((body) => ({ path: `/applications/${id}/understand`, body })),
    begun.map((body) => ({ path: '/applications', body })),
    wish.map((body) => ({ path: '/subscriptions', body })),
    fc.tuple(fc.constantFrom(...letterKinds), draft).map(([kind, body]) => ({
      path: `/applications/${id}/drafts/${kind}`,
      body,
    })),
    fc.webPath().map((path) => ({ path: `/applications${path}`, body: {} })),
  )
  const asked = fc.constantFrom('agenda', 'explain', 'calendar.ics', 'applications', draftPath(id))
  const look = fc.tuple(asked, query).map(([path, words]) => ({
    path: `/${path}?${new URLSearchParams(words).toString()}`,
    body: undefined,
  }))
  await fc.assert(
    fc.asyncProperty(fc.oneof(request, look), async ({ path, body }) => {
      const { status, text } = await maya.send(body === undefined ? 'GET' : 'POST', path, body)
      expect(status, text).toBeLessThan(500)
      expect(server.reported).toEqual([])
    }),
    { numRuns },
  )
})

function draftPath(id: string): string {
  return `applications/${id}/drafts/thank-you.eml`
}
