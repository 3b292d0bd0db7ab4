import type { Activator } from '../activation/activator.ts'
import type { Clock } from '../clock.ts'
import type { Disposable } from '../disposable.ts'
import { type ErrorData, toErrorData } from '../error-data.ts'
import type { CrashBudget, CrashVerdict, RuntimeEvent } from '../isolation/runtime.ts'
import { AfterviewError } from '@afterview/time'
import type { PluginRecord } from './plugin-record.ts'
import type { PluginTable } from './plugin-table.ts'

type Exit = Extract<RuntimeEvent, { readonly type: 'exit' }>

/** Restarts plugins whose place ended unexpectedly, or puts them into quarantine. */
export interface CrashRecovery {
  /** Call with every `exit` of a runtime. */
  exited(record: PluginRecord, exit: Exit): void
  /** No restart will come any more. */
  forget(record: PluginRecord): void
  /** Lifts a quarantine; the plugin can be activated again. */
  release(record: PluginRecord): void
}

/** What recovery works with. */
export interface CrashRecoveryOptions {
  readonly table: PluginTable
  readonly clock: Clock
  readonly budget: CrashBudget
  readonly activator: Activator
  /** Called when an active plugin is suddenly gone. */
  readonly onInactive: (record: PluginRecord) => void
}

/** Makes the recovery. */
export function createCrashRecovery(options: CrashRecoveryOptions): CrashRecovery {
  const timers = new Map<PluginRecord, Disposable>()
  const schedule = (record: PluginRecord, delayMs: number, run: () => void): void => {
    timers.get(record)?.dispose()
    timers.set(record, options.clock.after(delayMs, run))
  }
  const release = (record: PluginRecord): void => {
    timers.get(record)?.dispose()
    timers.delete(record)
    options.budget.release(record.id)
    if (record.state.status === 'quarantined') options.table.move(record, { status: 'resolved' })
  }
  const restart = (record: PluginRecord): void => {
    timers.delete(record)
    if (record.state.status !== 'failed') return
    options.table.move(record, { status: 'resolved' })
    const [event = 'restart'] = record.requested
    options.activator.activate(record, event).catch(() => undefined)
  }
  const apply = (record: PluginRecord, verdict: CrashVerdict, error: ErrorData): void => {
    const now = options.clock.now()
    if (verdict.action === 'restart') {
      options.table.move(record, { status: 'failed', error, restartAt: now + verdict.afterMs })
      schedule(record, verdict.afterMs, () => restart(record))
      return
    }
    const { until, crashes } = verdict
    options.table.move(record, { status: 'quarantined', until, crashes })
    if (until !== null) schedule(record, until - now, () => release(record))
  }
  const judge = (record: PluginRecord, exit: Exit): void =>
    apply(record, options.budget.crashed(record.id), errorOf(record, exit))
  return {
    exited(record, exit) {
      if (exit.isExpected) return
      if (record.state.status === 'active') {
        record.runtime = undefined
        options.onInactive(record)
        judge(record, exit)
      } else if (record.state.status === 'activating') {
        void afterFailure(record, options, () => judge(record, exit))
      }
    },
    forget(record) {
      timers.get(record)?.dispose()
      timers.delete(record)
    },
    release,
  }
}

/** A crash during the activation fails that first. */
async function afterFailure(
  record: PluginRecord,
  options: CrashRecoveryOptions,
  run: () => void,
): Promise<void> {
  await options.activator.settled(record)
  if (record.state.status === 'failed') run()
}

function errorOf(record: PluginRecord, exit: Exit): ErrorData {
  const reason = exit.error?.message ?? exit.cause
  const crash = new AfterviewError('plugin-crashed', {
    happened: `The place in which ${record.id} ran ended: ${reason}`,
    fix: `report it to the maker of ${record.id}`,
    details: { pluginId: record.id, exit: exit.cause, code: exit.code ?? null },
  })
  const data = toErrorData(crash)
  return exit.error === undefined ? data : { ...data, cause: exit.error }
}
