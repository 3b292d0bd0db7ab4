import { AfterviewError } from '@afterview/time'
import type { PolicyEntry } from './policy-entry.ts'
import { policyTable } from './policy-table.ts'

/** The names of the policy's entries. */
export type PolicyKey = keyof typeof policyTable

/** The value behind a key. */
export type PolicyValue<Key extends PolicyKey> = (typeof policyTable)[Key]['value']

/** A complete policy: every key with its entry. */
export type Policy = { readonly [Key in PolicyKey]: PolicyEntry<PolicyValue<Key>> }

/** Ready-made temperaments: how soon to check in. */
export type PolicyPreset = 'eager' | 'standard' | 'patient'

/** An override: a bare value, or a value with the source that it comes from. */
export type PolicyOverride<Value> =
  | Value
  | { readonly value: Value; readonly source: string; readonly asOf?: string }

/** What a host app may change. Default: the `standard` preset as it is. */
export interface PolicyChoice {
  readonly preset?: PolicyPreset
  readonly entries?: { readonly [Key in PolicyKey]?: PolicyOverride<PolicyValue<Key>> }
}

const presets: Readonly<Record<PolicyPreset, PolicyChoice['entries']>> = {
  eager: { 'checkIn.afterStated': { value: 1, source: 'preset `eager`: the next business day' } },
  standard: {},
  patient: {
    'checkIn.afterStated': { value: 10, source: 'preset `patient`: two weeks' },
    'checkIn.noDateGiven': { value: 10, source: 'preset `patient`: two weeks' },
  },
}

/** The keys of the policy in the order of the table. */
export const policyKeys: readonly PolicyKey[] = Object.keys(policyTable).filter(isPolicyKey)

/**
 * Resolves a choice into a complete policy: table, then preset, then entries.
 * Throws `policy-preset-unknown`, `policy-key-unknown` or `policy-value-malformed`.
 */
export function resolvePolicy(choice: PolicyChoice = {}): Policy {
  const preset = choice.preset ?? 'standard'
  if (!Object.hasOwn(presets, preset)) {
    throw new AfterviewError('policy-preset-unknown', {
      happened: `there is no policy preset "${preset}"`,
      fix: `use one of ${Object.keys(presets).join(', ')}`,
      details: { preset },
    })
  }
  return override(override(policyTable, presets[preset]), choice.entries)
}

function override(policy: Policy, entries: PolicyChoice['entries'] = {}): Policy {
  const changed = Object.entries(entries).map(([key, change]) => {
    if (!isPolicyKey(key)) throw unknownKey(key)
    return [key, overrideEntry(key, policy[key], change)] as const
  })
  return { ...policy, ...Object.fromEntries(changed) }
}

function overrideEntry(key: PolicyKey, entry: PolicyEntry, change: unknown): PolicyEntry {
  const { value, ...about } = isSourced(change)
    ? change
    : { value: change, source: 'set by the host app' }
  if (!isSameShape(entry.value, value)) {
    throw new AfterviewError('policy-value-malformed', {
      happened: `the policy entry "${key}" cannot be ${JSON.stringify(value)}`,
      fix: `give a value like ${JSON.stringify(entry.value)}`,
      details: { key, value },
    })
  }
  return { ...entry, ...about, value }
}

function isSourced(change: unknown): change is { value: unknown; source: string } {
  return typeof change === 'object' && change !== null && 'value' in change && 'source' in change
}

function isSameShape(model: unknown, value: unknown): boolean {
  if (Array.isArray(model))
    return Array.isArray(value) && value.every((part) => isSameShape(model[0], part))
  if (typeof model === 'number')
    return typeof value === 'number' && Number.isFinite(value) && value >= 0
  if (typeof model === 'object' && model !== null && typeof value === 'object' && value !== null) {
    return Object.entries(model).every(([key, part]) => isSameShape(part, Reflect.get(value, key)))
  }
  return typeof model === typeof value
}

function isPolicyKey(key: string): key is PolicyKey {
  return Object.hasOwn(policyTable, key)
}

function unknownKey(key: string): AfterviewError {
  return new AfterviewError('policy-key-unknown', {
    happened: `there is no policy entry "${key}"`,
    fix: `use one of ${Object.keys(policyTable).join(', ')}`,
    details: { key },
  })
}
