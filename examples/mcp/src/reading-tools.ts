import { letterKinds } from '@afterview/core'
import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import type { Afterview, DraftChoice } from 'afterview'
import { z } from 'zod'
import { summaries, summaryOf } from './application-summary.ts'
import { draftChoice } from './draft-choice.ts'
import { attempt, told } from './tool-result.ts'

const applicationId = z.string().describe('Id of the application, from list_applications')
const phrase = z.string().max(500).describe('The words as they were said, in en, nl, de, fr or es')
const at = z.string().describe('When they were said, ISO 8601. Default: now').exactOptional()
const summary = z.object({
  applicationId: z.string(),
  company: z.string(),
  role: z.string(),
  state: z.string(),
  revision: z.number(),
})
const item = z.looseObject({
  id: z.string(),
  applicationId: z.string(),
  kind: z.string(),
  holder: z.enum(['candidate', 'employer']),
  status: z.enum(['upcoming', 'due', 'overdue', 'done', 'skipped', 'cancelled']),
  due: z.looseObject({ kind: z.string() }),
  basis: z.enum(['stated', 'derived', 'assumed', 'pinned']),
})
const annotations = { readOnlyHint: true, openWorldHint: false } as const

/** Tools that look and change nothing. */
export function addReadingTools(server: McpServer, afterview: Afterview): void {
  server.registerTool(
    'list_applications',
    {
      description: 'Every job application after an interview, with the state that it is in.',
      outputSchema: { applications: z.array(summary) },
      annotations,
    },
    () => attempt(async () => told({ applications: await summaries(afterview) })),
  )
  server.registerTool(
    'agenda',
    {
      description:
        'What has to be done or is awaited, the most pressing first, over all applications or for one. ' +
        'An item with a `letter` has a draft: draft_letter.',
      inputSchema: {
        applicationId: applicationId.exactOptional(),
        until: z.string().describe('Instant, ISO 8601: only what is due before').exactOptional(),
        includeClosed: z.boolean().describe('Also what is done or over').exactOptional(),
      },
      outputSchema: { items: z.array(item) },
      annotations,
    },
    (query) => attempt(async () => told({ items: await afterview.agenda(query) })),
  )
  server.registerTool(
    'explain',
    {
      description: 'Why an item of the agenda has its date: the event, the rule and its source.',
      inputSchema: { itemId: z.string().describe('Id of the item, from agenda') },
      outputSchema: z.looseObject({ itemId: z.string(), text: z.string(), basis: z.string() }),
      annotations,
    },
    ({ itemId }) => attempt(async () => told(await afterview.explain(itemId))),
  )
  server.registerTool(
    'possible_events',
    {
      description: 'The state of an application, and the events that it accepts now.',
      inputSchema: { applicationId },
      outputSchema: { ...summary.shape, possible: z.array(z.string()) },
      annotations,
    },
    ({ applicationId }) =>
      attempt(async () => {
        const possible = await afterview.possible(applicationId)
        const snapshot = await afterview.read(applicationId)
        return told({ ...(snapshot && summaryOf(snapshot)), possible })
      }),
  )
  server.registerTool(
    'understand',
    {
      description:
        'How an employer’s words about when the answer comes would be read, as every window of dates ' +
        'that they can mean. Records nothing.',
      inputSchema: { applicationId, phrase, at },
      outputSchema: {
        timeframe: z.looseObject({ readings: z.array(z.looseObject({})) }).nullable(),
      },
      annotations,
    },
    ({ applicationId, ...words }) =>
      attempt(async () => {
        const event = { type: 'timeframe.given', ...words }
        return told({ timeframe: (await afterview.understand(applicationId, event)) ?? null })
      }),
  )
  server.registerTool(
    'draft_letter',
    {
      description:
        'A letter, phone script or note for the person to read, change and send. It is not sent. ' +
        'Tell the findings of the linter; never fill a missing fact with an invented one: ask.',
      inputSchema: { applicationId, kind: z.enum(letterKinds), ...draftChoice },
      outputSchema: z.looseObject({
        text: z.string(),
        subject: z.string().optional(),
        isReady: z.boolean(),
        findings: z.array(z.looseObject({ rule: z.string(), message: z.string() })),
        wanted: z.array(z.looseObject({ field: z.string(), question: z.string() })),
      }),
      annotations,
    },
    ({ applicationId, kind, ...choice }) =>
      attempt(async () => {
        const { html: _, ...draft } = await afterview.draft(
          applicationId,
          kind,
          choice as DraftChoice,
        )
        return told(draft)
      }),
  )
}
