import {
  createLifecycle,
  createLongClock,
  type LifecycleEvent,
  type StartInput,
} from '@afterview/core'
import { type Actor, createActor } from 'xstate'

/** The machine as a live actor of XState, for `useMachine` or Stately's tools. */
export function follow(input: StartInput): Actor<ReturnType<typeof createLifecycle>['machine']> {
  const { machine } = createLifecycle()
  // The platform's own timers end at 24.8 days; these do not.
  const clock = createLongClock({
    now: () => Date.now(),
    setTimeout: (callback, ms) => setTimeout(callback, ms),
    clearTimeout: (handle) => clearTimeout(handle as ReturnType<typeof setTimeout>),
  })
  return createActor(machine, { input, clock }).start()
}

/** What a button sends. An event that the state does not accept can be seen beforehand. */
export function press(actor: ReturnType<typeof follow>, event: LifecycleEvent): boolean {
  const isPossible = actor.getSnapshot().can(event)
  if (isPossible) actor.send(event)
  return isPossible
}
