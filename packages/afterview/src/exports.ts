import type { ExportOutput, JsonObject, JsonValue, PluginHost } from '@afterview/plugin-host'
import { AfterviewError, isAfterviewError } from '@afterview/time'
import type { ApplicationChoice } from './applications.ts'

/** What is exported, and how. */
export interface ExportQuery extends ApplicationChoice {
  /** As the exporter's schema says. */
  readonly options?: JsonObject
  readonly signal?: AbortSignal
}

/** A file that an exporter made. */
export interface ExportedFile extends ExportOutput {
  readonly exporterId: string
  readonly mediaType: string
  /** With its dot. */
  readonly extension: string
}

/**
 * Calls an exporter. Rejects with `handler-unknown` for an id that no plugin declares, with what
 * went wrong in the plugin, or with `export-malformed`.
 */
export async function callExporter(
  host: PluginHost,
  id: string,
  snapshot: JsonObject,
  { options = {}, signal }: ExportQuery,
): Promise<ExportedFile> {
  const answer = await askExporter(host, id, { snapshot, options }, signal)
  if (!isOutput(answer)) throw malformed(id)
  const item = host.declared('exporters').find((each) => each.item.id === id)?.item
  const { mediaType = 'application/octet-stream', extension = '' } = item ?? {}
  return { ...answer, exporterId: id, mediaType, extension }
}

/** What an exporter says of its options or its content in our own words is told as it is. */
async function askExporter(
  host: PluginHost,
  id: string,
  input: JsonObject,
  signal: AbortSignal | undefined,
): Promise<JsonValue> {
  try {
    return await host.call('exporter', id, input, signal)
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined
    throw isAfterviewError(cause) && isAfterviewError(error) && error.code === 'handler-failed'
      ? cause
      : error
  }
}

function isOutput(answer: JsonValue): answer is JsonObject & ExportOutput {
  if (typeof answer !== 'object' || answer === null || !('content' in answer)) return false
  const { content, encoding } = answer
  return typeof content === 'string' && (encoding === 'utf8' || encoding === 'base64')
}

function malformed(id: string): AfterviewError {
  return new AfterviewError('export-malformed', {
    happened: `the exporter ${id} answered with no content and encoding`,
    fix: 'answer with { "content": "…", "encoding": "utf8" or "base64" }',
    details: { id },
  })
}
