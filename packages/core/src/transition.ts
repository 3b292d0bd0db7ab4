import { type ActorScope, createActor, type Snapshot as ActorSnapshot } from 'xstate'
import type { LifecycleEvent } from './event.ts'
import type { LifecycleMachine } from './machine.ts'
import type { MachineAction } from './timers.ts'

/** The machine's state as XState works with it. */
export type MachineState = ReturnType<LifecycleMachine['resolveState']>

/** One macrostep: the next state, or the very same one, and the actions that it asks for. */
export type Transition = (
  state: MachineState,
  event: LifecycleEvent,
) => readonly [MachineState, readonly MachineAction[]]

/**
 * What XState's `transition` does, without the actor that it makes, starts and throws away for each
 * call: with our machine half of its time. A machine without children and without effects of its own
 * leaves nothing behind in the scope, so that one serves all calls.
 */
export function createTransition(machine: LifecycleMachine): Transition {
  const self = createActor(machine, { input: undefined as never })
  let actions: MachineAction[] = []
  const scope: ActorScope<ActorSnapshot<unknown>, LifecycleEvent> = {
    self,
    system: self.system,
    id: '',
    sessionId: '',
    logger: () => undefined,
    defer: () => undefined,
    emit: () => undefined,
    stopChild: () => undefined,
    actionExecutor: (action) => void actions.push(action),
  }
  return (state, event) => {
    actions = []
    const next = machine.transition(state, event, scope as never)
    return [next, actions]
  }
}
