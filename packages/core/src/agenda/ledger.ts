import type { AgendaRecord, Snapshot } from '../snapshot.ts'
import { isSameJson } from '../same-json.ts'
import { isObligationDone, projectObligations } from './obligations.ts'
import type { OpenItem, View } from './open-item.ts'
import { isCompleted, project } from './project.ts'
import { settle } from './settle.ts'

/** The agenda as a snapshot keeps it. */
export type Ledger = Snapshot['agenda']

/**
 * Brings a ledger up to date: new items enter at revision 0, changed ones grow by one, and those
 * that are no longer open are settled. An item that did not change stays the very same object.
 */
export function updateLedger(ledger: Ledger, view: View): Ledger {
  const at = view.context.lastAt
  const owed = projectObligations(view, ledger).filter(({ id }) => !isCompleted(view, id))
  const open = [...project(view), ...owed]
  const isOpen = new Set(open.map(({ id }) => id))
  const entries = [
    ...Object.values(ledger)
      .filter(({ id }) => !isOpen.has(id))
      .map((record) => settled(record, view)),
    ...open.map((item) =>
      opened(item, Object.hasOwn(ledger, item.id) ? ledger[item.id] : undefined, at),
    ),
  ]
  return Object.fromEntries(entries.map((record) => [record.id, record]))
}

function opened(item: OpenItem, before: AgendaRecord | undefined, at: string): AgendaRecord {
  if (before === undefined) return { ...item, state: 'open', revision: 0, changedAt: at }
  const { revision, changedAt } = before
  const same: AgendaRecord = { ...item, state: 'open', revision, changedAt }
  if (isSameJson(same, before)) return before
  return { ...same, revision: revision + 1, changedAt: at }
}

function settled(record: AgendaRecord, view: View): AgendaRecord {
  if (record.state !== 'open') return record
  const state = isObligationDone(view, record.id) ? 'done' : settle(view, record)
  return { ...record, state, revision: record.revision + 1, changedAt: view.context.lastAt }
}
