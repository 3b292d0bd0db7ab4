import type { AfterviewError } from '@afterview/time'
import { type EngineClock, type Present, presentOf } from './engine-clock.ts'
import type { EngineStore, LifecycleStore, StoredLifecycle } from './engine-store.ts'
import { readStored, refusedApplication, setAside } from './failure-ward.ts'
import type { LifecyclePort } from './lifecycle-port.ts'
import { fireDue } from './lifecycle-step.ts'
import type { PendingStep, StoreWriter } from './store-writer.ts'

/** What a poller works with. */
export interface WakePollerOptions {
  readonly store: LifecycleStore & Pick<EngineStore, 'due'>
  readonly lifecycle: LifecyclePort
  readonly clock: EngineClock
  readonly writer: StoreWriter
  /** Lifecycles in one transaction. */
  readonly batch: number
  /** Aborted when the engine is disposed: the poller then stops after the present transaction. */
  readonly signal: AbortSignal
  readonly report: (problem: AfterviewError) => void
}

/**
 * Fires every timer that is due, the earliest wake-up first, until none is. A lifecycle that fails
 * is set aside. Rejects when the store fails.
 */
export async function fireAllDue(options: WakePollerOptions): Promise<void> {
  const { store, clock, batch, signal } = options
  while (!signal.aborted) {
    const now = presentOf(clock)
    const due = await store.due(now.ms, batch)
    if (due.length === 0) return
    await writeAll(options, await stepAll(options, due, now), now)
    await breathe()
  }
}

async function stepAll(
  options: WakePollerOptions,
  due: readonly StoredLifecycle[],
  now: Present,
): Promise<readonly WakeStep[]> {
  const steps: WakeStep[] = []
  for (const stored of due) {
    try {
      steps.push(wakeStep(options.lifecycle, stored, now))
    } catch (thrown) {
      options.report(await setAside(options.store, stored, thrown, now))
    }
  }
  return steps
}

interface WakeStep extends PendingStep {
  readonly stored: StoredLifecycle
}

function wakeStep(lifecycle: LifecyclePort, stored: StoredLifecycle, now: Present): WakeStep {
  const before = readStored(lifecycle, stored)
  return { type: 'woke', stored, before, step: fireDue(lifecycle, before, now.ms, now.iso) }
}

/** Whoever cannot be stored is set aside; the others of the transaction are still due then. */
async function writeAll(
  options: WakePollerOptions,
  steps: readonly WakeStep[],
  now: Present,
): Promise<void> {
  try {
    if (steps.length > 0) await options.writer.write(steps, now)
  } catch (thrown) {
    const refused = steps.find(({ stored }) => stored.applicationId === refusedApplication(thrown))
    if (refused === undefined) throw thrown
    options.report(await setAside(options.store, refused.stored, thrown, now))
  }
}

/** Lets events in between two batches: a store that answers at once would keep everybody waiting. */
function breathe(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0)
  })
}
