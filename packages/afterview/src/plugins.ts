import type {
  ActivationReport,
  AuditEntry,
  Commands,
  CommandExplanation,
  Contribution,
  ContributionItems,
  DeactivationReport,
  EffectRequest,
  EventReport,
  ExecuteOptions,
  JsonObject,
  JsonValue,
  PluginHost,
  PluginInfo,
  PointName,
  Registration,
  ViewOutput,
} from '@afterview/plugin-host'
import type { Disposable } from '@afterview/engine'
import type { ApplicationChoice } from './applications.ts'
import type { AfterviewPlugin } from './plugin-definition.ts'

/** The commands of plugins and of the host app. */
export interface AfterviewCommands extends Pick<Commands, 'register'> {
  /**
   * Runs a command, activating its plugin first. Rejects with `command-unknown`, `command-disabled`
   * while its enablement does not hold, `command-args-invalid`, `handler-failed`, or why its plugin
   * cannot be used.
   */
  execute(
    id: string,
    args?: unknown,
    options?: PlaceOfUse & Pick<ExecuteOptions, 'signal'>,
  ): Promise<JsonValue>
}

/** Something that a plugin proposes. Nothing of it has happened: the person decides. */
export interface PluginProposal extends EffectRequest {
  /** Instant (ISO, UTC). */
  readonly at: string
  /** The rule that led to it, where it was one. */
  readonly policyId?: string
}

/** What the host app can ask of its plugins, and do with them. */
export interface AfterviewPlugins extends Pick<
  PluginHost,
  'configuration' | 'context' | 'onDidActivate' | 'onDidChangeState' | 'onDidSignal'
> {
  /** Every plugin, the built-in ones first, with its state, its capabilities and its findings. */
  list(): readonly PluginInfo[]
  /** Throws `plugin-unknown`. */
  get(pluginId: string): PluginInfo
  /** What became of each package that was handed over, those whose manifest cannot be used included. */
  readonly registrations: readonly Registration[]
  /** Settles when the plugins that want to be active from the start are, or have failed. Never rejects. */
  readonly started: Promise<readonly EventReport[]>
  /** Waits until everything that changes have set off in plugins is over. For tests and tools. */
  settle(): Promise<void>
  /** Which event loads a command's code, and which clauses with which values hide or disable it. */
  why(command: string, place?: PlaceOfUse): Promise<CommandExplanation>
  /** What plugins declare at a point, such as `exporters`, those whose `when` holds. */
  contributions<Name extends PointName>(
    point: Name,
    overlay?: JsonObject,
  ): readonly Contribution<ContributionItems[Name]>[]
  /** What plugins asked for, allowed or not: the last entries. */
  audit(pluginId?: string): readonly AuditEntry[]
  /** Adds plugins while the others run. What they declare counts at once. */
  register(plugins: readonly AfterviewPlugin[]): Promise<readonly Registration[]>
  /** Activates one now, instead of at its first event. Rejects with what went wrong. */
  activate(pluginId: string): Promise<ActivationReport>
  /** Activates one that failed. Rejects with what went wrong. */
  retry(pluginId: string): Promise<ActivationReport>
  /** Reads one again, or another version of it, while the others run. */
  reload(pluginId: string, next?: AfterviewPlugin): Promise<Registration>
  /** Lifts a quarantine. */
  release(pluginId: string): void
  /** Stops one until its next event. */
  deactivate(pluginId: string): Promise<readonly DeactivationReport[]>
  /** Takes one out with everything that it contributes. */
  unload(pluginId: string): Promise<readonly DeactivationReport[]>
  /** What a view of a plugin shows, as plain data: of some applications, or of all. */
  view(viewId: string, query?: ApplicationChoice): Promise<ViewOutput>
  /** Hears what plugins propose to the person. */
  onDidPropose(listener: (proposal: PluginProposal) => void): Disposable
}

/** Which application, item or letter a question about commands is about. */
export interface PlaceOfUse {
  /** Its context keys are laid over those of the application in focus. */
  readonly applicationId?: string
  /** Further keys, such as the kind of an agenda item. */
  readonly context?: JsonObject
}
