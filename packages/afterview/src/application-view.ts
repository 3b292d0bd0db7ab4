import { contextOf, type Lifecycle, placeName, placeOf, type Snapshot } from '@afterview/core'
import type { JsonObject } from '@afterview/plugin-host'
import { instantMs } from '@afterview/time'

const DAY = 86_400_000

/**
 * The fields of an application that a plugin may ask for in `capabilities.candidate.read`. A field
 * gives everything below it; `rounds.number` gives one part of every round.
 */
export const applicationFields = [
  'applicationId',
  'revision',
  'stage',
  'place',
  'role',
  'company',
  'company.name',
  'company.zone',
  'company.country',
  'candidate',
  'candidate.name',
  'candidate.email',
  'candidate.zone',
  'candidate.locale',
  'rounds',
  'rounds.number',
  'rounds.medium',
  'rounds.startsAt',
  'rounds.endsAt',
  'rounds.endedAt',
  'rounds.missedAt',
  'rounds.askedAt',
  'rounds.interviewers',
  'rounds.interviewers.name',
  'rounds.coordinator',
  'rounds.details',
  'rounds.thanks',
  'wait',
  'wait.timeframe',
  'wait.lastWordAt',
  'wait.checkIns',
  'wait.unanswered',
  'wait.heldAt',
  'wait.paused',
  'wait.answer',
  'invitation',
  'offer',
  'offer.extendedAt',
  'offer.medium',
  'offer.respondBy',
  'offer.terms',
  'offer.acknowledgedAt',
  'offer.acceptedAt',
  'rejection',
  'ended',
  'movedOnAt',
  'lastEventAt',
  'daysWaiting',
  'daysSinceContact',
  'agenda',
  'agenda.id',
  'agenda.kind',
  'agenda.holder',
  'agenda.status',
  'agenda.due',
  'agenda.window',
  'agenda.basis',
  'agenda.letter',
  'agenda.facts',
] as const

/**
 * An application as plugins see it: everything that is remembered of it, where it stands, and its
 * open agenda. Each plugin is shown only the fields that its manifest asks for.
 */
export function applicationView(lifecycle: Lifecycle, snapshot: Snapshot, now: string): JsonObject {
  const { pins: _, completed: __, ...known } = contextOf(snapshot)
  const place = placeOf(snapshot.machine.value)
  return asJson({
    ...known,
    revision: snapshot.revision,
    stage: place.stage,
    place: placeName(place),
    ...countedDays(snapshot, now),
    agenda: lifecycle.agenda(snapshot, { now }),
  })
}

/** What the core keeps survives JSON, and the plugin host copies it before it crosses. */
export function asJson(value: object): JsonObject {
  return value as JsonObject
}

/** Whole days, as far as there is something to count from. */
export interface CountedDays {
  /** Since the last word from the employer, the interview included. Only while one waits for an answer. */
  readonly daysWaiting: number | null
  /** Since the last word of either side. */
  readonly daysSinceContact: number
}

/** Counts the days of the wait at an instant. Elapsed days of 24 hours. */
export function countedDays(snapshot: Snapshot, now: string): CountedDays {
  const { wait } = contextOf(snapshot)
  const { stage } = placeOf(snapshot.machine.value)
  const isWaiting = stage === 'waiting' || stage === 'followUp'
  const contact = [wait.lastWordAt, ...wait.checkIns].map(instantMs)
  return {
    daysWaiting: isWaiting ? daysBetween(instantMs(wait.lastWordAt), instantMs(now)) : null,
    daysSinceContact: daysBetween(Math.max(...contact), instantMs(now)),
  }
}

function daysBetween(from: number, until: number): number {
  return Math.max(0, Math.floor((until - from) / DAY))
}
