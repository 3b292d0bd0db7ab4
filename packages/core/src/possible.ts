import { __unsafe_getAllOwnEventDescriptors } from 'xstate'
import type { EventType } from './event.ts'
import { eventTypes } from './event-shapes.ts'
import type { Snapshot } from './snapshot.ts'
import { contextOf, stateOf, type Works } from './step.ts'

/** The types of event that the present state accepts, in the order in which a candidate meets them. */
export function possibleTypes(works: Works, snapshot: Snapshot): readonly EventType[] {
  const state = stateOf(works, snapshot)
  const named = new Set<string>(__unsafe_getAllOwnEventDescriptors(state))
  const at = contextOf(snapshot).lastAt
  return eventTypes.filter((type) => named.has(type) && state.can({ type, at } as never))
}
