import type { EngineClock } from '@afterview/engine'
import {
  type Clock,
  createInlineAdapter,
  createSystemClock,
  type IsolationAdapter,
  type PluginHostOptions,
} from '@afterview/plugin-host'
import { AfterviewError, instantMs } from '@afterview/time'
import type { AfterviewPlugin } from './plugin-definition.ts'

/** What plugins there are, and where they run. */
export interface PluginOptions {
  /** Opened folders, packed plugins, or plugins of the host app's own. Default: none. */
  readonly plugins?: readonly AfterviewPlugin[]
  /**
   * Where plugins run, in order of preference: worker threads, child processes, Web Workers.
   * Default: in the host app's own thread, where one that hangs stops everything. When given,
   * only plugins of the host app's own code run in its thread.
   */
  readonly adapters?: readonly IsolationAdapter[]
  /** Their store, their secrets, their settings, and the budgets of the plugin host. */
  readonly pluginHost?: PluginHostChoice
}

/** What the host app may decide about the plugin host. */
export type PluginHostChoice = Partial<
  Pick<
    PluginHostOptions,
    | 'storage'
    | 'secrets'
    | 'configuration'
    | 'onAudit'
    | 'crashBudget'
    | 'activationTimeoutMs'
    | 'deactivationBudgetMs'
    | 'auditKeep'
  >
> & {
  /** What budgets and timeouts of plugins are measured with. Default: the machine's timers. */
  readonly clock?: Clock
}

/** The adapters of a choice; plugins of the host app's own code always find a place. */
export function adaptersOf({ adapters }: PluginOptions): readonly IsolationAdapter[] {
  if (adapters === undefined) return [createInlineAdapter()]
  if (adapters.some(({ kind }) => kind === 'inline')) return adapters
  return [...adapters, createInlineAdapter({ importModule: refuseInline })]
}

async function refuseInline(url: string): Promise<unknown> {
  throw new AfterviewError('plugin-not-isolated', {
    happened: `the plugin at ${url.slice(0, 100)} fits none of the given adapters`,
    fix: 'give an adapter that its `isolation.supports` names, or createInlineAdapter() to run it in your own thread',
    details: { url: url.slice(0, 100) },
  })
}

/** Plugins read the Afterview's present; how long they may take is measured in real time. */
export function pluginClock(clock: EngineClock, choice: PluginHostChoice = {}): Clock {
  const timers = createSystemClock()
  return (
    choice.clock ?? {
      now: () => instantMs(clock.now()),
      after: (delayMs, run) => timers.after(delayMs, run),
    }
  )
}
