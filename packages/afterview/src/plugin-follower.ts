import type { Lifecycle } from '@afterview/core'
import type { Change, WrittenChange } from '@afterview/engine'
import type { EffectRequest, PluginHost } from '@afterview/plugin-host'
import { AfterviewError } from '@afterview/time'
import { applicationView } from './application-view.ts'
import { contextKeysOf } from './context-keys.ts'
import { triggersOf } from './plugin-triggers.ts'

/** What following works with. */
export interface FollowerWorld {
  readonly host: PluginHost
  readonly lifecycle: () => Lifecycle
  readonly now: () => string
  readonly report: (problem: AfterviewError) => void
  readonly propose: (requests: readonly (EffectRequest & { readonly policyId: string })[]) => void
}

/** Tells plugins of changes after they are durable. */
export interface PluginFollower {
  follow(change: Change): void
  /** Waits until everything that changes have set off is over. */
  settle(): Promise<void>
  /** Follows and reports no more. */
  stop(): void
}

/** Activates the plugins that want a change, and asks the rules that want it. */
export function createPluginFollower(world: FollowerWorld): PluginFollower {
  const running = new Set<Promise<void>>()
  let isOver = false
  const report: FollowerWorld['report'] = (problem) => {
    if (!isOver) world.report(problem)
  }
  return {
    follow(change) {
      if (isOver || change.type === 'erased') return
      for (const trigger of triggersOf(change)) {
        const run = pull(trigger, change, { ...world, report }).finally(() => running.delete(run))
        running.add(run)
      }
    },
    async settle() {
      while (running.size > 0) await Promise.all(running)
    },
    stop() {
      isOver = true
    },
  }
}

/** Never rejects: neither `fire` nor `run` does. */
async function pull(trigger: string, change: WrittenChange, world: FollowerWorld): Promise<void> {
  const activated = world.host.fire(trigger)
  const isAsked = world.host.declared('policies').some(({ item }) => item.on === trigger)
  if (isAsked) await askRules(trigger, change, world)
  await activated
}

async function askRules(
  on: string,
  { applicationId, snapshot }: WrittenChange,
  { host, lifecycle, now, report, propose }: FollowerWorld,
): Promise<void> {
  const { effects, failures } = await host.policies.run({
    on,
    applicationId,
    snapshot: applicationView(lifecycle(), snapshot, now()),
    context: contextKeysOf(snapshot, now()),
  })
  if (effects.length > 0) propose(effects)
  if (failures.length === 0) return
  const { fromErrorData } = await import('@afterview/plugin-host')
  for (const { pluginId, policyId, error } of failures) {
    report(
      new AfterviewError('policy-failed', {
        happened: `the policy ${policyId} of ${pluginId} failed at ${on} of ${applicationId}: ${error.message}`,
        fix: `report it to the maker of ${pluginId}, or unload the plugin`,
        details: { pluginId, policyId, applicationId, on },
        cause: fromErrorData(error),
      }),
    )
  }
}
