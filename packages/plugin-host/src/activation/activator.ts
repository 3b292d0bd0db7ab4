import { isAfterviewError } from '@afterview/time'
import type { Clock } from '../clock.ts'
import { toErrorData } from '../error-data.ts'
import {
  activationCancelled,
  dependencyFailed,
  dependencyMissing,
  pluginLeaving,
  pluginUnavailable,
} from '../host/host-errors.ts'
import type { PluginRecord } from '../host/plugin-record.ts'
import { canActivate } from '../host/plugin-state.ts'
import type { PluginTable } from '../host/plugin-table.ts'
import type { ActivationReport } from './activation-report.ts'
import { dependenciesOf } from './dependencies.ts'
import { orAborted } from './or-aborted.ts'
import type { Started } from './start-plugin.ts'
import { type WaitGraph, createWaitGraph } from './wait-graph.ts'

/** Activates plugins: each at most once at a time, after what it needs. */
export interface Activator {
  /**
   * Resolves once the plugin is active. Rejects with what went wrong; failed stays failed.
   * @param by The plugin on whose behalf it is, if any. When that one would have to wait for itself,
   * the promise resolves at once, though the plugin is not active yet.
   */
  activate(record: PluginRecord, event: string, by?: PluginRecord): Promise<void>
  /** Gives up an activation that is under way, and resolves once it is over. */
  cancel(record: PluginRecord): Promise<void>
  /** Resolves once no activation of the plugin is under way. Never rejects. */
  settled(record: PluginRecord): Promise<void>
}

/** What an activator works with. */
export interface ActivatorOptions {
  readonly table: PluginTable
  readonly clock: Clock
  /** Starts the code. `undefined` when there is none. Rejects when `abort` is aborted, at the latest. */
  readonly start: (
    record: PluginRecord,
    event: string,
    abort: AbortController,
  ) => Promise<Started | undefined>
  /** Ends what `start` began. */
  readonly stop: (record: PluginRecord) => Promise<void>
  /** Resolves once no deactivation of the plugin is under way. */
  readonly deactivated: (record: PluginRecord) => Promise<void>
  /** Called with the state `active`, before those who wait are told. */
  readonly onActive: (record: PluginRecord, handlers: readonly string[]) => void
  readonly onReport: (report: ActivationReport) => void
}

/** One activation under way. */
interface Operation {
  readonly done: Promise<void>
  readonly abort: AbortController
}

interface Work extends ActivatorOptions {
  readonly operations: Map<string, Operation>
  readonly waits: WaitGraph
}

/** Makes an activator. */
export function createActivator(options: ActivatorOptions): Activator {
  const work: Work = { ...options, operations: new Map(), waits: createWaitGraph() }
  return {
    activate: (record, event, by) => activate(work, record, event, by),
    async cancel(record) {
      const operation = work.operations.get(record.id)
      operation?.abort.abort(activationCancelled(record.id))
      await operation?.done.catch(() => undefined)
    },
    async settled(record) {
      await work.operations.get(record.id)?.done.catch(() => undefined)
    },
  }
}

async function activate(
  work: Work,
  record: PluginRecord,
  event: string,
  by: PluginRecord | undefined,
): Promise<void> {
  record.requested.add(event)
  if (record.state.status === 'deactivating') await work.deactivated(record)
  if (record.state.status === 'active') return
  if (by !== undefined && work.waits.wouldClose(by.id, record.id)) return
  const { done } = work.operations.get(record.id) ?? begin(work, record, event)
  await (by === undefined ? done : work.waits.during(by.id, record.id, done))
}

/** The operation is in the map before anything of it runs, so that nothing can start a second one. */
function begin(work: Work, record: PluginRecord, event: string): Operation {
  if (record.isLeaving) throw pluginLeaving(record.id)
  if (!canActivate(record.state)) throw pluginUnavailable(record.id, record.state)
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const operation: Operation = { done: promise, abort: new AbortController() }
  work.operations.set(record.id, operation)
  run(work, record, event, operation.abort)
    .finally(() => work.operations.delete(record.id))
    .then(resolve, reject)
  return operation
}

/** Times of an activation so far, milliseconds since 1970. */
interface Progress {
  readonly event: string
  readonly startedAt: number
  dependenciesAt: number
}

async function run(
  work: Work,
  record: PluginRecord,
  event: string,
  abort: AbortController,
): Promise<void> {
  const startedAt = work.clock.now()
  const progress: Progress = { event, startedAt, dependenciesAt: startedAt }
  work.table.move(record, { status: 'activating', since: startedAt, event })
  try {
    await awaitDependencies(work, record, abort.signal)
    progress.dependenciesAt = work.clock.now()
    const started = await work.start(record, event, abort)
    succeed(work, record, progress, started)
  } catch (error) {
    await fail(work, record, progress, abort.signal.aborted ? abort.signal.reason : error)
  }
}

function succeed(
  work: Work,
  record: PluginRecord,
  progress: Progress,
  started: Started | undefined,
): void {
  work.table.move(record, { status: 'active', since: work.clock.now() })
  work.onActive(record, started?.handlers ?? [])
  report(work, record, {
    ...reportHead(work, record, progress),
    outcome: 'active',
    ...timesOf(record, started),
  })
}

/** A cancelled activation leaves the plugin as if it had never begun. */
async function fail(
  work: Work,
  record: PluginRecord,
  progress: Progress,
  error: unknown,
): Promise<never> {
  await work.stop(record)
  const data = toErrorData(error)
  const isCancelled = isAfterviewError(error) && error.code === 'activation-cancelled'
  work.table.move(record, isCancelled ? { status: 'inactive' } : { status: 'failed', error: data })
  const head = reportHead(work, record, progress)
  report(work, record, { ...head, outcome: 'failed', error: data, ...timesOf(record, undefined) })
  throw error
}

function report(work: Work, record: PluginRecord, result: ActivationReport): void {
  record.report = result
  work.onReport(result)
}

function reportHead(
  work: Work,
  record: PluginRecord,
  { event, startedAt, dependenciesAt }: Progress,
): Pick<ActivationReport, 'pluginId' | 'event' | 'startedAt' | 'dependenciesMs' | 'totalMs'> {
  const dependenciesMs = dependenciesAt - startedAt
  const totalMs = work.clock.now() - startedAt
  return { pluginId: record.id, event, startedAt, dependenciesMs, totalMs }
}

function timesOf(
  record: PluginRecord,
  started: Started | undefined,
): Pick<ActivationReport, 'placeMs' | 'loadMs' | 'callMs' | 'awaitMs' | 'unregistered'> {
  if (started === undefined)
    return { placeMs: 0, loadMs: 0, callMs: 0, awaitMs: 0, unregistered: [] }
  const { placeMs, loadMs, callMs, awaitMs } = started
  const declared = record.handlers.map(({ kind, id }) => `${kind}:${id}`)
  const unregistered = declared.filter((key) => !started.handlers.includes(key))
  return { placeMs, loadMs, callMs, awaitMs, unregistered }
}

/** Hard dependencies all at once; soft ones may fail. Independent plugins are never waited for. */
async function awaitDependencies(
  work: Work,
  record: PluginRecord,
  signal: AbortSignal,
): Promise<void> {
  const { hard, soft, missing } = dependenciesOf(record, work.table.all())
  const [first] = missing
  if (first !== undefined) throw dependencyMissing(record.id, first)
  const needed = hard.map((id) => activateNeeded(work, record, id))
  const wanted = soft.map((id) => activateNeeded(work, record, id).catch(() => undefined))
  await orAborted(Promise.all([...needed, ...wanted]), signal)
}

async function activateNeeded(work: Work, record: PluginRecord, id: string): Promise<void> {
  try {
    await activate(work, work.table.get(id), `onDependency:${record.id}`, record)
  } catch (error) {
    throw dependencyFailed(record.id, id, error)
  }
}
