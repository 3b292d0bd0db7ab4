import type { AgendaItem } from '@afterview/core'
import type { Disposable, EngineClock } from '@afterview/engine'
import { compareInstants, instantMs, momentEnd, momentStart } from '@afterview/time'
import type { Afterview } from 'afterview'

/** An item that is due. */
export interface DueNews {
  readonly item: AgendaItem
  /** `false` for what was due when the watch began. */
  readonly isNews: boolean
}

/** Others may write to the same database: at the latest then one looks again. */
const LONGEST_SLEEP = 60_000

/**
 * Tells of every item that is due, and of each that falls due or becomes overdue later, once.
 * It wakes at the moments at which an item changes; disposing stops it. A look that fails is
 * reported, and tried again.
 */
export async function watchDue(
  afterview: Afterview,
  clock: EngineClock,
  tell: (news: DueNews) => void,
  report: (error: unknown) => void,
): Promise<Disposable> {
  const told = new Map<string, string>()
  let isOver = false
  let timer: Disposable = { dispose: () => undefined }
  const look = async (isNews: boolean): Promise<void> => {
    const now = clock.now()
    const items = await afterview.agenda({ now })
    for (const item of items) {
      const before = told.get(item.id)
      told.set(item.id, standing(item))
      if (before !== standing(item) && item.status !== 'upcoming') tell({ item, isNews })
    }
    wait(sleep(items, now))
  }
  const lookAgain = async (): Promise<void> => {
    try {
      if (!isOver) await look(true)
    } catch (error) {
      if (isOver) return
      report(error)
      wait(LONGEST_SLEEP)
    }
  }
  const wait = (ms: number): void => {
    if (!isOver) timer = clock.setTimer(ms, lookAgain)
  }
  await look(false)
  return {
    dispose: () => {
      isOver = true
      timer.dispose()
    },
  }
}

function standing({ status, revision }: AgendaItem): string {
  return `${status}/${revision}`
}

/** Milliseconds until the next moment at which an item becomes due or overdue. */
function sleep(items: readonly AgendaItem[], now: string): number {
  const moments = items
    .flatMap(({ due, window }) => [
      due,
      ...(window === undefined ? [] : [window.from, window.until]),
    ])
    .flatMap((moment) => [momentStart(moment), momentEnd(moment)])
    .filter((instant) => compareInstants(instant, now) > 0)
    .map((instant) => instantMs(instant) - instantMs(now) + 1)
  return Math.min(LONGEST_SLEEP, ...moments)
}
