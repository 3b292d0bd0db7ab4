import type { Clock } from '../clock.ts'
import { type ErrorData, fromErrorData, toErrorData } from '../error-data.ts'
import type { PluginRecord } from '../host/plugin-record.ts'
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

/** What deactivation works with. */
export interface DeactivationOptions {
  readonly table: PluginTable
  readonly clock: Clock
  /** For one plugin: its `deactivate` and all its disposers together. */
  readonly budgetMs: number
  readonly stop: (record: PluginRecord) => Promise<void>
  /** Called when the plugin no longer answers, before its disposers run. */
  readonly onInactive: (record: PluginRecord) => void
}

/** Ids that an active plugin stands on, so that it must go first. */
export function activeDependents(pluginId: string, table: PluginTable): readonly PluginRecord[] {
  const all = table.all()
  return all.filter((record) => {
    if (record.state.status !== 'active') return false
    return dependenciesOf(record, all).hard.includes(pluginId)
  })
}

/** Deactivates a plugin that is active, after all that depend on it; one report for each, in order. */
export async function deactivateWithDependents(
  record: PluginRecord,
  options: DeactivationOptions,
): Promise<readonly DeactivationReport[]> {
  const reports: DeactivationReport[] = []
  for (const dependent of activeDependents(record.id, options.table)) {
    reports.push(...(await deactivateWithDependents(dependent, options)))
  }
  if (record.state.status === 'active') reports.push(await deactivateOne(record, options))
  return reports
}

async function deactivateOne(
  record: PluginRecord,
  options: DeactivationOptions,
): Promise<DeactivationReport> {
  const { table, clock, budgetMs } = options
  const since = clock.now()
  table.move(record, { status: 'deactivating', since })
  options.onInactive(record)
  const { runtime } = record
  const result = runtime === undefined ? nothing : await callWithin(runtime, clock, budgetMs)
  await options.stop(record)
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
