import type { Call } from './command.ts'
import { instantOption } from './instant-option.ts'

/** The instant from which a call looks: `--at`, else `--now`, else the clock. */
export function presentOf(call: Call): string {
  return instantOption(call, 'at').at ?? instantOption(call, 'now').now ?? call.world.clock.now()
}
