import type { Effect } from '@afterview/core'
import { type Change, spreadWake, statePath } from '@afterview/engine'
import { instantMs } from '@afterview/time'
import type { Database, Tables } from './database.ts'
import { addEffects, type NewEffectRow } from './effect-rows.ts'
import { eraseRows } from './erase-rows.ts'
import { indexedDbError } from './error-table.ts'
import { putFailure } from './failure-rows.ts'
import { addEntries, type EntryText, entryTexts } from './history-rows.ts'
import { addRow, findRow, type NewLifecycleRow, stageOf } from './lifecycle-rows.ts'
import type { ReadApplication } from './read-saved-data.ts'
import type { SavedEffect } from './saved-data.ts'

/** What becomes of applications whose id is here already. */
export type Existing = 'refuse' | 'keep' | 'replace'

/** What an import did. */
export interface Imported {
  /** Ids that were written, in the order of the saved data. */
  readonly imported: readonly string[]
  /** Ids that were here already and were left as they are. */
  readonly kept: readonly string[]
}

/** What is to be told after an import. */
export interface ImportResult extends Imported {
  readonly changes: readonly Change[]
  /** When something of it is due first, or `null`. */
  readonly wakeAt: number | null
}

/**
 * Writes what was saved in one transaction: all of it or nothing. Rejects with
 * `saved-data-conflicts` where something is here already and must not be.
 */
export async function importData(
  database: Database,
  applications: readonly ReadApplication[],
  existing: Existing,
  spread: number,
): Promise<ImportResult> {
  const ready = applications.map((one) => readyImport(one, spread))
  const outcomes = await database.write(async (tables) => {
    if (existing === 'refuse') await requireAbsent(tables, applications)
    const written: Outcome[] = []
    for (const one of ready) written.push(await writeOne(tables, one, existing))
    return written
  })
  const idsOf = (wanted: readonly Outcome[]): readonly string[] =>
    ready
      .filter((_, index) => wanted.includes(outcomes[index] ?? 'kept'))
      .map(({ row }) => row.applicationId)
  return {
    imported: idsOf(['added', 'replaced']),
    kept: idsOf(['kept']),
    changes: ready.flatMap((one, index) => changesOf(one, outcomes[index] ?? 'kept')),
    wakeAt: ready.reduce<number | null>((least, { row }) => earlier(least, row.wakeAt), null),
  }
}

type Outcome = 'added' | 'replaced' | 'kept'

/** An application whose rows are ready, so that within the transaction nothing can fail but the database. */
interface ReadyImport {
  readonly application: ReadApplication
  readonly row: NewLifecycleRow
  readonly entries: readonly EntryText[]
  readonly effects: readonly NewEffectRow[]
}

function readyImport(application: ReadApplication, spread: number): ReadyImport {
  const { saved, snapshot, revision } = application
  const { failure } = saved
  const retryAt = failure?.retryAt == null ? null : instantMs(failure.retryAt)
  const wakeAt = failure === null ? spreadWake(snapshot, spread) : retryAt
  const state = statePath(snapshot.machine.value)
  const row: NewLifecycleRow = {
    applicationId: saved.applicationId,
    revision,
    beganAt: instantMs(saved.beganAt),
    changedAt: instantMs(saved.changedAt),
    ...(wakeAt === null ? {} : { wakeAt }),
    stage: stageOf(state),
    state,
    snapshot: JSON.stringify(saved.snapshot),
  }
  const effects = saved.effects.map(effectRow)
  return { application, row, entries: entryTexts(saved.history), effects }
}

function effectRow({ effect, attempts, performedBy, dueAt, death }: SavedEffect): NewEffectRow {
  const { key } = effect
  return {
    key,
    effect: JSON.stringify(effect),
    attempts,
    performedBy,
    ...(dueAt === null ? {} : { dueAt: instantMs(dueAt) }),
    ...(death === null ? {} : { deadKey: key, diedAt: instantMs(death.at), error: death.error }),
  }
}

async function requireAbsent(
  tables: Tables,
  applications: readonly ReadApplication[],
): Promise<void> {
  const ids = applications.map(({ saved }) => saved.applicationId)
  const rows = await Promise.all(ids.map((id) => findRow(tables, id)))
  const applicationIds = ids.filter((_, index) => rows[index] !== undefined)
  if (applicationIds.length > 0) throw indexedDbError('saved-data-conflicts', { applicationIds })
}

async function writeOne(tables: Tables, one: ReadyImport, existing: Existing): Promise<Outcome> {
  const { applicationId } = one.row
  if (existing === 'keep' && (await findRow(tables, applicationId)) !== undefined) return 'kept'
  const isReplaced = await eraseRows(tables, applicationId)
  const number = await addRow(tables, one.row)
  await addEntries(tables, number, one.entries)
  await addEffects(tables, number, one.effects)
  const { failure } = one.application.saved
  if (failure !== null) await putFailure(tables, number, failure)
  return isReplaced ? 'replaced' : 'added'
}

function changesOf({ application }: ReadyImport, outcome: Outcome): readonly Change[] {
  if (outcome === 'kept') return []
  const { snapshot, saved } = application
  const { applicationId, history } = saved
  const effects: readonly Effect[] = saved.effects
    .filter(({ death }) => death === null)
    .map(({ effect }) => effect)
  const began: Change = {
    type: 'began',
    applicationId,
    before: null,
    snapshot,
    entries: history,
    effects,
  }
  return outcome === 'replaced' ? [{ type: 'erased', applicationId }, began] : [began]
}

function earlier(one: number | null, other: number | undefined): number | null {
  if (other === undefined) return one
  return one === null ? other : Math.min(one, other)
}
