import type { Disposable } from '../disposable.ts'
import type { JsonObject, JsonValue } from '../json-value.ts'
import type { DeclaredCapabilities } from '../isolation/runtime.ts'
import type { AnyPlugin, PluginNames } from './plugin-names.ts'
import type { Subscription } from './subscriptions.ts'

/** What a handler is told beside its input. */
export interface HandlerContext {
  /** Instant (ISO, UTC) of the call. The only clock a plugin needs, so that runs can be replayed. */
  readonly at: string
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: AbortSignal
}

/** Code behind a declared id. The input is frozen; the answer must survive JSON. */
export type Handler<Input, Output> = (
  input: Input,
  context: HandlerContext,
) => Output | Promise<Output>

/** Something that a plugin asks to be done. The host checks it; the plugin never does it itself. */
export type ProposedEffect = {
  /** One of the types in `capabilities.candidate.effects`. */
  readonly type: string
  readonly [field: string]: JsonValue
}

/** Input of a policy's handler. */
export type PolicyInput = {
  /** The event that fired, such as `onState:waiting`. */
  readonly on: string
  /** The application, filtered to `capabilities.candidate.read`. */
  readonly snapshot: JsonObject
}

/** Input of an effect's handler: an effect of the core, at least once by `key`. */
export type EffectInput = { readonly effect: JsonObject; readonly snapshot: JsonObject }

/** Input of an exporter's handler. */
export type ExportInput = { readonly snapshot: JsonObject; readonly options: JsonObject }

/** What an exporter gives. Binary content goes as Base64. */
export type ExportOutput = {
  readonly content: string
  readonly encoding: 'utf8' | 'base64'
  readonly fileName?: string
  /** Instant of the newest thing in it, for caches. */
  readonly changedAt?: string
  /** What could not be written as it stands. */
  readonly problems?: readonly ExportProblem[]
}

/** Something that an export lacks or shows otherwise. */
export type ExportProblem = {
  /** Stable identifier in kebab-case. */
  readonly code: string
  readonly message: string
  readonly fix?: string
  readonly itemId?: string
  /** Whether the thing is missing from the export. Otherwise it is in it, shown otherwise. */
  readonly isLeftOut?: boolean
}

/** Input of a classifier's handler: a message that came from outside. */
export type ClassifyInput = { readonly text: string; readonly mediaType: string }

/** What a classifier thinks it is. Only ever a proposal to a person. */
export type Classification = {
  /** Type of the lifecycle event that would record it. */
  readonly event: string
  /** 0 to 1. */
  readonly confidence: number
  readonly fields?: JsonObject
  /** What in the message says so, for the person who confirms. */
  readonly reason?: string
}

/** Input of a notifier's handler. */
export type NotifyInput = {
  readonly title: string
  readonly body?: string
  readonly effect: JsonObject
}

/** Input of a view's handler. */
export type ViewInput = { readonly snapshot: JsonObject }

/** What a view shows: plain data, drawn by the embedder. */
export type ViewOutput = { readonly title: string; readonly items: readonly JsonObject[] }

/** Registers the code of one kind of contribution. */
export interface Registrar<Id extends string, Input, Output> {
  /**
   * Puts code behind a declared id. Push the result into `subscriptions`.
   * @throws `handler-undeclared` when the manifest does not declare the id, with the line to add;
   * `handler-registered-twice` when it has code already.
   */
  register(id: Id, handler: Handler<Input, Output>): Disposable
}

/** A service of another plugin, by token. */
export interface Service {
  /** Calls one of its methods. Rejects when the provider is gone. */
  call(method: string, input?: JsonValue): Promise<JsonValue>
}

/** Keys of string type. */
type Key<Shape> = Extract<keyof Shape, string>

/** Everything that a plugin can reach. It arrives as an argument: there is nothing to import. */
export interface PluginApi<Names extends PluginNames = AnyPlugin> {
  /** Who the plugin is and why it was activated. */
  readonly plugin: {
    readonly id: string
    readonly version: string
    readonly apiVersion: string
    readonly reason: string
    readonly locale: string
    readonly capabilities: DeclaredCapabilities
  }
  /** Disposed in reverse order when the plugin is deactivated, or when `activate` fails. */
  readonly subscriptions: { push(...subscriptions: readonly Subscription[]): void }
  readonly commands: {
    register<Id extends Key<Names['commands']>>(
      id: Id,
      handler: Handler<Names['commands'][Id], JsonValue | void>,
    ): Disposable
    /** Runs a command of this plugin, or one that `capabilities.commands` names. */
    execute(id: string, args?: JsonValue): Promise<JsonValue>
  }
  readonly policies: Registrar<Names['policies'], PolicyInput, readonly ProposedEffect[]>
  readonly effects: Registrar<Names['effects'], EffectInput, void> & {
    /** Asks for effects outside a policy, about one application. Rejects when one is not allowed; then none is done. */
    propose(applicationId: string, effects: readonly ProposedEffect[]): Promise<void>
  }
  readonly exporters: Registrar<Names['exporters'], ExportInput, ExportOutput>
  readonly classifiers: Registrar<Names['classifiers'], ClassifyInput, readonly Classification[]>
  readonly notifiers: Registrar<Names['notifiers'], NotifyInput, void>
  readonly views: Registrar<Names['views'], ViewInput, ViewOutput>
  readonly services: {
    /** Provides a token that the manifest lists under `provides`. */
    provide(
      token: Names['provides'],
      methods: Readonly<Record<string, Handler<JsonValue, JsonValue | void>>>,
    ): Disposable
    /** The service behind a required or optional token, or `undefined` while nobody provides it. */
    get(token: string): Service | undefined
    /** Tells when a token comes, goes or has a new provider. */
    onDidChange(
      listener: (change: { readonly token: string; readonly isAvailable: boolean }) => void,
    ): Disposable
  }
  readonly applications: {
    /** One application, filtered to `capabilities.candidate.read`, frozen. */
    read(applicationId: string): Promise<JsonObject>
  }
  readonly context: {
    get(key: string): Promise<JsonValue | undefined>
    /** Sets a key of the plugin's own: its name must begin with the plugin's. */
    set(key: string, value: JsonValue): Promise<void>
    /** Tells the new values of those keys whenever one changes. */
    onDidChange(keys: readonly string[], listener: (values: JsonObject) => void): Disposable
  }
  readonly configuration: {
    get<Id extends Key<Names['configuration']>>(key: Id): Names['configuration'][Id]
    onDidChange(listener: () => void): Disposable
  }
  /** Needs `capabilities.storage`. Keys are the plugin's own. */
  readonly storage: KeyValues
  /** Needs `capabilities.secrets`. */
  readonly secrets: KeyValues
  readonly log: Readonly<Record<'debug' | 'info' | 'warn' | 'error', (text: string) => void>>
  readonly l10n: {
    /** The text of that key in the person's language, `{0}` or `{name}` filled in; the key when there is none. */
    text(key: Names['messages'], values?: Readonly<Record<string, string | number>>): string
  }
}

/** A small store of JSON values. */
export interface KeyValues {
  get(key: string): Promise<JsonValue | undefined>
  set(key: string, value: JsonValue): Promise<void>
  delete(key: string): Promise<void>
  keys(): Promise<readonly string[]>
}
