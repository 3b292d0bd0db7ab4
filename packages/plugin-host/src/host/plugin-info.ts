import type { ActivationReport } from '../activation/activation-report.ts'
import type { DeclaredCapabilities, IsolationKind } from '../isolation/runtime.ts'
import type { Diagnostic } from '../manifest/diagnostic.ts'
import type { PluginRecord } from './plugin-record.ts'
import type { PluginState } from './plugin-state.ts'

/** What anybody may know of a plugin, such as a page that lists them. */
export interface PluginInfo {
  readonly id: string
  readonly version: string
  readonly displayName: string
  readonly description: string
  readonly state: PluginState
  /** Where it runs, or would run. Absent without code. */
  readonly isolation?: IsolationKind
  /** What it may do: to be shown before it is switched on. */
  readonly capabilities: DeclaredCapabilities
  readonly diagnostics: readonly Diagnostic[]
  /** Of the last attempt to activate it. */
  readonly report?: ActivationReport
}

/** Tells what is known of a plugin now. */
export function describePlugin(record: PluginRecord): PluginInfo {
  const { id, manifest, state, adapter, report, diagnostics } = record
  return {
    id,
    version: manifest.version,
    displayName: manifest.displayName,
    description: manifest.description,
    state,
    ...(adapter === undefined ? {} : { isolation: adapter.kind }),
    capabilities: manifest.capabilities,
    diagnostics,
    ...(report === undefined ? {} : { report }),
  }
}
