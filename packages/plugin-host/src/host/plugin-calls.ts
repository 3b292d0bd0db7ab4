import { isAfterviewError } from '@afterview/time'
import type { ActivationEvents } from '../activation/activation-events.ts'
import { orAborted } from '../activation/or-aborted.ts'
import type { Activator } from '../activation/activator.ts'
import { project } from '../capability/projection.ts'
import type { Clock } from '../clock.ts'
import type {
  Answer,
  CrashBudget,
  HandlerCall,
  HandlerKind,
  PluginRuntime,
} from '../isolation/runtime.ts'
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
   * The answer itself where nothing has to be waited for. Throws or rejects with the typed error of
   * a plugin that cannot be used, or with `handler-failed`, whose cause is what the handler threw. A `snapshot` in the input is cut down to what the plugin may read.
   */
  call(
    record: PluginRecord,
    kind: HandlerKind,
    id: string,
    input: JsonValue,
    options?: CallOptions,
  ): Answer
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
  const instant = createInstants(options.clock)

  function invoke(runtime: PluginRuntime, request: CallRequest): Answer {
    const { record, kind, id, signal } = request
    try {
      const call = new TimedCall(kind, id, visibleInput(record, request.input), instant)
      const answer = runtime.invoke(call, signal)
      if (answer instanceof Promise) return awaited(answer, request)
      options.budget.healthy(record.id)
      return answer
    } catch (error) {
      throw callError(request, error)
    }
  }

  async function awaited(pending: Promise<JsonValue>, request: CallRequest): Promise<JsonValue> {
    const { record, signal } = request
    try {
      const answer = await (signal === never ? pending : orAborted(pending, signal))
      options.budget.healthy(record.id)
      return answer
    } catch (error) {
      throw callError(request, error)
    }
  }

  async function afterActivation(request: CallRequest, by: PluginRecord | undefined) {
    return invoke(await activated(request, by, options), request)
  }

  return {
    call(record, kind, id, input, { by, signal = never } = noOptions) {
      const request = { record, kind, id, input, signal }
      const runtime = activeRuntime(record)
      return runtime === undefined ? afterActivation(request, by) : invoke(runtime, request)
    },
  }
}

/** A call that looks at the clock once, when somebody asks: most handlers never do. */
class TimedCall implements HandlerCall {
  readonly kind: HandlerKind
  readonly id: string
  readonly input: JsonValue
  readonly #instant: () => string
  #at: string | undefined

  constructor(kind: HandlerKind, id: string, input: JsonValue, instant: () => string) {
    this.kind = kind
    this.id = id
    this.input = input
    this.#instant = instant
  }

  get at(): string {
    return (this.#at ??= this.#instant())
  }
}

/** One call, with everything that it needs. */
interface CallRequest {
  readonly record: PluginRecord
  readonly kind: HandlerKind
  readonly id: string
  readonly input: JsonValue
  readonly signal: AbortSignal
}

const noOptions: CallOptions = {}

function callError({ record, kind, id }: CallRequest, error: unknown): unknown {
  return isOfHost(error) ? error : handlerFailed(record.id, kind, id, error)
}

async function activated(
  { record, kind, id }: CallRequest,
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
