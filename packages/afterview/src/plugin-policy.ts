import { type PolicyChoice, type PolicyKey, policyKeys, resolvePolicy } from '@afterview/core'
import type { JsonObject, PluginHost } from '@afterview/plugin-host'
import { AfterviewError, isAfterviewError } from '@afterview/time'

/**
 * The policy with what plugins put in place of the standard numbers: preset, then plugins by their
 * precedence, then the host app's own entries. A value of a plugin that cannot be one is reported
 * and left out.
 */
export function withPluginPolicy(
  own: PolicyChoice | undefined,
  host: PluginHost,
  keys: JsonObject,
  report: (problem: AfterviewError) => void,
): PolicyChoice {
  const { values } = host.policies.values(keys)
  const entries: PolicyChoice['entries'] = Object.fromEntries(
    Object.entries(values).flatMap(([key, { value, pluginId, policyId }]) => {
      const entry = { [key]: sourced(value, `${policyId} of ${pluginId}`) }
      const fault = isPolicyKey(key) ? faultOf(entry) : undefined
      if (fault !== undefined) report(refused(key, policyId, pluginId, fault))
      return fault === undefined && isPolicyKey(key) ? Object.entries(entry) : []
    }),
  )
  return { ...own, entries: { ...entries, ...own?.entries } }
}

/** A bare value says who put it there; one with a source of its own keeps it. */
function sourced(value: unknown, source: string): object {
  const isSourced =
    typeof value === 'object' && value !== null && 'value' in value && 'source' in value
  return isSourced ? value : { value, source }
}

function isPolicyKey(key: string): key is PolicyKey {
  return policyKeys.some((known) => known === key)
}

function faultOf(entries: object): AfterviewError | undefined {
  try {
    resolvePolicy({ entries })
    return undefined
  } catch (error) {
    if (isAfterviewError(error)) return error
    throw error
  }
}

function refused(
  key: string,
  policyId: string,
  pluginId: string,
  cause: AfterviewError,
): AfterviewError {
  return new AfterviewError('policy-value-refused', {
    happened: `the policy ${policyId} of ${pluginId} cannot set "${key}": ${cause.message}`,
    fix: `report it to the maker of ${pluginId}`,
    details: { key, policyId, pluginId },
    cause,
  })
}
