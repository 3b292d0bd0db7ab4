import { assign, fromCallback, setup } from 'xstate'
import { settings } from './settings.ts'
import type { World } from './world.ts'

type WalkEvent =
  | { readonly type: 'walk'; readonly world: World; readonly days: number }
  | { readonly type: 'stop' }
  | { readonly type: 'stepped' }
  | { readonly type: 'failed'; readonly error: unknown }

interface Walk {
  readonly world: World | null
  readonly days: number
  readonly done: number
  readonly problem: unknown
}

/** Long enough to see the states change. */
const STEP_MS = 70

/** Walks through the days of the trial, one at a time, until they are done or the person stops. */
export const walk = setup({
  types: { context: {} as Walk, events: {} as WalkEvent },
  actors: {
    walking: fromCallback<WalkEvent, { readonly world: World; readonly days: number }>(
      ({ input, sendBack }) => {
        const stop = new AbortController()
        walkDays(input.world, input.days, stop.signal, () => sendBack({ type: 'stepped' })).catch(
          (error: unknown) => sendBack({ type: 'failed', error }),
        )
        return () => stop.abort()
      },
    ),
  },
}).createMachine({
  context: { world: null, days: 0, done: 0, problem: null },
  initial: 'standing',
  states: {
    standing: {
      on: {
        walk: {
          target: 'walking',
          actions: assign(({ event }) => ({
            world: event.world,
            days: event.days,
            done: 0,
            problem: null,
          })),
        },
      },
    },
    walking: {
      invoke: {
        src: 'walking',
        input: ({ context }) => {
          if (context.world === null) throw new TypeError('nothing to walk in')
          return { world: context.world, days: context.days }
        },
      },
      always: { guard: ({ context }) => context.done >= context.days, target: 'standing' },
      on: {
        stepped: { actions: assign({ done: ({ context }) => context.done + 1 }) },
        stop: 'standing',
        failed: { target: 'standing', actions: assign({ problem: ({ event }) => event.error }) },
      },
    },
  },
})

async function walkDays(
  world: World,
  days: number,
  signal: AbortSignal,
  stepped: () => void,
): Promise<void> {
  for (let day = 0; day < days && !signal.aborted; day++) {
    settings.setDaysAhead(settings.daysAhead() + 1)
    await world.engine.catchUp()
    world.touch()
    stepped()
    await new Promise((resolve) => setTimeout(resolve, STEP_MS))
  }
}
