import { instantFromMs, instantMs } from '@afterview/time'
import type { Engine } from '@afterview/engine'
import type { ManualClock } from '@afterview/engine/testing'
import { type Mutant, mutant } from './mutant.ts'

const hour = 3_600_000

/** Engines that misjudge the time. */
export const clockMutants: readonly Mutant[] = [
  mutant('fires an hour early', 'TIM-1', {
    clock: (clock) => ({ now: () => instantFromMs(instantMs(clock.now()) + hour) }),
  }),
  mutant('lets the clock run on when it is set back', 'TIM-8', { clock: neverBack }),
  mutant('sleeps until the next date without a look at the clock', 'TIM-9 FAI-4', {
    clock: (clock) => ({
      setTimer: (ms, run) => clock.setTimer(ms === 60_000 ? 24 * hour : ms, run),
    }),
  }),
  mutant('waits for handlers for ever', 'EFF-7', {
    clock: (clock) => ({
      setTimer: (ms, run) => clock.setTimer(ms === 30_000 ? 1e9 : ms, run),
    }),
  }),
  mutant('gives setTimeout a delay beyond 2³¹ milliseconds', 'TIM-4', overflowing()),
]

function neverBack(clock: ManualClock): Partial<ManualClock> {
  let latest = clock.now()
  let stepped = 0
  return {
    now() {
      const now = clock.now()
      if (instantMs(now) < instantMs(latest))
        stepped = Math.max(stepped, instantMs(latest) - instantMs(now))
      latest = now
      return instantFromMs(instantMs(now) + stepped)
    },
  }
}

/** A timer of its own for each date, that fires without asking whether the date has come. */
function overflowing(): Parameters<typeof mutant>[2] {
  let ahead = 0
  return {
    clock: (clock) => ({ now: () => instantFromMs(instantMs(clock.now()) + ahead) }),
    engine: (engine: Engine, clock: ManualClock) => {
      engine.subscribe((change) => {
        if (change.type === 'erased') return
        for (const { dueAt } of Object.values(change.snapshot.timers)) {
          const delay = instantMs(dueAt) - instantMs(clock.now())
          clock.setTimer(delay, async () => {
            ahead = Math.max(0, instantMs(dueAt) - instantMs(clock.now()))
            await engine.catchUp()
            ahead = 0
          })
        }
      })
      return {}
    },
  }
}
