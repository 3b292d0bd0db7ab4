import { createLifecycle, type Lifecycle, type PolicyChoice } from '@afterview/core'
import type { LifecyclePort } from '@afterview/engine'
import type { PluginHost } from '@afterview/plugin-host'
import type { AfterviewError, HolidayCalendar } from '@afterview/time'
import { configurationKeys, noApplicationKeys } from './context-keys.ts'
import { type HolidaysOf, loadHolidayTables } from './holiday-tables.ts'
import { pluginObligations } from './plugin-obligations.ts'
import { withPluginPolicy } from './plugin-policy.ts'

/** The lifecycle under what is declared now. */
export interface Rules {
  readonly lifecycle: () => Lifecycle
  /** For the engine: asks the present lifecycle. */
  readonly port: LifecyclePort
  readonly holidaysOf: (country: string) => HolidayCalendar | undefined
  /** Takes over what plugins declare now. */
  update(): Promise<void>
}

/** What rules are made from. */
export interface RulesWorld {
  readonly host: PluginHost
  readonly policy: PolicyChoice | undefined
  /** The host app's own tables; what they do not know is asked of plugins. */
  readonly holidays: HolidaysOf | undefined
  readonly report: (problem: AfterviewError) => void
}

/** Makes the rules. Throws on a policy of the host app that cannot be resolved. */
export async function createRules(world: RulesWorld): Promise<Rules> {
  let present = await makeLifecycle(world)
  const lifecycle = (): Lifecycle => present.lifecycle
  return {
    lifecycle,
    port: {
      start: (input) => lifecycle().start(input),
      advance: (snapshot, event, key) => lifecycle().advance(snapshot, event, key),
      wake: (snapshot, timerId, generation) => lifecycle().wake(snapshot, timerId, generation),
      possibleEvents: (snapshot) => lifecycle().possibleEvents(snapshot),
      restore: (value) => lifecycle().restore(value),
    },
    holidaysOf: (country) => present.holidays(country),
    async update() {
      present = await makeLifecycle(world)
    },
  }
}

interface Present {
  readonly lifecycle: Lifecycle
  readonly holidays: HolidaysOf
}

async function makeLifecycle({
  host,
  policy,
  holidays: own,
  report,
}: RulesWorld): Promise<Present> {
  const tables = await loadHolidayTables(host, report)
  const holidays: HolidaysOf = (country) => own?.(country) ?? tables(country)
  const settings = configurationKeys(host)
  host.context.setAll(settings)
  const lifecycle = createLifecycle({
    holidays,
    policy: withPluginPolicy(policy, host, { ...noApplicationKeys, ...settings }, report),
    obligations: pluginObligations(host, settings),
  })
  return { lifecycle, holidays }
}
