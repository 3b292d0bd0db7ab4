import { compareInstants, parseInstant } from '@afterview/time'
import { type LifecycleContext, presentRound } from './context.ts'
import type { LifecycleEvent } from './event.ts'
import { eventShapes, eventTypes, isEventType } from './event-shapes.ts'
import { heldRound } from './record-round.ts'
import { nearest, type Problem } from './shape.ts'
import type { Refusal, Snapshot } from './snapshot.ts'
import { thankable } from './thanks.ts'

/** What came of reading an event from outside. */
export type Reading =
  | { readonly ok: true; readonly event: LifecycleEvent }
  | { readonly ok: false; readonly reason: Refusal }

/** Reads an unknown value as an event: its shape, its order, and the ids that it names. */
export function readEvent(value: unknown, snapshot: Snapshot, context: LifecycleContext): Reading {
  const type = typeOf(value)
  if (typeof type !== 'string') {
    return refuse(
      'event-malformed',
      'an event has a type, given as a text',
      'add "type"',
      'type',
      type,
    )
  }
  if (type.startsWith('xstate.')) {
    return refuse(
      'event-reserved',
      `"${type}" belongs to the machine itself`,
      'record what happened instead',
      'type',
      type,
    )
  }
  if (!isEventType(type)) return unknownType(type)
  const [problem] = eventShapes[type](value, '')
  if (problem !== undefined) return malformed(type, problem)
  const event = value as LifecycleEvent
  const wrong = meaningProblem(event, snapshot, context)
  return wrong === undefined ? outOfOrder(event, context) : malformed(type, wrong)
}

function typeOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, 'type') : undefined
}

function unknownType(type: string): Reading {
  const near = nearest(type, eventTypes)
  const fix = near === undefined ? `use one of ${eventTypes.join(', ')}` : `write "${near}"`
  return refuse('event-unknown', `there is no event "${type}"`, fix, 'type', type)
}

function malformed(type: string, problem: Problem): Reading {
  const value = problem.value === undefined ? '' : ` (${JSON.stringify(problem.value)})`
  const message = `the ${type} event cannot be read: "${problem.field}"${value} ${problem.message}`
  return refuse('event-malformed', message, problem.fix, problem.field, problem.value)
}

function outOfOrder(event: LifecycleEvent, context: LifecycleContext): Reading {
  const last = context.lastEventAt
  if (last === null || compareInstants(parseInstant(event.at), last) >= 0)
    return { ok: true, event }
  return refuse(
    'event-out-of-order',
    `${event.type} happened at ${event.at}, before the last recorded event at ${last}`,
    'record events in the order in which they happened',
    'at',
    event.at,
  )
}

/** Ids must be known and windows must run forward; what an event means beyond its shape. */
function meaningProblem(
  event: LifecycleEvent,
  snapshot: Snapshot,
  context: LifecycleContext,
): Problem | undefined {
  if ('interviewerId' in event) return unknownPerson(event.interviewerId, event, context)
  if ('until' in event && 'itemId' in event) return closedItem(event.itemId, snapshot)
  if (event.type === 'agenda.completed') return notManual(event.itemId, snapshot)
  if ('window' in event) return backwards(event.window)
  if (event.type === 'nextRound.scheduled') return wrongRound(event, context)
  return undefined
}

function unknownPerson(
  id: string,
  event: LifecycleEvent,
  context: LifecycleContext,
): Problem | undefined {
  const round = heldRound(context, parseInstant(event.at))
  const known = [
    ...new Set([...thankable(round), ...round.interviewers.map((person) => person.id)]),
  ]
  if (known.includes(id)) return undefined
  return {
    field: 'interviewerId',
    value: id,
    message: `is nobody of round ${round.number}`,
    fix: `use one of ${known.join(', ') || '(none)'}`,
  }
}

function closedItem(id: string, snapshot: Snapshot): Problem | undefined {
  const open = Object.values(snapshot.agenda).filter(({ state }) => state === 'open')
  if (open.some((record) => record.id === id)) return undefined
  return {
    field: 'itemId',
    value: id,
    message: 'is not an open agenda item',
    fix: `use one of ${open.map((record) => record.id).join(', ') || '(none)'}`,
  }
}

const manualKinds = new Map<string, true>(
  [
    'rebookInterview',
    'answerHolding',
    'sendInformation',
    'answerInvitation',
    'confirmAcceptance',
    'withdrawElsewhere',
    'thankReferences',
    'answerRescission',
    'obligation',
  ].map((kind) => [kind, true]),
)

function notManual(id: string, snapshot: Snapshot): Problem | undefined {
  const closed = closedItem(id, snapshot)
  if (closed !== undefined) return closed
  const kind = snapshot.agenda[id]?.kind ?? ''
  if (manualKinds.has(kind)) return undefined
  return {
    field: 'itemId',
    value: id,
    message: `is a ${kind}, which is done by its own event`,
    fix: 'record that event, such as thankYou.sent or checkIn.sent',
  }
}

function backwards(window: unknown): Problem | undefined {
  if (typeof window !== 'object' || window === null) return undefined
  const latest: unknown = Reflect.get(window, 'latest')
  const earliest: unknown = Reflect.get(window, 'earliest')
  if (typeof latest !== 'string' || typeof earliest !== 'string' || earliest <= latest)
    return undefined
  return {
    field: 'window.latest',
    value: latest,
    message: `lies before the earliest date ${earliest}`,
    fix: 'swap the two dates',
  }
}

function wrongRound(
  event: Extract<LifecycleEvent, { type: 'nextRound.scheduled' }>,
  context: LifecycleContext,
): Problem | undefined {
  const present = presentRound(context)
  const least = present.endedAt === null ? present.number : present.number + 1
  if (event.round.number >= least) return undefined
  return {
    field: 'round.number',
    value: event.round.number,
    message: `is not after round ${present.number}, which was held`,
    fix: `use ${least}`,
  }
}

function refuse(
  code: Refusal['code'],
  message: string,
  fix: string,
  field: string,
  value: unknown,
): Reading {
  return {
    ok: false,
    reason: { code, message, fix, field, ...(value === undefined ? {} : { value }) },
  }
}
