import type { Snapshot } from '@afterview/core'
import { isAfterviewError, parseInstant, type Timeframe } from '@afterview/time'
import type { Afterview } from 'afterview'
import type { ManualClock } from './manual-clock.ts'
import type { RefusedEvent } from './run.ts'

/** What came of telling one event. */
export type Told =
  | {
      readonly accepted: true
      readonly event: object
      readonly snapshot: Snapshot
      readonly timeframe?: Timeframe | null
    }
  | { readonly accepted: false; readonly refused: RefusedEvent }

/** Moves the clock to the event, wakes what is due by then, and records it. */
export async function tellEvent(
  afterview: Afterview,
  clock: ManualClock,
  applicationId: string,
  given: object,
  index: number,
): Promise<Told> {
  const { reading, ...event }: { reading?: unknown } = { ...given }
  await reachEvent(afterview, clock, event)
  const choice = typeof reading === 'number' ? { reading } : {}
  try {
    // An event without `at` is refused by name here; the front door would take the clock's present.
    const dated = { at: undefined, ...event }
    const outcome = await afterview.record(applicationId, dated, choice)
    if (!outcome.accepted) return { accepted: false, refused: { index, event, ...outcome } }
    return {
      accepted: true,
      event,
      snapshot: outcome.snapshot,
      ...(outcome.timeframe === undefined ? {} : { timeframe: outcome.timeframe }),
    }
  } catch (error) {
    if (!isAfterviewError(error)) throw error
    const reason = { code: error.code, message: error.message, fix: error.fix }
    return {
      accepted: false,
      refused: { index, event, reason, possible: await afterview.possible(applicationId) },
    }
  }
}

/** Wakes what is due before the event; an event that cannot be read is refused later, by name. */
async function reachEvent(afterview: Afterview, clock: ManualClock, event: object): Promise<void> {
  const at: unknown = Reflect.get(event, 'at')
  if (typeof at !== 'string') return
  try {
    clock.moveTo(parseInstant(at))
  } catch (error) {
    if (isAfterviewError(error)) return
    throw error
  }
  await afterview.engine.catchUp()
}
