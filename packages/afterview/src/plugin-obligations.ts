import {
  isEventType,
  type LetterKind,
  letterKinds,
  type ObligationDue,
  type ObligationRule,
} from '@afterview/core'
import {
  type JsonObject,
  type ObligationContribution,
  parseWhen,
  type PluginHost,
} from '@afterview/plugin-host'
import { applicationKeys } from './context-keys.ts'

/**
 * The rules that plugins contribute. `when` sees the application's keys, without those that count
 * days, and the given ones: whether something is owed does not depend on when one looks.
 */
export function pluginObligations(host: PluginHost, keys: JsonObject): readonly ObligationRule[] {
  const contributed = host.declared('obligations')
  const rules = contributed.map(({ item, pluginId }) => toRule(item, pluginId, keys))
  return [...new Map(rules.toReversed().map((rule) => [rule.id, rule])).values()].toReversed()
}

function toRule(item: ObligationContribution, pluginId: string, keys: JsonObject): ObligationRule {
  const name = item.on.slice(item.on.indexOf(':') + 1)
  const clause = item.when === undefined ? undefined : parseWhen(item.when)
  const letter = letterKinds.find((kind): kind is LetterKind => kind === item.letter)
  return {
    id: item.id,
    title: item.title,
    on: isEventType(name) && item.on.startsWith('onEvent:') ? { event: name } : { state: name },
    due: dueOf(item.due),
    source: item.source ?? `${item.id} of ${pluginId}`,
    ...(item.holder === undefined ? {} : { holder: item.holder }),
    ...(letter === undefined ? {} : { letter }),
    ...(item.doneOn === undefined ? {} : { doneOn: item.doneOn.filter(isEventType) }),
    ...(clause?.ok === true
      ? {
          applies: (context, place) =>
            clause.evaluate({ ...keys, ...applicationKeys(context, place) }),
        }
      : {}),
  }
}

/** The manifest has been checked: exactly one of the counts is there. */
function dueOf({ hours, days, businessDays, at }: ObligationContribution['due']): ObligationDue {
  const clock = at === undefined ? {} : { at }
  if (hours !== undefined) return { hours }
  return businessDays === undefined ? { days: days ?? 0, ...clock } : { businessDays, ...clock }
}
