import {
  contextOf,
  type LifecycleContext,
  type Place,
  placeName,
  placeOf,
  presentRound,
  type Snapshot,
} from '@afterview/core'
import type { JsonObject, PluginHost } from '@afterview/plugin-host'
import { countedDays } from './application-view.ts'

/**
 * What when-clauses of plugins see of an application. Every plugin can read it: no personal data is
 * in it. What is unknown is `null`.
 */
export function contextKeysOf(snapshot: Snapshot, now: string): JsonObject {
  const place = placeOf(snapshot.machine.value)
  return { ...applicationKeys(contextOf(snapshot), place), ...countedDays(snapshot, now) }
}

/** Those keys that do not depend on the present. */
export function applicationKeys(context: LifecycleContext, place: Place): JsonObject {
  const round = presentRound(context)
  return {
    hasApplication: true,
    applicationId: context.applicationId,
    stage: place.stage,
    place: placeName(place),
    round: round.number,
    medium: round.medium,
    country: context.company.country ?? null,
    locale: context.candidate.locale ?? null,
    hasTimeframe: context.wait.timeframe?.window != null,
    hasOffer: context.offer !== null,
    checkIns: context.wait.checkIns.length,
  }
}

/** The settings of plugins as keys: `config.acmeNudges.days`. */
export function configurationKeys(host: PluginHost): JsonObject {
  const settings = host
    .declared('configuration')
    .flatMap(({ item }) => Object.keys(item.properties))
  return Object.fromEntries(settings.map((key) => [`config.${key}`, host.configuration.get(key)]))
}

/** The keys while no application is in focus. */
export const noApplicationKeys: JsonObject = {
  hasApplication: false,
  applicationId: null,
  stage: null,
  place: null,
  round: null,
  medium: null,
  country: null,
  locale: null,
  hasTimeframe: false,
  hasOffer: false,
  checkIns: 0,
  daysWaiting: null,
  daysSinceContact: null,
}
