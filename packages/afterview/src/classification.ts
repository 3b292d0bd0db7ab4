import { isEventType, type Lifecycle, type Snapshot } from '@afterview/core'
import type {
  ClassifierContribution,
  JsonValue,
  PluginHost,
  JsonObject,
} from '@afterview/plugin-host'
import { AfterviewError } from '@afterview/time'

/** Which message is read, and for which application. */
export interface ClassifyQuery {
  /** Default `text/plain`. */
  readonly mediaType?: string
  /** Then it is said of each event whether it can be recorded now. */
  readonly applicationId?: string
  readonly signal?: AbortSignal
}

/** What a classifier thinks that a message means. Nothing is recorded: a person confirms, with `record`. */
export interface ProposedEvent {
  /** As `record` takes it. */
  readonly event: JsonObject & { readonly type: string }
  /** 0 to 1. */
  readonly confidence: number
  /** What in the message says so. */
  readonly reason?: string
  readonly classifierId: string
  readonly pluginId: string
  /** Why it cannot be recorded now. Absent where it can, or where no application was named. */
  readonly refusal?: string
}

/** What classifying works with. */
export interface ClassifyWorld {
  readonly host: PluginHost
  readonly lifecycle: Lifecycle
  readonly now: string
  readonly snapshot: Snapshot | undefined
  readonly report: (problem: AfterviewError) => void
}

/**
 * Asks every classifier that reads the media type, the surest proposal first. One that fails, or
 * proposes what is no event, is reported and stops no other.
 */
export async function classifyText(
  text: string,
  { mediaType = 'text/plain', signal }: ClassifyQuery,
  world: ClassifyWorld,
): Promise<readonly ProposedEvent[]> {
  const fitting = world.host
    .contributions('classifiers')
    .filter(({ item }) => item.mediaTypes.includes(mediaType))
  const proposals = await Promise.all(
    fitting.map(({ item, pluginId }) => ask(item, pluginId, { text, mediaType }, signal, world)),
  )
  return proposals.flat().toSorted((left, right) => right.confidence - left.confidence)
}

async function ask(
  { id }: ClassifierContribution,
  pluginId: string,
  input: JsonObject,
  signal: AbortSignal | undefined,
  world: ClassifyWorld,
): Promise<readonly ProposedEvent[]> {
  try {
    const answer = await world.host.call('classifier', id, input, signal)
    const proposals: readonly JsonValue[] = Array.isArray(answer) ? answer : [answer]
    return proposals.map((proposal) => readProposal(proposal, id, pluginId, world))
  } catch (cause) {
    if (signal?.aborted === true) throw cause
    world.report(failed(id, pluginId, cause))
    return []
  }
}

function readProposal(
  proposal: JsonValue,
  classifierId: string,
  pluginId: string,
  world: ClassifyWorld,
): ProposedEvent {
  const { event: type, confidence, fields = {}, reason } = fieldsOf(proposal)
  const isSound = typeof confidence === 'number' && confidence >= 0 && confidence <= 1
  if (typeof type !== 'string' || !isEventType(type) || !isSound) throw malformed(proposal)
  const event = { ...fieldsOf(fields), type }
  const refusal = refusalOf(event, world)
  return {
    event,
    confidence,
    classifierId,
    pluginId,
    ...(typeof reason === 'string' ? { reason } : {}),
    ...(refusal === undefined ? {} : { refusal }),
  }
}

function fieldsOf(value: JsonValue): JsonObject {
  return isObject(value) ? value : {}
}

function isObject(value: JsonValue): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Words of an employer are read when the event is recorded: here they only say that nobody knows. */
function refusalOf(
  event: JsonObject,
  { lifecycle, snapshot, now }: ClassifyWorld,
): string | undefined {
  if (snapshot === undefined) return undefined
  const isSpoken = 'phrase' in event && !('window' in event) && event['type'] !== 'employer.replied'
  const outcome = lifecycle.advance(snapshot, {
    at: now,
    ...(isSpoken ? { window: null } : {}),
    ...event,
  })
  return outcome.accepted ? undefined : outcome.reason.message
}

function malformed(proposal: JsonValue): TypeError {
  return new TypeError(
    `${JSON.stringify(proposal).slice(0, 200)} names no event with a confidence from 0 to 1`,
  )
}

function failed(id: string, pluginId: string, cause: unknown): AfterviewError {
  const why = cause instanceof Error ? cause.message : String(cause)
  return new AfterviewError('classifier-failed', {
    happened: `the classifier ${id} of ${pluginId} did not answer as it must: ${why}`,
    fix: `report it to the maker of ${pluginId}, or unload the plugin`,
    details: { id, pluginId },
    cause,
  })
}
