import type { Clock } from '../clock.ts'
import { type ErrorData, fromErrorData, toErrorData } from '../error-data.ts'
import type { PluginRecord } from '../host/plugin-record.ts'
import type { PluginState } from '../host/plugin-state.ts'
import type { PluginTable } from '../host/plugin-table.ts'
import type { DeactivateResult, PluginRuntime } from '../isolation/runtime.ts'
import { dependenciesOf } from './dependencies.ts'

/** How one plugin's deactivation went. */
export interface DeactivationReport {
  readonly pluginId: string
  /** Everything that `deactivate` and the disposers threw, collected; absent when nothing was thrown. */
  readonly error?: AggregateError
  /** Registrations that the plugin never pushed into its subscriptions; the host took them back. */
  readonly forgotten: readonly string[]
  /** Whether the budget ran out before everything was awaited. */
  readonly isCut: boolean
  readonly tookMs: number
}

/** Deactivates plugins: each once at a time, after all that depend on it. */
export interface Deactivator {
  /** Resolves with one report for each plugin that was stopped, in order. Never rejects. */
  deactivate(record: PluginRecord): Promise<readonly DeactivationReport[]>
  /** Resolves once no deactivation of the plugin is under way. */
  settled(record: PluginRecord): Promise<void>
}

/** What a deactivator works with. */
export interface DeactivatorOptions {
  readonly table: PluginTable
  readonly clock: Clock
  /** For one plugin: its `deactivate` and all its disposers together. */
  readonly budgetMs: number
  /** Gives up an activation that is under way. */
  readonly cancel: (record: PluginRecord) => Promise<void>
  readonly stop: (record: PluginRecord) => Promise<void>
  /** Called when the plugin no longer answers, before its disposers run. */
  readonly onInactive: (record: PluginRecord) => void
}

interface Work extends DeactivatorOptions {
  readonly pending: Map<string, Promise<DeactivationReport>>
}

/** Makes a deactivator. */
export function createDeactivator(options: DeactivatorOptions): Deactivator {
  const work: Work = { ...options, pending: new Map() }
  return {
    deactivate: (record) => deactivate(work, record),
    async settled(record) {
      await work.pending.get(record.id)
    },
  }
}

async function deactivate(
  work: Work,
  record: PluginRecord,
): Promise<readonly DeactivationReport[]> {
  const reports: DeactivationReport[] = []
  await work.cancel(record)
  for (const dependent of dependentsOf(record.id, work.table)) {
    reports.push(...(await deactivate(work, dependent)))
  }
  const pending = work.pending.get(record.id)
  if (pending !== undefined) return [...reports, await pending]
  if (record.state.status === 'active') reports.push(await begin(work, record))
  return reports
}

/** Plugins that stand on another one and must go before it. */
function dependentsOf(pluginId: string, table: PluginTable): readonly PluginRecord[] {
  const all = table.all()
  return all.filter(
    (record) => isUp(record.state) && dependenciesOf(record, all).hard.includes(pluginId),
  )
}

function isUp({ status }: PluginState): boolean {
  return status === 'active' || status === 'activating' || status === 'deactivating'
}

function begin(work: Work, record: PluginRecord): Promise<DeactivationReport> {
  const done = deactivateOne(record, work).finally(() => work.pending.delete(record.id))
  work.pending.set(record.id, done)
  return done
}

async function deactivateOne(record: PluginRecord, work: Work): Promise<DeactivationReport> {
  const { table, clock, budgetMs } = work
  const since = clock.now()
  table.move(record, { status: 'deactivating', since })
  work.onInactive(record)
  const { runtime } = record
  const result = runtime === undefined ? nothing : await callWithin(runtime, clock, budgetMs)
  await work.stop(record)
  table.move(record, { status: 'inactive' })
  return reportOf(record.id, result, clock.now() - since)
}

const nothing: DeactivateResult = { errors: [], forgotten: [], isCut: false }

/** After the budget the plugin's side stops awaiting; should it not even answer, a second one later ends it. */
async function callWithin(
  runtime: PluginRuntime,
  clock: Clock,
  budgetMs: number,
): Promise<DeactivateResult> {
  const cut = new AbortController()
  const budget = clock.after(budgetMs, () => cut.abort())
  const { promise: silence, resolve: giveUp } = Promise.withResolvers<DeactivateResult>()
  const patience = clock.after(budgetMs + GRACE_MS, () => giveUp({ ...nothing, isCut: true }))
  try {
    return await Promise.race([runtime.deactivate(cut.signal), silence])
  } catch (error) {
    return { ...nothing, errors: [toErrorData(error)], isCut: cut.signal.aborted }
  } finally {
    budget.dispose()
    patience.dispose()
  }
}

const GRACE_MS = 1000

function reportOf(
  pluginId: string,
  { errors, forgotten, isCut }: DeactivateResult,
  tookMs: number,
): DeactivationReport {
  const report = { pluginId, forgotten, isCut, tookMs }
  return errors.length === 0 ? report : { ...report, error: collect(pluginId, errors) }
}

function collect(pluginId: string, errors: readonly ErrorData[]): AggregateError {
  const message = `${pluginId} threw ${errors.length} time(s) while it was deactivated`
  return new AggregateError(errors.map(fromErrorData), message)
}
