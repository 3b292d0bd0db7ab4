import type { JsonObject } from '../../json-value.ts'
import type { Finding } from '../diagnostic.ts'
import { pointerTo } from '../json-text.ts'
import { checkName, checkTrigger, checkWhen } from './checks.ts'
import {
  type CheckScope,
  type ContributionPoint,
  type ItemPlace,
  idSchema,
  itemSchema,
  textSchema,
  whenSchema,
} from './point.ts'

/** Which of several opinions counts; among equals the plugin registered first. */
export type Precedence = 'highest' | 'high' | 'default' | 'low' | 'lowest'

/** All precedences, the strongest first. */
export const precedences: readonly Precedence[] = ['highest', 'high', 'default', 'low', 'lowest']

/** Either numbers of the policy to put in place of the standard ones, or an effect to propose. */
export interface PolicyContribution {
  readonly id: string
  readonly title?: string
  readonly when?: string
  /** Default `default`. */
  readonly precedence?: Precedence
  /** Values by policy key. */
  readonly values?: JsonObject
  /** `onState:` or `onEvent:` with a name. */
  readonly on?: string
  /** Type of the effect to propose. */
  readonly effect?: string
  /** Its fields. Absent: the plugin's code is asked for them. */
  readonly payload?: JsonObject
}

/** Schema of what fires a rule. */
export const triggerSchema: JsonObject = {
  type: 'string',
  pattern: '^on(?:State|Event):[A-Za-z0-9._-]{1,80}$',
  description: 'What fires it: `onState:waiting` or `onEvent:offer.extended`',
}

/** `contributes.policies` */
export const policies: ContributionPoint<PolicyContribution> = {
  name: 'policies',
  description: 'Numbers in place of the standard policy, or rules that propose an effect',
  layout: 'list',
  handler: 'policy',
  schema: itemSchema(['id'], {
    id: idSchema('Id of the policy'),
    title: textSchema('What a person reads'),
    when: whenSchema,
    precedence: { enum: precedences, description: 'Which of several opinions counts' },
    values: { type: 'object', minProperties: 1, description: 'Values by policy key' },
    on: triggerSchema,
    effect: textSchema('Type of the effect to propose'),
    payload: {
      type: 'object',
      description: 'Fields of the effect; absent means that the code of the plugin is asked',
    },
  }),
  example: {
    id: 'acme-nudges.nudge',
    on: 'onState:waiting',
    when: 'daysWaiting >= 5',
    effect: 'draftMessage',
    payload: { kind: 'check-in' },
  },
  idOf: (item) => item.id,
  needsCode: (item) => item.effect !== undefined && item.payload === undefined,
  check: (item, at, scope) => [
    ...checkWhen(item.when, at, 'when'),
    ...checkForm(item, at),
    ...checkValues(item, at, scope),
    ...(item.on === undefined ? [] : checkTrigger(item.on, at, scope)),
    ...checkEffect(item.effect, at, scope),
  ],
}

function checkForm(item: PolicyContribution, at: ItemPlace): readonly Finding[] {
  const isRule = item.on !== undefined && item.effect !== undefined
  const isValues = item.values !== undefined
  const hasRuleParts = [item.on, item.effect, item.payload].some((part) => part !== undefined)
  if (isValues ? !hasRuleParts : isRule) return []
  return [
    {
      code: 'policy-unclear',
      pointer: at.pointer,
      message: `Policy ${item.id} must have either values, or both on and effect`,
      help: 'split it into a policy with values and one with on and effect',
    },
  ]
}

function checkValues(
  item: PolicyContribution,
  at: ItemPlace,
  scope: CheckScope,
): readonly Finding[] {
  const pointer = pointerTo(at.pointer, 'values')
  return Object.keys(item.values ?? {}).flatMap((key) =>
    checkName(key, scope.surface.policyKeys, pointerTo(pointer, key), 'policy key'),
  )
}

function checkEffect(
  effect: string | undefined,
  at: ItemPlace,
  scope: CheckScope,
): readonly Finding[] {
  if (effect === undefined || scope.allowedEffects.includes(effect)) return []
  return [
    {
      code: 'capability-missing',
      pointer: pointerTo(at.pointer, 'effect'),
      message: `The effect ${effect} is not among the capabilities of the plugin`,
      help: `add "${effect}" to capabilities.candidate.effects`,
    },
  ]
}
