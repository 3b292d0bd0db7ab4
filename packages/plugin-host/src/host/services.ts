import { AfterviewError } from '@afterview/time'
import type { JsonValue } from '../json-value.ts'
import type { TokenNeed } from '../manifest/manifest.ts'
import { meetsNeed } from '../manifest/token.ts'
import type { PluginCalls } from './plugin-calls.ts'
import { capabilityDenied } from './host-errors.ts'
import type { PluginRecord } from './plugin-record.ts'
import type { PluginTable } from './plugin-table.ts'

/** Which active plugin provides which token, and who wants to know. */
export interface Services {
  /** Tokens that a plugin wants and somebody provides now. */
  availableFor(record: PluginRecord): readonly string[]
  /** A plugin became active with these services, or changed one while active. */
  offer(record: PluginRecord, tokens: readonly string[], isAvailable: boolean): void
  /** A plugin stopped: everything that it provided is gone. */
  withdraw(record: PluginRecord): void
  /** Calls a service on behalf of a plugin, which must have asked for its token. */
  call(
    by: PluginRecord,
    request: { readonly token: string; readonly method: string; readonly input: JsonValue },
    calls: PluginCalls,
    signal: AbortSignal | undefined,
  ): Promise<JsonValue>
}

/** Makes the directory of services. */
export function createServices(table: PluginTable): Services {
  const services: Services = {
    availableFor: (record) =>
      needsOf(record)
        .filter((need) => providerNow(need, table) !== undefined)
        .map(({ token }) => token),
    offer(record, tokens, isAvailable) {
      for (const token of tokens) {
        if (record.offered.has(token) === isAvailable) continue
        if (isAvailable) record.offered.add(token)
        else record.offered.delete(token)
        tellConsumers(token, record, table)
      }
    },
    withdraw: (record) => services.offer(record, [...record.offered], false),
    async call(by, { token, method, input }, calls, signal) {
      const need = needsOf(by).find((candidate) => candidate.token === token)
      if (need === undefined) {
        throw capabilityDenied(by.id, `the service ${token}`, `"optional": ["${token}"]`)
      }
      const provider = providerNow(need, table)
      if (provider === undefined) throw unavailable(by.id, need)
      return calls.call(provider, 'service', token, { method, input }, { by, signal })
    },
  }
  return services
}

function needsOf({ manifest }: PluginRecord): readonly TokenNeed[] {
  return [...manifest.requires, ...manifest.optional]
}

function providerNow(need: TokenNeed, table: PluginTable): PluginRecord | undefined {
  return table.all().find((record) => provides(record, need))
}

function provides(record: PluginRecord, need: TokenNeed): boolean {
  return (
    record.state.status === 'active' &&
    record.offered.has(need.token) &&
    record.manifest.provides.some((offer) => meetsNeed(offer, need))
  )
}

function tellConsumers(token: string, provider: PluginRecord, table: PluginTable): void {
  for (const record of table.all()) {
    const need = needsOf(record).find((candidate) => candidate.token === token)
    if (need === undefined || record === provider) continue
    const isAvailable = providerNow(need, table) !== undefined
    record.runtime?.notify({ type: 'service.changed', token, isAvailable })
  }
}

function unavailable(pluginId: string, { token, range }: TokenNeed): AfterviewError {
  return new AfterviewError('service-unavailable', {
    happened: `${pluginId} calls ${token}, which no active plugin provides in ${range}`,
    fix: 'ask services.get for it first, and listen to services.onDidChange',
    details: { pluginId, token, range },
  })
}
