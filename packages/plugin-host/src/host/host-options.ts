import type { AuditEntry } from '../capability/audit-log.ts'
import type { EffectRequest, EffectVerdict } from '../capability/effect-gate.ts'
import type { Clock } from '../clock.ts'
import type { CrashBudget, IsolationAdapter } from '../isolation/runtime.ts'
import type { JsonObject } from '../json-value.ts'
import type { HostSurface } from '../surface.ts'
import type { PluginStore } from './plugin-store.ts'

/** What a host is made from. Only `surface` and `adapters` must be given. */
export interface PluginHostOptions {
  /** What the embedder offers to plugins. */
  readonly surface: HostSurface
  /** Where plugins can run, in order of preference: each runs in the first that fits it. */
  readonly adapters: readonly IsolationAdapter[]
  /** Default: the platform's. */
  readonly clock?: Clock
  /** BCP 47 tag of the person's language. Default `en`. */
  readonly locale?: string
  /** Context keys at the start. They are visible to every plugin: put no personal data in. */
  readonly context?: JsonObject
  /** Settings as `configuration.stored()` gave them. */
  readonly configuration?: JsonObject
  /** Decides after crashes. Default: the supervisor with its documented limits. */
  readonly crashBudget?: CrashBudget
  /** Default: in memory. */
  readonly storage?: PluginStore
  /** Absent: plugins that ask for secrets get a typed error. */
  readonly secrets?: PluginStore
  /** Gives an application as data. Absent: there are none. */
  readonly readApplication?: (
    applicationId: string,
  ) => JsonObject | undefined | Promise<JsonObject | undefined>
  /** The guards of the machine, asked for each effect that a plugin proposes. Absent: all are possible. */
  readonly validateEffect?: (request: EffectRequest) => EffectVerdict | Promise<EffectVerdict>
  /** Carries out what a plugin proposed by itself and every check allowed. Absent: nothing is done. */
  readonly performEffects?: (requests: readonly EffectRequest[]) => void | Promise<void>
  /** Told each entry of the audit, to store it. */
  readonly onAudit?: (entry: AuditEntry) => void
  /** Told what listeners of the embedder threw. Default: they are dropped, as nobody asked to know. */
  readonly onError?: (error: unknown) => void
  /** For a plugin that does not say. Default 10,000 ms. */
  readonly activationTimeoutMs?: number
  /** For a plugin's `deactivate` and all its disposers together. Default 5,000 ms. */
  readonly deactivationBudgetMs?: number
  /** Entries that the audit keeps in memory. Default 1,000. */
  readonly auditKeep?: number
}

/** Longest time that the early plugins may hold up `onStartupFinished`. */
export const STARTUP_LIMIT_MS = 10_000
