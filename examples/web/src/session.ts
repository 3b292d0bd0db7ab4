import { assign, fromPromise, setup } from 'xstate'
import { settings } from './settings.ts'
import { openWorld, type World, type WorldName } from './world.ts'

interface Session {
  readonly name: WorldName
  readonly world: World | null
  readonly problem: unknown
}

/** Which job search is open: the person's own or the trial. One is shown until the other is there. */
export const session = setup({
  types: {
    context: {} as Session,
    events: {} as { readonly type: 'switch'; readonly name: WorldName },
  },
  actors: {
    open: fromPromise<World, WorldName>(({ input }) => openWorld(input)),
  },
}).createMachine({
  context: () => ({ name: settings.isTrial() ? 'trial' : 'mine', world: null, problem: null }),
  initial: 'opening',
  states: {
    opening: {
      invoke: {
        src: 'open',
        input: ({ context }) => context.name,
        onDone: {
          target: 'ready',
          actions: [
            ({ context }) => void context.world?.close(),
            assign({ world: ({ event }) => event.output }),
          ],
        },
        onError: { target: 'failed', actions: assign({ problem: ({ event }) => event.error }) },
      },
    },
    ready: {
      on: {
        switch: {
          target: 'opening',
          actions: [
            assign({ name: ({ event }) => event.name }),
            ({ event }) => settings.setTrial(event.name === 'trial'),
          ],
        },
      },
    },
    failed: {},
  },
})
