import type { Lifecycle, Snapshot } from '@afterview/core'
import type { EffectRequest, EffectVerdict, JsonValue } from '@afterview/plugin-host'

/** What proposals are judged by. */
export interface GuardWorld {
  readonly lifecycle: Lifecycle
  readonly now: string
}

/**
 * Whether what a plugin proposes could be done now: an event must be possible and well-formed, an
 * item must be on the agenda. Nothing is recorded.
 */
export function judgeProposal(
  { effect }: EffectRequest,
  snapshot: Snapshot | undefined,
  { lifecycle, now }: GuardWorld,
): EffectVerdict {
  if (snapshot === undefined) return { refused: 'there is no such application' }
  switch (effect['type']) {
    case 'proposeEvent':
      return judgeEvent(effect['event'], snapshot, lifecycle, now)
    case 'scheduleReminder':
      return judgeItem(effect['itemId'], snapshot)
    default:
      return true
  }
}

function judgeEvent(
  event: JsonValue | undefined,
  snapshot: Snapshot,
  lifecycle: Lifecycle,
  now: string,
): EffectVerdict {
  const outcome = lifecycle.advance(snapshot, Object.assign({ at: now }, event))
  return outcome.accepted ? true : { refused: outcome.reason.message }
}

function judgeItem(itemId: JsonValue | undefined, snapshot: Snapshot): EffectVerdict {
  const id = typeof itemId === 'string' ? itemId : ''
  const item = Object.hasOwn(snapshot.agenda, id) ? snapshot.agenda[id] : undefined
  if (item?.state === 'open') return true
  return { refused: `there is no open agenda item "${id}"` }
}
