import type { Clock } from '../clock.ts'
import type { ErrorData } from '../error-data.ts'
import type { JsonObject, JsonValue } from '../json-value.ts'

/** Where a plugin's code runs. */
export type IsolationKind = 'inline' | 'worker' | 'child' | 'webworker'

/**
 * Starts the place in which one plugin's code runs.
 *
 * The host core talks to a plugin only through this port, and only in JSON data: the same core
 * drives all tiers. An adapter owns its transport, its limits and its signs of life. It does not
 * retry, restart or quarantine: it reports, and the host decides with a {@link CrashBudget}.
 */
export interface IsolationAdapter {
  readonly kind: IsolationKind
  /**
   * Makes the place ready: a thread, a process, or nothing at all. The plugin's code is not loaded
   * before {@link PluginRuntime.activate}. Rejects when the place cannot be made.
   */
  start(plugin: PluginDescription, host: HostCalls, options: StartOptions): Promise<PluginRuntime>
}

/** What an adapter needs to know of a plugin. JSON data, but for `load`. */
export interface PluginDescription {
  /** `publisher.name`. */
  readonly id: string
  readonly version: string
  /** URL of the single ES module with the code. Absent when only `load` is given. */
  readonly main?: string
  /**
   * Gives the module when it lives in the embedder's own bundle. Cannot cross a boundary: only the
   * inline adapter uses it, and every other one refuses a plugin without `main`.
   */
  readonly load?: () => Promise<unknown>
  readonly capabilities: DeclaredCapabilities
  /** Plugins that name the same group may share one place. Absent: one for itself. */
  readonly affinity?: string
}

/** What the manifest asks for, already validated. All that is absent is denied. */
export type DeclaredCapabilities = {
  readonly candidate?: {
    /** Paths of the snapshot that the plugin sees, such as `stage` or `company.name`. */
    readonly read?: readonly string[]
    /** Types of the effects that it may answer with. */
    readonly effects?: readonly string[]
  }
  readonly network?: {
    /** Origins such as `https://api.acme.example`. Enforced by the tiers that can; see docs/isolation-tiers.md. */
    readonly allowedDomains: readonly string[]
    readonly reasoning?: string
  }
  readonly storage?: boolean
  readonly secrets?: boolean
  /** Ids of commands of other plugins or of the embedder that it may execute. */
  readonly commands?: readonly string[]
}

/** What comes with a start beside the plugin itself. */
export interface StartOptions {
  /** For every wait and time stamp on the embedder's side. */
  readonly clock: Clock
  /** Aborted when the host no longer wants the runtime: during start, that means stop and clean up. */
  readonly signal?: AbortSignal
  /** Told everything that happens without having been asked for. Never throws. */
  readonly onEvent: (event: RuntimeEvent) => void
}

/**
 * The plugin's side of the boundary: its code, its handlers and its subscriptions.
 * `createPluginRealm` makes it once for all tiers; an adapter carries its four calls across.
 */
export interface PluginRealm {
  /**
   * Loads the code and calls its `activate`. Called at most once per realm.
   *
   * Rejects with what the plugin threw, after everything that it had subscribed is disposed.
   * Once `signal` is aborted it rejects at once, and a late result is disposed when it comes.
   */
  activate(request: ActivateRequest, signal: AbortSignal): Promise<ActivateResult>
  /**
   * Calls one handler. Throws or rejects with what it threw, or when none of that kind and id is
   * registered. Gives the answer itself where nothing has to be waited for: a promise costs more
   * than most handlers.
   */
  invoke(call: HandlerCall, signal: AbortSignal): Answer
  /** Tells the plugin of a change outside. No answer is awaited. */
  notify(notice: HostNotice): void
  /**
   * Awaits the plugin's `deactivate`, then disposes its subscriptions in reverse, asynchronous ones
   * awaited; every one runs. Once `signal` is aborted nothing more is awaited, but all still run.
   * Never rejects for the plugin's faults: they are in the result.
   */
  deactivate(signal: AbortSignal): Promise<DeactivateResult>
}

/** A realm with a life of its own, as an {@link IsolationAdapter} starts it. */
export interface PluginRuntime extends PluginRealm {
  /**
   * Ends the place at once, whatever the plugin is doing, and rejects all that is under way with
   * `plugin-terminated`. Safe to call twice. Raises `exit` with `isExpected: true`.
   */
  terminate(): Promise<void>
}

/** The plugin's way to the host. One function: the names and shapes are in `host-request.ts`. */
export interface HostCalls {
  /**
   * Asks the host something on behalf of this plugin. Rejects with a typed error when it is not
   * allowed. Aborting `signal` cancels the work where it can be cancelled.
   */
  call(method: string, params: JsonValue, signal?: AbortSignal): Promise<JsonValue>
}

/** What a plugin is told when it is activated. */
export type ActivateRequest = {
  readonly pluginId: string
  readonly version: string
  /** Version of Afterview's plugin API. */
  readonly apiVersion: string
  /** The event that asked first, such as `onCommand:acme.draft`. */
  readonly reason: string
  /** BCP 47. */
  readonly locale: string
  /** Values of the plugin's own settings, defaults filled in. */
  readonly configuration: JsonObject
  /** Texts of the plugin in that locale, by key. */
  readonly messages: { readonly [key: string]: string }
  /** Tokens that are provided by an active plugin now. */
  readonly services: readonly string[]
  readonly enabledApiProposals: readonly string[]
  /** What the manifest lets the plugin register, by kind. */
  readonly declared: DeclaredHandlers
}

/** Ids of handlers that a manifest declares, by kind. */
export type DeclaredHandlers = { readonly [kind in HandlerKind]?: readonly string[] }

/** Times of an activation, in milliseconds. */
export type ActivateResult = {
  /** Until the module was evaluated. */
  readonly loadMs: number
  /** Until `activate` returned. */
  readonly callMs: number
  /** From then until its promise was settled. */
  readonly awaitMs: number
  /** What `activate` registered, as `kind:id`. */
  readonly handlers: readonly string[]
}

/** What can be called in a plugin. `service` is a token that it provides. */
export type HandlerKind =
  | 'command'
  | 'policy'
  | 'effect'
  | 'exporter'
  | 'classifier'
  | 'notifier'
  | 'view'
  | 'service'

/** What a handler answered, or will answer. */
export type Answer = JsonValue | Promise<JsonValue>

/** One call of one handler. */
export type HandlerCall = {
  readonly kind: HandlerKind
  /** The declared id; for a service, its token. */
  readonly id: string
  readonly input: JsonValue
  /**
   * Instant (ISO, UTC) of the call, from the host's clock. May be a getter, which looks at the clock
   * when it is first asked: ask while the call is being made.
   */
  readonly at: string
}

/** Something changed outside the plugin. */
export type HostNotice =
  | { readonly type: 'configuration.changed'; readonly configuration: JsonObject }
  | { readonly type: 'context.changed'; readonly values: JsonObject }
  | { readonly type: 'service.changed'; readonly token: string; readonly isAvailable: boolean }

/** How a deactivation went. */
export type DeactivateResult = {
  /** Everything that `deactivate` and the disposers threw, in order. */
  readonly errors: readonly ErrorData[]
  /** Subscriptions that were registered with the host but never put into `subscriptions`. */
  readonly forgotten: readonly string[]
  /** Whether the budget ran out before all of it was awaited. */
  readonly isCut: boolean
}

/** What a runtime reports unasked. */
export type RuntimeEvent =
  | {
      /** The place is gone. Always the last event; raised exactly once. */
      readonly type: 'exit'
      /** Whether `terminate` was called, or the plugin was deactivated and let go. */
      readonly isExpected: boolean
      readonly cause: 'terminated' | 'crash' | 'exit-called' | 'out-of-memory' | 'unresponsive'
      readonly error?: ErrorData
      /** Exit code of a process or thread, where there is one. */
      readonly code?: number
    }
  /** No sign of life for that long. Followed by `responsive`, or by `exit` when it is killed. */
  | { readonly type: 'unresponsive'; readonly silentMs: number }
  | { readonly type: 'responsive' }
  /** Something was thrown outside any call, such as in a timer. The place lives on. */
  | { readonly type: 'error'; readonly error: ErrorData }
  | { readonly type: 'log'; readonly level: LogLevel; readonly text: string }

/** What a realm reports unasked; the adapter passes it on as a {@link RuntimeEvent}. */
export type RealmReport = Extract<RuntimeEvent, { readonly type: 'error' | 'log' }>

/** How loud a log line is. */
export type LogLevel = 'debug' | 'info' | 'warn' | 'error'

/**
 * Decides what follows a crash. The host asks it at every unexpected `exit` and does what it says.
 * `createSupervisor` (supervisor.ts) is the one with the documented numbers.
 */
export interface CrashBudget {
  /** A plugin's place ended unexpectedly. */
  crashed(pluginId: string): CrashVerdict
  /** The plugin answered or was active for a healthy while; resets its count when long enough. */
  healthy(pluginId: string): void
  /** Forgets the plugin's crashes: a person released it, or it was unloaded. */
  release(pluginId: string): void
}

/** What follows a crash. */
export type CrashVerdict =
  | { readonly action: 'restart'; readonly afterMs: number; readonly crashes: number }
  | {
      readonly action: 'quarantine'
      /** Milliseconds since 1970, or `null`: until a person releases it. */
      readonly until: number | null
      readonly crashes: number
    }
