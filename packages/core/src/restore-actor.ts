import { instantMs } from '@afterview/time'
import { type Actor, createActor, type InspectionEvent } from 'xstate'
import type { LifecycleEvent } from './event.ts'
import { createLongClock, type Timeouts } from './long-clock.ts'
import type { LifecycleMachine } from './machine.ts'
import type { Snapshot } from './snapshot.ts'

/**
 * A live actor, not yet started, that goes on from a snapshot. XState forgets the timers of a
 * persisted state; this arms them with the time that is left. Timers that the
 * actor cancels, by leaving the state, are cancelled here too.
 */
export function restoreActor(
  machine: LifecycleMachine,
  snapshot: Snapshot,
  timeouts: Timeouts,
): Actor<LifecycleMachine> {
  const clock = createLongClock(timeouts)
  const handles = new Map<string, unknown>()
  const actor = createActor(machine, {
    input: undefined as never,
    snapshot: snapshot.machine as never,
    clock,
    inspect: (event) => {
      const id = cancelledTimer(event)
      if (id === undefined || !handles.has(id)) return
      clock.clearTimeout(handles.get(id))
      handles.delete(id)
    },
  })
  for (const [id, { dueAt, event }] of Object.entries(snapshot.timers)) {
    const fire = (): void => actor.send(event as LifecycleEvent)
    handles.set(id, clock.setTimeout(fire, instantMs(dueAt) - timeouts.now()))
  }
  return actor
}

function cancelledTimer(event: InspectionEvent): string | undefined {
  if (event.type !== '@xstate.action' || event.action.type !== 'xstate.cancel') return undefined
  const { params } = event.action
  return typeof params === 'object' && params !== null
    ? String(Reflect.get(params, 'sendId'))
    : undefined
}
