import type { ActivationReport } from '../activation/activation-report.ts'
import type { DeclaredHandler } from '../manifest/activation-event.ts'
import type { Messages } from '../manifest/localise.ts'
import type { PluginManifest } from '../manifest/manifest.ts'
import type { Diagnostic } from '../manifest/diagnostic.ts'
import type { IsolationAdapter, PluginRuntime } from '../isolation/runtime.ts'
import type { PluginPackage } from './plugin-package.ts'
import type { PluginState } from './plugin-state.ts'

/** What the host holds of one plugin. Only its owner, the file named at each field, changes it. */
export interface PluginRecord {
  readonly id: string
  readonly manifest: PluginManifest
  readonly diagnostics: readonly Diagnostic[]
  readonly source: PluginPackage
  readonly messages: Messages
  /** Declared by the manifest. */
  readonly handlers: readonly DeclaredHandler[]
  /** Events that activate it, implicit ones included. */
  readonly events: readonly string[]
  /** Where it would run; `undefined` when it has no code. */
  readonly adapter: IsolationAdapter | undefined
  /** plugin-table.ts */
  state: PluginState
  /** activation/activate-plugin.ts: while activating, active or deactivating. */
  runtime: PluginRuntime | undefined
  /** activation/activator.ts: of the last attempt. */
  report: ActivationReport | undefined
  /** activation/activator.ts: events that asked for it, for the restart after a crash. */
  readonly requested: Set<string>
  /** plugin-lifecycle.ts: it is being taken out and must not be activated any more. */
  isLeaving: boolean
  /** host-request-server.ts: keys whose changes it is told. */
  watched: readonly string[]
  /** services.ts: tokens that its code provides now. */
  readonly offered: Set<string>
}
