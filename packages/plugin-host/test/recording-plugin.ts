import type { JsonObject, Plugin, PluginApi } from '@afterview/plugin-host'
import type { TestPlugin } from '@afterview/plugin-host/testing'

/** What happened, in order: `activate a`, `deactivate a`, whatever a test adds. */
export type Log = string[]

/** How a recording plugin behaves. */
export interface Behaviour {
  readonly manifest?: JsonObject
  readonly activate?: (api: PluginApi) => void | Promise<void>
  readonly deactivate?: () => void | Promise<void>
}

/** A plugin `test.<name>` that notes its activation and deactivation, wanting `onState:go`. */
export function recording(name: string, log: Log, behaviour: Behaviour = {}): TestPlugin {
  const plugin: Plugin = {
    async activate(api) {
      log.push(`activate ${name}`)
      await behaviour.activate?.(api)
      log.push(`activated ${name}`)
    },
    async deactivate() {
      log.push(`deactivate ${name}`)
      await behaviour.deactivate?.()
    },
  }
  return { manifest: { name, activationEvents: ['onState:go'], ...behaviour.manifest }, plugin }
}

/** How often a line stands in the log. */
export function count(log: Log, line: string): number {
  return log.filter((entry) => entry === line).length
}

/** A promise that a test settles. */
export function deferred(): PromiseWithResolvers<void> {
  return Promise.withResolvers<void>()
}
