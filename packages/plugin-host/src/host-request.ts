import type { HostCalls } from './isolation/runtime.ts'
import type { JsonObject, JsonValue } from './json-value.ts'

/** A request without an answer worth reading. */
interface Told<Params> {
  readonly params: Params
  readonly result: null
}

interface Asked<Params, Result = JsonValue> {
  readonly params: Params
  readonly result: Result
}

type KeyOnly = { readonly key: string }
type KeyAndValue = { readonly key: string; readonly value: JsonValue }
/** A missing value is no member: `null` is a value. */
type Found = { readonly value?: JsonValue }

/** Everything that a plugin can ask its host, by method. Params and results are JSON. */
export interface HostRequests {
  readonly 'command.execute': Asked<{ readonly id: string; readonly args: JsonValue }>
  readonly 'effects.propose': Told<{
    readonly applicationId: string
    readonly effects: readonly JsonObject[]
  }>
  readonly 'application.read': Asked<{ readonly applicationId: string }, JsonObject>
  readonly 'context.get': Asked<KeyOnly, Found>
  readonly 'context.set': Told<KeyAndValue>
  /** Replaces the keys whose changes the plugin is told. */
  readonly 'context.watch': Told<{ readonly keys: readonly string[] }>
  readonly 'service.call': Asked<{
    readonly token: string
    readonly method: string
    readonly input: JsonValue
  }>
  readonly 'service.announce': Told<{ readonly token: string; readonly isAvailable: boolean }>
  readonly 'storage.get': Asked<KeyOnly, Found>
  readonly 'storage.set': Told<KeyAndValue>
  readonly 'storage.delete': Told<KeyOnly>
  readonly 'storage.keys': Asked<JsonObject, readonly string[]>
  readonly 'secrets.get': Asked<KeyOnly, Found>
  readonly 'secrets.set': Told<KeyAndValue>
  readonly 'secrets.delete': Told<KeyOnly>
  readonly 'secrets.keys': Asked<JsonObject, readonly string[]>
}

/** The name of one request. */
export type HostMethod = keyof HostRequests

/** Asks the host, typed. The host's own answers are trusted to have the shape of the table. */
export async function askHost<Method extends HostMethod>(
  host: HostCalls,
  method: Method,
  params: HostRequests[Method]['params'] & JsonValue,
  signal?: AbortSignal,
): Promise<HostRequests[Method]['result']> {
  const result: unknown = await host.call(method, params, signal)
  return result as HostRequests[Method]['result']
}
