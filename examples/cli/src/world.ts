import { once } from 'node:events'
import { type EngineClock, systemClock } from '@afterview/engine'
import type { Asker } from './asker.ts'
import { terminalAsker } from './terminal-asker.ts'

/** What surrounds a call of the program. */
export interface World {
  /** Somebody to ask; `undefined` where nobody sits at a terminal. */
  readonly asker: Asker | undefined
  readonly clock: EngineClock
  /** Variables such as `AFTERVIEW_DB`. */
  readonly env: Readonly<Record<string, string | undefined>>
  /** Settles when the program is asked to stop, as with Ctrl+C. */
  stopped(): Promise<void>
}

/** The world of this process. There is somebody to ask where both ends are a terminal. */
export function processWorld(): World {
  const isTerminal = process.stdin.isTTY && process.stdout.isTTY
  return {
    asker: isTerminal ? terminalAsker() : undefined,
    clock: systemClock(),
    env: process.env,
    stopped: async () => {
      await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
    },
  }
}
