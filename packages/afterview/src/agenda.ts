import { type AgendaItem, compareItems, type Lifecycle } from '@afterview/core'
import type { Engine } from '@afterview/engine'
import { compareInstants, momentStart, parseInstant } from '@afterview/time'
import { type ApplicationChoice, chosenSnapshots } from './applications.ts'

/** Which items of the agenda are wanted. */
export interface AgendaQuery extends ApplicationChoice {
  /** Instant at which one looks; what falls due by then is taken as having come. Default: now. */
  readonly now?: string
  /** Instant: only what is due before it. */
  readonly until?: string
  /** Also what is done, skipped or cancelled. Default `false`. */
  readonly includeClosed?: boolean
}

/** Lists the agenda, the most pressing first. Throws what `chosenSnapshots` throws. */
export async function listItems(
  engine: Engine,
  lifecycle: Lifecycle,
  query: AgendaQuery & { readonly now: string },
  onUnknown?: (applicationIds: readonly string[]) => void,
): Promise<readonly AgendaItem[]> {
  const now = parseInstant(query.now)
  const items: AgendaItem[] = []
  for await (const snapshot of chosenSnapshots(engine, query, onUnknown)) {
    const then = lifecycle.catchUp(snapshot, now).snapshot
    items.push(...lifecycle.agenda(then, { now }).filter((item) => isWanted(item, query)))
  }
  return items.toSorted(compareItems)
}

function isWanted(item: AgendaItem, { until, includeClosed = false }: AgendaQuery): boolean {
  const isOpen = item.status === 'upcoming' || item.status === 'due' || item.status === 'overdue'
  if (!isOpen && !includeClosed) return false
  return until === undefined || compareInstants(momentStart(item.due), parseInstant(until)) < 0
}
