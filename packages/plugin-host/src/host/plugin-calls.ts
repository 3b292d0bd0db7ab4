import { isAfterviewError } from '@afterview/time'
import type { ActivationEvents } from '../activation/activation-events.ts'
import { orAborted } from '../activation/or-aborted.ts'
import type { Activator } from '../activation/activator.ts'
import { project } from '../capability/projection.ts'
import type { Clock } from '../clock.ts'
import type { CrashBudget, HandlerKind, PluginRuntime } from '../isolation/runtime.ts'
import { isJsonObject } from '../json-clone.ts'
import type { JsonValue } from '../json-value.ts'
import { activationEventOf } from '../manifest/activation-event.ts'
import { handlerFailed, pluginUnavailable } from './host-errors.ts'
import { createInstants } from './instant.ts'
import type { PluginRecord } from './plugin-record.ts'
import { canActivate } from './plugin-state.ts'

/** How a call is made. */
export interface CallOptions {
  /** The plugin on whose behalf it is. Absent: the embedder's. */
  readonly by?: PluginRecord | undefined
  readonly signal?: AbortSignal | undefined
}

/** Calls code in plugins, activating them first. */
export interface PluginCalls {
  /**
   * Rejects with the typed error of a plugin that cannot be used, or with `handler-failed`, whose
   * cause is what the handler threw. A `snapshot` in the input is cut down to what the plugin may read.
   */
  call(
    record: PluginRecord,
    kind: HandlerKind,
    id: string,
    input: JsonValue,
    options?: CallOptions,
  ): Promise<JsonValue>
}

/** What calls work with. */
export interface PluginCallsOptions {
  readonly activator: Activator
  readonly events: ActivationEvents
  readonly clock: Clock
  readonly budget: CrashBudget
}

/** Makes the calls. */
export function createPluginCalls(options: PluginCallsOptions): PluginCalls {
  const instant = createInstants(() => options.clock.now())
  return {
    async call(record, kind, id, input, { by, signal = never } = {}) {
      const runtime = activeRuntime(record) ?? (await activated(record, kind, id, by, options))
      try {
        const call = { kind, id, input: visibleInput(record, input), at: instant() }
        const pending = runtime.invoke(call, signal)
        const answer = await (signal === never ? pending : orAborted(pending, signal))
        options.budget.healthy(record.id)
        return answer
      } catch (error) {
        throw isOfHost(error) ? error : handlerFailed(record.id, kind, id, error)
      }
    },
  }
}

async function activated(
  record: PluginRecord,
  kind: HandlerKind,
  id: string,
  by: PluginRecord | undefined,
  { activator, events }: PluginCallsOptions,
): Promise<PluginRuntime> {
  const event = activationEventOf(kind, id)
  activateOthers(record, event, events)
  await activator.activate(record, event, by)
  if (record.runtime === undefined) throw pluginUnavailable(record.id, record.state)
  return record.runtime
}

/** Never aborted; shared by all calls without a signal of their own. */
const never = new AbortController().signal

function activeRuntime(record: PluginRecord): PluginRuntime | undefined {
  return record.state.status === 'active' ? record.runtime : undefined
}

/** Others may want the event too, but nobody waits for them. */
function activateOthers(record: PluginRecord, event: string, events: ActivationEvents): void {
  const others = events.wanting(event).filter((other) => other !== record)
  if (others.some(({ state }) => canActivate(state))) void events.fire(event)
}

function visibleInput(record: PluginRecord, input: JsonValue): JsonValue {
  if (!isJsonObject(input)) return input
  const { snapshot } = input
  if (!isJsonObject(snapshot)) return input
  const paths = record.manifest.capabilities.candidate?.read ?? []
  return { ...input, snapshot: project(snapshot, paths) }
}

const HOST_CODES: ReadonlySet<string> = new Set([
  'handler-missing',
  'plugin-not-active',
  'plugin-terminated',
  'value-not-json',
])

/** What the host's own side of the boundary says is told as it is. */
function isOfHost(error: unknown): boolean {
  return isAfterviewError(error) && HOST_CODES.has(error.code)
}
