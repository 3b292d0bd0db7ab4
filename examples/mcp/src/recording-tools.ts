import { eventTypes } from '@afterview/core'
import { instantMs, type Timeframe } from '@afterview/time'
import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js'
import type { Afterview, RecordChoice } from 'afterview'
import { z } from 'zod'
import { summaryOf } from './application-summary.ts'
import { beginInput } from './begin-input.ts'
import { attempt, refused, told } from './tool-result.ts'

/** What recording needs. */
export interface RecordingWorld {
  readonly afterview: Afterview
  /** The present instant, ISO. */
  readonly now: () => string
}

const event = z.looseObject({
  type: z.enum(eventTypes),
  at: z.string().describe('When it happened: ISO 8601 with offset. Default: now').exactOptional(),
  phrase: z
    .string()
    .max(500)
    .describe('The employer’s words about a date, as said')
    .exactOptional(),
})

const fields = `Further fields by type: timeframe.given and timeframe.revised: phrase, or window {earliest, latest} or null where they do not know; detail.noted: interviewerId, topic; thankYou.sent and thankYou.skipped: interviewerId; agenda.pinned and agenda.snoozed: itemId, until; agenda.completed: itemId; employer.replied: kind (holding, infoRequest, other), phrase?; nextRound.scheduled: round; offer.extended: medium (phone, email, letter), respondBy?, terms?; offer.extensionGranted: until. A refusal names what is missing.`

/** Tools that write: both answer a repeated call with what is there. */
export function addRecordingTools(server: McpServer, world: RecordingWorld): void {
  server.registerTool(
    'begin_application',
    {
      description:
        'Begins to follow an application, while or after its first interview takes place. The same call twice begins it once.',
      inputSchema: beginInput,
      outputSchema: z.looseObject({ applicationId: z.string(), created: z.boolean() }),
      annotations: { destructiveHint: false, idempotentHint: true, openWorldHint: false },
    },
    (input) =>
      attempt(async () => {
        const { snapshot, created } = await world.afterview.begin(input)
        return told({ ...summaryOf(snapshot), created })
      }),
  )
  server.registerTool(
    'record_event',
    {
      description: `Records a fact that the person has told, in the past tense. It cannot be taken back, and some facts end an application: ask before recording what you only suppose. Words that can mean several dates are refused with their readings: let the person choose, and call again with the number as \`reading\`. ${fields}`,
      inputSchema: {
        applicationId: z.string(),
        event,
        key: z
          .string()
          .min(1)
          .max(200)
          .describe('Idempotency key: a new one for each fact, the same when a call is repeated'),
        expectedRevision: z.number().int().min(0).exactOptional(),
        reading: z.number().int().min(1).describe('Which reading is meant, from 1').exactOptional(),
      },
      outputSchema: z.looseObject({
        applicationId: z.string(),
        state: z.string(),
        revision: z.number(),
        unchanged: z.string().optional(),
        agenda: z.looseObject({}).optional(),
      }),
      annotations: { destructiveHint: true, idempotentHint: true, openWorldHint: false },
    },
    ({ applicationId, event, ...choice }) =>
      attempt(() => recordEvent(world, applicationId, event, choice)),
  )
}

type Event = z.output<typeof event>

async function recordEvent(
  { afterview, now }: RecordingWorld,
  applicationId: string,
  event: Event,
  choice: RecordChoice,
): Promise<CallToolResult> {
  if (isAfter(event.at, now())) {
    const why = `event-in-future: the event is of ${event.at}, and it is ${now()}`
    return refused(`${why}. Fix: record what has happened, with the instant of it.`)
  }
  // The clock is read once, so that the words are recorded as they were understood.
  const dated = { ...event, at: event.at ?? now() }
  const doubt = doubtAbout(await afterview.understand(applicationId, dated), choice.reading)
  if (doubt !== undefined) return doubt
  const recorded = await afterview.record(applicationId, dated, choice)
  if (!recorded.accepted) {
    const { message, fix, ...reason } = recorded.reason
    const { possible } = recorded
    return refused(`Nothing was recorded: ${message}. Fix: ${fix}.`, { ...reason, possible })
  }
  const { snapshot, unchanged, timeframe, agenda } = recorded
  return told({ ...summaryOf(snapshot), unchanged, timeframe, agenda })
}

/** Why words are not recorded as they stand: they hold no date, or the person has to choose one. */
function doubtAbout(
  timeframe: Timeframe | null | undefined,
  reading: number | undefined,
): CallToolResult | undefined {
  if (timeframe === undefined) return undefined
  if (timeframe === null) {
    return refused(
      'words-without-date: nothing was recorded, since no date can be read in these words. Fix: ask the person, then give window {earliest, latest}, or window null where the employer named no date.',
    )
  }
  const windows = new Set(timeframe.readings.map(({ earliest, latest }) => `${earliest}/${latest}`))
  if (reading !== undefined || windows.size === 1) return undefined
  const readings = timeframe.readings.map((each, index) => ({ reading: index + 1, ...each }))
  return refused(
    'words-ambiguous: nothing was recorded, since the words can mean several dates. Fix: let the person choose one of the readings, and call again with its number.',
    { readings },
  )
}

/** Clocks differ by minutes; more than that is a plan, not a fact. What is no instant is left to the core. */
function isAfter(at: string | undefined, now: string): boolean {
  try {
    return at !== undefined && instantMs(at) > instantMs(now) + 5 * 60_000
  } catch {
    return false
  }
}
