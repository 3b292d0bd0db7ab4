import type { JsonValue } from '../json-value.ts'
import { type PolicyContribution, precedences } from '../manifest/points/policies.ts'
import type { Contribution } from './contribution-index.ts'

/** A number that a plugin puts in place of the standard one. */
export interface PolicyValue {
  readonly value: JsonValue
  readonly pluginId: string
  readonly policyId: string
}

/** The values that count, and the opinions that lost. */
export interface CombinedPolicies {
  readonly values: { readonly [key: string]: PolicyValue }
  readonly overruled: readonly (PolicyValue & { readonly key: string })[]
}

/** Combines opinions on policy values: the strongest precedence counts, then the plugin registered first. */
export function combinePolicyValues(
  policies: readonly Contribution<PolicyContribution>[],
): CombinedPolicies {
  const values = new Map<string, PolicyValue>()
  const overruled: (PolicyValue & { readonly key: string })[] = []
  const strongestFirst = policies.toSorted((left, right) => strength(left) - strength(right))
  for (const { item, pluginId } of strongestFirst) {
    for (const [key, value] of Object.entries(item.values ?? {})) {
      const opinion = { value, pluginId, policyId: item.id }
      if (values.has(key)) overruled.push({ ...opinion, key })
      else values.set(key, opinion)
    }
  }
  return { values: Object.fromEntries(values), overruled }
}

function strength({ item }: Contribution<PolicyContribution>): number {
  return precedences.indexOf(item.precedence ?? 'default')
}
