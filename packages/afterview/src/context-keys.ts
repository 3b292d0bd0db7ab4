import { contextOf, placeName, placeOf, presentRound, type Snapshot } from '@afterview/core'
import type { JsonObject } from '@afterview/plugin-host'
import { countedDays } from './application-view.ts'

/**
 * What when-clauses of plugins see of an application. Every plugin can read it: no personal data is
 * in it. A key without a value is not there.
 */
export function contextKeysOf(snapshot: Snapshot, now: string): JsonObject {
  const context = contextOf(snapshot)
  const place = placeOf(snapshot.machine.value)
  const round = presentRound(context)
  return {
    hasApplication: true,
    applicationId: snapshot.applicationId,
    stage: place.stage,
    place: placeName(place),
    round: round.number,
    medium: round.medium,
    country: context.company.country ?? null,
    locale: context.candidate.locale ?? null,
    hasTimeframe: context.wait.timeframe?.window != null,
    hasOffer: context.offer !== null,
    checkIns: context.wait.checkIns.length,
    ...countedDays(snapshot, now),
  }
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
