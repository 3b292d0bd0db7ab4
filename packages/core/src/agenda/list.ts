import { compareInstants, instantMs, momentEnd, momentStart } from '@afterview/time'
import type { AgendaItem, AgendaStatus } from '../agenda-item.ts'
import type { AgendaRecord, Snapshot } from '../snapshot.ts'

/** The agenda of one application at a given now (an instant), sorted by due time, closed items last. */
export function listAgenda(snapshot: Snapshot, now: string): readonly AgendaItem[] {
  return Object.values(snapshot.agenda)
    .map(({ state, ...item }) => ({ ...item, status: statusOf({ ...item, state }, now) }))
    .toSorted(compareItems)
}

/** Open items before closed ones, then by due time, then by id. */
export function compareItems(left: AgendaItem, right: AgendaItem): number {
  const open = Number(isClosed(left)) - Number(isClosed(right))
  if (open !== 0) return open
  const due = instantMs(momentStart(left.due)) - instantMs(momentStart(right.due))
  return due !== 0 ? due : left.id < right.id ? -1 : 1
}

function isClosed({ status }: AgendaItem): boolean {
  return status === 'done' || status === 'skipped' || status === 'cancelled'
}

/** Due from the start of its window, or of the due moment; overdue once both have passed. */
function statusOf(record: AgendaRecord, now: string): AgendaStatus {
  if (record.state !== 'open') return record.state
  const start = momentStart(record.due)
  const end = momentEnd(record.due)
  const from = record.window === undefined ? start : earlier(momentStart(record.window.from), start)
  const until = record.window === undefined ? end : laterOf(momentEnd(record.window.until), end)
  if (compareInstants(now, from) < 0) return 'upcoming'
  return compareInstants(now, until) <= 0 ? 'due' : 'overdue'
}

function earlier(left: string, right: string): string {
  return compareInstants(left, right) <= 0 ? left : right
}

function laterOf(left: string, right: string): string {
  return compareInstants(left, right) >= 0 ? left : right
}
