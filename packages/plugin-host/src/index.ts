export type { Clock } from './clock.ts'
export type { Disposable } from './disposable.ts'
export { type ErrorData, fromErrorData, toErrorData } from './error-data.ts'
export { type InlineAdapterOptions, createInlineAdapter } from './isolation/inline.ts'
export type {
  ActivateRequest,
  ActivateResult,
  CrashBudget,
  CrashVerdict,
  DeactivateResult,
  DeclaredCapabilities,
  DeclaredHandlers,
  HandlerCall,
  HandlerKind,
  HostCalls,
  HostNotice,
  IsolationAdapter,
  IsolationKind,
  LogLevel,
  PluginDescription,
  PluginRealm,
  PluginRuntime,
  RealmReport,
  RuntimeEvent,
  StartOptions,
} from './isolation/runtime.ts'
export {
  type SupervisorLimits,
  createSupervisor,
  supervisorLimits,
} from './isolation/supervisor.ts'
export type { JsonObject, JsonValue } from './json-value.ts'
export { type Plugin, definePlugin } from './realm/define-plugin.ts'
export type {
  Classification,
  ClassifyInput,
  EffectInput,
  ExportInput,
  ExportOutput,
  ExportProblem,
  Handler,
  HandlerContext,
  KeyValues,
  NotifyInput,
  PluginApi,
  PolicyInput,
  ProposedEffect,
  Registrar,
  Service,
  ViewInput,
  ViewOutput,
} from './realm/plugin-api.ts'
export type { AnyPlugin, PluginNames } from './realm/plugin-names.ts'
export { type PluginRealmOptions, createPluginRealm } from './realm/plugin-realm.ts'
export type {
  Subscription,
  SymbolAsyncDisposable,
  SymbolDisposable,
} from './realm/subscriptions.ts'
export { createSystemClock } from './system-clock.ts'
export type { Order, WhenNode } from './when/ast.ts'
export type { Evaluate, WhenContext } from './when/evaluate.ts'
export type { SafeRegex } from './when/safe-regex.ts'
export type { WhenError } from './when/token.ts'
export {
  type FailedClause,
  type WhenClause,
  type WhenFailure,
  explainWhen,
  parseWhen,
} from './when/when-clause.ts'
export {
  activationEventOf,
  activationPrefixes,
  implicitActivationEvents,
  plainActivationEvents,
} from './manifest/activation-event.ts'
export {
  type Diagnostic,
  type DiagnosticCode,
  type Severity,
  diagnosticTable,
  formatDiagnostic,
} from './manifest/diagnostic.ts'
export type { Bundles, Messages } from './manifest/localise.ts'
export { createManifestSchema } from './manifest/manifest-schema.ts'
export type {
  Contributions,
  IsolationWish,
  PlacedItem,
  PluginManifest,
  TokenNeed,
  TokenOffer,
} from './manifest/manifest.ts'
export {
  type ContributionItems,
  type PointName,
  allPoints,
  pointNames,
} from './manifest/points/all-points.ts'
export type { ClassifierContribution } from './manifest/points/classifiers.ts'
export type { CommandContribution } from './manifest/points/commands.ts'
export type { ConfigurationContribution } from './manifest/points/configuration.ts'
export type { EffectContribution } from './manifest/points/effects.ts'
export type { ExporterContribution } from './manifest/points/exporters.ts'
export type { HolidaysContribution } from './manifest/points/holidays.ts'
export type { KeybindingContribution } from './manifest/points/keybindings.ts'
export type { LettersContribution } from './manifest/points/letters.ts'
export type { LocaleContribution } from './manifest/points/locales.ts'
export type { MenuContribution } from './manifest/points/menus.ts'
export type { NotifierContribution } from './manifest/points/notifiers.ts'
export type { ObligationContribution } from './manifest/points/obligations.ts'
export type { CheckScope, ContributionPoint, ItemPlace } from './manifest/points/point.ts'
export type { PolicyContribution, Precedence } from './manifest/points/policies.ts'
export type { ViewContribution } from './manifest/points/views.ts'
export {
  type ManifestReader,
  type ReadManifest,
  type ReadManifestOptions,
  createManifestReader,
} from './manifest/read-manifest.ts'
export type { ApiProposal, HostSurface, NamedPlace } from './surface.ts'
export type {
  ActivationReport,
  EventReport,
  PluginOutcome,
} from './activation/activation-report.ts'
export type { DeactivationReport } from './activation/deactivation.ts'
export type { AuditEntry } from './capability/audit-log.ts'
export type { EffectRequest, EffectVerdict } from './capability/effect-gate.ts'
export type { ConfigurationValues, SettingChange } from './contribution/configuration-values.ts'
export type { ContextKeys } from './contribution/context-keys.ts'
export type { Contribution } from './contribution/contribution-index.ts'
export type { MenuItem } from './contribution/menu-items.ts'
export type { CombinedPolicies, PolicyValue } from './contribution/policy-values.ts'
export type { Event } from './emitter.ts'
export type { Commands, ExecuteOptions, OwnCommand } from './host/commands.ts'
export type { DeliveryOutcome } from './host/effect-delivery.ts'
export type { CommandExplanation } from './host/explain.ts'
export type { PluginHostOptions } from './host/host-options.ts'
export type { PluginSignal } from './host/host-parts.ts'
export { type PluginHost, createPluginHost } from './host/plugin-host.ts'
export type { PluginInfo } from './host/plugin-info.ts'
export type { PluginPackage } from './host/plugin-package.ts'
export type { PluginState, PluginStatus, StateChange } from './host/plugin-state.ts'
export { type PluginStore, createMemoryStore } from './host/plugin-store.ts'
export type { Policies, PolicyOutcome, PolicyTrigger } from './host/policies.ts'
export type { Registration } from './host/registration.ts'
export { type PackedPlugin, openPackedPlugin } from './packed-plugin.ts'
