import { parseInstant } from '@afterview/time'
import type { LifecycleContext, OfferRecord } from './context.ts'
import type { EventOf, OfferTerms } from './event.ts'
import { answered } from './record-round.ts'
import { momentOf } from './start-context.ts'

/** An offer has reached the candidate. A second one replaces the first as its next version. */
export function recordOffer(
  context: LifecycleContext,
  event: EventOf<'offer.extended'>,
): LifecycleContext {
  const at = parseInstant(event.at)
  const open = {
    ...answered(context, event.type, at),
    rejection: null,
    ended: null,
    movedOnAt: null,
  }
  return {
    ...open,
    offer: {
      number: (context.offer?.number ?? 0) + 1,
      extendedAt: at,
      versionAt: at,
      version: (context.offer?.version ?? 0) + 1,
      medium: event.medium,
      ...deadlineOf(context, event),
      terms: event.terms ?? null,
      acknowledgedAt: null,
      counters: [],
      extension: null,
      acceptedAt: null,
      rescindedAt: null,
    },
  }
}

/** The candidate thanked for it. */
export function recordAcknowledgement(
  context: LifecycleContext,
  event: EventOf<'offer.acknowledged'>,
): LifecycleContext {
  return changeOffer(context, { acknowledgedAt: parseInstant(event.at) })
}

/** The candidate asked for more time. */
export function recordExtensionRequest(
  context: LifecycleContext,
  event: EventOf<'offer.extensionRequested'>,
): LifecycleContext {
  return changeOffer(acknowledged(context, event.at), {
    extension: { requestedAt: parseInstant(event.at), outcome: null },
  })
}

/** More time was given, until a new deadline, or it was not. */
export function recordExtensionAnswer(
  context: LifecycleContext,
  event: EventOf<'offer.extensionGranted'> | EventOf<'offer.extensionRefused'>,
): LifecycleContext {
  const at = parseInstant(event.at)
  const requestedAt = context.offer?.extension?.requestedAt ?? at
  if (event.type === 'offer.extensionRefused') {
    return changeOffer(context, { extension: { requestedAt, outcome: 'refused' } })
  }
  return changeOffer(context, {
    extension: { requestedAt, outcome: 'granted' },
    respondBy: momentOf(event.until, context.company.zone),
    respondByAnchor: { event: event.type, at },
  })
}

/** The candidate asked for other terms. */
export function recordCounter(
  context: LifecycleContext,
  event: EventOf<'offer.countered'>,
): LifecycleContext {
  const counters = context.offer?.counters ?? []
  return changeOffer(acknowledged(context, event.at), {
    counters: [...counters, parseInstant(event.at)],
  })
}

/** The employer changed the offer. A deadline that is not named again stays. */
export function recordRevision(
  context: LifecycleContext,
  event: EventOf<'offer.revised'>,
): LifecycleContext {
  const { offer } = context
  return changeOffer(context, {
    version: event.version ?? (offer?.version ?? 0) + 1,
    versionAt: parseInstant(event.at),
    terms: merged(offer?.terms ?? null, event.terms),
    ...(event.respondBy === undefined ? {} : deadlineOf(context, event)),
  })
}

/** The candidate said yes. */
export function recordAcceptance(
  context: LifecycleContext,
  event: EventOf<'offer.accepted'>,
): LifecycleContext {
  const open = { ...context, ended: null }
  return changeOffer(acknowledged(open, event.at), { acceptedAt: parseInstant(event.at) })
}

/** The employer took it back. */
export function recordRescission(
  context: LifecycleContext,
  event: EventOf<'offer.rescinded'>,
): LifecycleContext {
  return changeOffer(context, { rescindedAt: parseInstant(event.at) })
}

function acknowledged(context: LifecycleContext, at: string): LifecycleContext {
  return changeOffer(context, { acknowledgedAt: context.offer?.acknowledgedAt ?? parseInstant(at) })
}

function deadlineOf(
  context: LifecycleContext,
  event: EventOf<'offer.extended'> | EventOf<'offer.revised'>,
): Pick<OfferRecord, 'respondBy' | 'respondByAnchor'> {
  if (event.respondBy === undefined) return { respondBy: null, respondByAnchor: null }
  return {
    respondBy: momentOf(event.respondBy, context.company.zone),
    respondByAnchor: { event: event.type, at: parseInstant(event.at) },
  }
}

function merged(before: OfferTerms | null, now: OfferTerms | undefined): OfferTerms | null {
  return now === undefined ? before : { ...before, ...now }
}

function changeOffer(context: LifecycleContext, change: Partial<OfferRecord>): LifecycleContext {
  return context.offer === null ? context : { ...context, offer: { ...context.offer, ...change } }
}
