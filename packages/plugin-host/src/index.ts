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
