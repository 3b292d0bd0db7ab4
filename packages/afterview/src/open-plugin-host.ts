import type { Lifecycle, Snapshot } from '@afterview/core'
import type { EngineClock } from '@afterview/engine'
import { createPluginHost, type EffectRequest, type PluginHost } from '@afterview/plugin-host'
import type { AfterviewError } from '@afterview/time'
import { applicationView } from './application-view.ts'
import { noApplicationKeys } from './context-keys.ts'
import { listenerFailed } from './listener-failed.ts'
import { judgeProposal } from './plugin-guards.ts'
import { adaptersOf, pluginClock, type PluginOptions } from './plugin-options.ts'
import { pluginSurface } from './plugin-surface.ts'

/** What the plugin host needs of the Afterview that it belongs to. */
export interface PluginWorld {
  readonly clock: EngineClock
  readonly locale: string | undefined
  readonly report: (problem: AfterviewError) => void
  readonly lifecycle: () => Lifecycle
  readonly read: (applicationId: string) => Promise<Snapshot | undefined>
  /** Told what passed every check. */
  readonly propose: (requests: readonly EffectRequest[]) => void
}

/** Makes a host that offers what the core knows. It holds no plugins yet. */
export function openPluginHost(options: PluginOptions, world: PluginWorld): PluginHost {
  const { clock: _, ...choice } = options.pluginHost ?? {}
  return createPluginHost({
    ...choice,
    surface: pluginSurface(),
    adapters: adaptersOf(options),
    clock: pluginClock(world.clock, options.pluginHost),
    ...(world.locale === undefined ? {} : { locale: world.locale }),
    context: noApplicationKeys,
    readApplication: async (applicationId) => {
      const snapshot = await world.read(applicationId)
      if (snapshot === undefined) return undefined
      return applicationView(world.lifecycle(), snapshot, world.clock.now())
    },
    validateEffect: async (request) =>
      judgeProposal(request, await world.read(request.applicationId), {
        lifecycle: world.lifecycle(),
        now: world.clock.now(),
      }),
    performEffects: (requests) => world.propose(requests),
    onError: (error) => world.report(listenerFailed(error)),
  })
}
