import type { AgendaItem } from '@afterview/core'
import { instantMs } from '@afterview/time'

/**
 * Whether the item leaves the calendar as cancelled. An interview that took place does not: that
 * it is done is no reason to strike it out.
 */
export function isCancelled({ kind, status }: AgendaItem): boolean {
  if (status === 'done') return kind !== 'interview'
  return status === 'skipped' || status === 'cancelled'
}

/** Whether nothing more is expected of the item. */
export function isClosed({ status }: AgendaItem): boolean {
  return status === 'done' || status === 'skipped' || status === 'cancelled'
}

/** Whether the item was closed before an instant, in milliseconds since 1970. */
export function isClosedBefore(item: AgendaItem, ms: number): boolean {
  return isClosed(item) && instantMs(item.changedAt) < ms
}
