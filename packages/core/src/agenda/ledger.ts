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
 * that are no longer open are settled. An item that did not change stays the very same object, and
 * so does the ledger when none did.
 */
export function updateLedger(ledger: Ledger, view: View): Ledger {
  const owed = projectObligations(view, ledger).filter(({ id }) => !isCompleted(view, id))
  const open = [...project(view), ...owed]
  return isUpToDate(ledger, open) ? ledger : renewedLedger(ledger, open, view)
}

/** Whether the open items are those of the ledger. Ids are names of properties, so that a new ledger is dear. */
function isUpToDate(ledger: Ledger, open: readonly OpenItem[]): boolean {
  let count = 0
  for (const id in ledger) if (ledger[id]?.state === 'open') count += 1
  return count === open.length && open.every((item) => isInLedger(item, ledger))
}

function isInLedger(item: OpenItem, ledger: Ledger): boolean {
  const record = recordOf(ledger, item)
  return record !== undefined && isSameRecord(item, record)
}

function renewedLedger(ledger: Ledger, open: readonly OpenItem[], view: View): Ledger {
  const at = view.context.lastAt
  const next: Record<string, AgendaRecord> = {}
  const isOpen = new Set(open.map(({ id }) => id))
  for (const record of Object.values(ledger)) {
    if (!isOpen.has(record.id)) next[record.id] = settled(record, view)
  }
  for (const item of open) next[item.id] = opened(item, recordOf(ledger, item), at)
  return next
}

function recordOf(ledger: Ledger, { id }: OpenItem): AgendaRecord | undefined {
  return Object.hasOwn(ledger, id) ? ledger[id] : undefined
}

function opened(item: OpenItem, before: AgendaRecord | undefined, at: string): AgendaRecord {
  if (before === undefined) return { ...item, state: 'open', revision: 0, changedAt: at }
  if (isSameRecord(item, before)) return before
  return { ...item, state: 'open', revision: before.revision + 1, changedAt: at }
}

/** Whether a record is open and says the same as an item, beside the three fields that only a record has. */
function isSameRecord(item: OpenItem, record: AgendaRecord): boolean {
  if (record.state !== 'open') return false
  let fields = 3
  for (const name in item) {
    const field = name as keyof OpenItem
    if (!Object.hasOwn(record, field) || !isSameJson(item[field], record[field])) return false
    fields += 1
  }
  return fields === Object.keys(record).length
}

function settled(record: AgendaRecord, view: View): AgendaRecord {
  if (record.state !== 'open') return record
  const state = isObligationDone(view, record.id) ? 'done' : settle(view, record)
  return { ...record, state, revision: record.revision + 1, changedAt: view.context.lastAt }
}
