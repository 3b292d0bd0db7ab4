import { AfterviewError } from '@afterview/time'
import type { EffectGate, EffectRequest } from '../capability/effect-gate.ts'
import type { ContextKeys } from '../contribution/context-keys.ts'
import type { Contribution, ContributionIndex } from '../contribution/contribution-index.ts'
import { type CombinedPolicies, combinePolicyValues } from '../contribution/policy-values.ts'
import { type ErrorData, toErrorData } from '../error-data.ts'
import type { JsonObject, JsonValue } from '../json-value.ts'
import type { PolicyContribution } from '../manifest/points/policies.ts'
import type { PluginCalls } from './plugin-calls.ts'
import type { PluginTable } from './plugin-table.ts'

/** Something happened to an application that rules may answer. */
export interface PolicyTrigger {
  /** `onState:waiting` or `onEvent:offer.extended`. */
  readonly on: string
  readonly applicationId: string
  /** The whole application; each plugin sees only what it may read. */
  readonly snapshot: JsonObject
  /** Context keys for this question only. */
  readonly context?: JsonObject
  readonly signal?: AbortSignal
}

/** What the rules came to. */
export interface PolicyOutcome {
  /** Effects that every check allowed. */
  readonly effects: readonly (EffectRequest & { readonly policyId: string })[]
  /** Rules that failed or asked for something that is not allowed; they stop nobody else. */
  readonly failures: readonly {
    readonly pluginId: string
    readonly policyId: string
    readonly error: ErrorData
  }[]
}

/** The policies of all plugins. */
export interface Policies {
  /** Values in place of the standard policy, those whose `when` holds. */
  values(overlay?: JsonObject): CombinedPolicies
  /** Asks every rule for that trigger whose `when` holds. Never rejects. */
  run(trigger: PolicyTrigger): Promise<PolicyOutcome>
}

/** What policies work with. */
export interface PoliciesOptions {
  readonly index: ContributionIndex
  readonly table: PluginTable
  readonly context: ContextKeys
  readonly calls: PluginCalls
  readonly gate: EffectGate
}

/** Makes the policies. */
export function createPolicies(options: PoliciesOptions): Policies {
  const { index, context } = options
  return {
    values: (overlay) => combinePolicyValues(index.list('policies', context.with(overlay))),
    async run(trigger) {
      const rules = index
        .list('policies', context.with(trigger.context))
        .filter(({ item }) => item.on === trigger.on)
      const outcomes = await Promise.all(rules.map((rule) => runRule(rule, trigger, options)))
      return {
        effects: outcomes.flatMap(({ effects }) => effects),
        failures: outcomes.flatMap(({ failures }) => failures),
      }
    },
  }
}

async function runRule(
  { item, pluginId }: Contribution<PolicyContribution>,
  trigger: PolicyTrigger,
  options: PoliciesOptions,
): Promise<PolicyOutcome> {
  try {
    const effects = await effectsOf(item, pluginId, trigger, options)
    const record = options.table.get(pluginId)
    const allowed = await options.gate.check(record, trigger.applicationId, effects)
    return { effects: allowed.map((request) => ({ ...request, policyId: item.id })), failures: [] }
  } catch (error) {
    return { effects: [], failures: [{ pluginId, policyId: item.id, error: toErrorData(error) }] }
  }
}

/** A payload in the manifest needs no code. */
async function effectsOf(
  item: PolicyContribution,
  pluginId: string,
  trigger: PolicyTrigger,
  { table, calls }: PoliciesOptions,
): Promise<readonly JsonValue[]> {
  const type = item.effect ?? ''
  if (item.payload !== undefined) return [{ ...item.payload, type }]
  const { on, snapshot, signal } = trigger
  const answer = await calls.call(
    table.get(pluginId),
    'policy',
    item.id,
    { on, snapshot },
    { signal },
  )
  if (Array.isArray(answer))
    return answer.map((effect: JsonValue) => requireType(effect, item, pluginId))
  throw wrongAnswer(item, pluginId, 'no list of effects')
}

function requireType(effect: JsonValue, item: PolicyContribution, pluginId: string): JsonValue {
  const isDeclared =
    typeof effect === 'object' && effect !== null && 'type' in effect && effect.type === item.effect
  if (isDeclared) return effect
  throw wrongAnswer(item, pluginId, `an effect other than ${item.effect ?? 'declared'}`)
}

function wrongAnswer(item: PolicyContribution, pluginId: string, what: string): AfterviewError {
  return new AfterviewError('policy-answer-invalid', {
    happened: `The policy ${item.id} of ${pluginId} answered with ${what}`,
    fix: `answer with a list of effects of the type ${item.effect ?? ''}`,
    details: { pluginId, policyId: item.id },
  })
}
