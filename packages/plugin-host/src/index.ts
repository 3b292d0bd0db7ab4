export type { Clock } from './clock.ts'
export type { Disposable } from './disposable.ts'
export { type ErrorData, fromErrorData, toErrorData } from './error-data.ts'
export type {
  ActivateRequest,
  ActivateResult,
  CrashBudget,
  CrashVerdict,
  DeactivateResult,
  DeclaredCapabilities,
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
  RuntimeEvent,
  StartOptions,
} from './isolation/runtime.ts'
export type { JsonObject, JsonValue } from './json-value.ts'
