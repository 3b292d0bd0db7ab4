import type { AgendaRecord, Effect, Snapshot } from '@afterview/core'
import type { WrittenChange } from '@afterview/engine'

/** How an agenda differs from before. */
export interface AgendaDiff {
  readonly added: readonly AgendaRecord[]
  /** Still open, with another date or other facts. */
  readonly moved: readonly AgendaRecord[]
  /** Now done, skipped or cancelled. */
  readonly closed: readonly AgendaRecord[]
}

/** Something changed, and is durable. */
export type AfterviewChange =
  | {
      readonly type: 'began' | 'recorded' | 'woke' | 'renewed'
      readonly applicationId: string
      readonly snapshot: Snapshot
      readonly effects: readonly Effect[]
      readonly agenda: AgendaDiff
    }
  | { readonly type: 'erased'; readonly applicationId: string }

/** Compares the agendas of two snapshots of one application. */
export function diffAgenda(before: Snapshot | null, after: Snapshot): AgendaDiff {
  const changed = Object.values(after.agenda).filter(
    (record) => recordOf(before, record.id)?.revision !== record.revision,
  )
  const isNew = ({ id }: AgendaRecord): boolean => recordOf(before, id)?.state !== 'open'
  const open = changed.filter(({ state }) => state === 'open')
  return {
    added: open.filter(isNew),
    moved: open.filter((record) => !isNew(record)),
    closed: changed.filter(({ state }) => state !== 'open'),
  }
}

/** An engine's change with the difference that it makes to the agenda. */
export function withAgenda({
  type,
  applicationId,
  before,
  snapshot,
  effects,
}: WrittenChange): AfterviewChange {
  return { type, applicationId, snapshot, effects, agenda: diffAgenda(before, snapshot) }
}

function recordOf(snapshot: Snapshot | null, id: string): AgendaRecord | undefined {
  return snapshot !== null && Object.hasOwn(snapshot.agenda, id) ? snapshot.agenda[id] : undefined
}
