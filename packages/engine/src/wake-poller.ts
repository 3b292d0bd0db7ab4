import type { AfterviewError } from '@afterview/time'
import { type EngineClock, type Present, presentOf } from './engine-clock.ts'
import type { EngineStore, StoredLifecycle, WriteResult } from './engine-store.ts'
import { readStored, setAside } from './failure-ward.ts'
import type { LifecyclePort } from './lifecycle-port.ts'
import { fireDue } from './lifecycle-step.ts'
import type { PendingStep, StoreWriter } from './store-writer.ts'

/** What a poller works with. */
export interface WakePollerOptions {
  readonly store: EngineStore
  readonly lifecycle: LifecyclePort
  readonly clock: EngineClock
  readonly writer: StoreWriter
  /** Lifecycles in one transaction. */
  readonly batch: number
  readonly report: (problem: AfterviewError) => void
}

/**
 * Fires every timer that is due, the earliest wake-up first, until none is. A lifecycle that fails
 * is set aside. Rejects when the store fails.
 */
export async function fireAllDue(options: WakePollerOptions): Promise<void> {
  const { store, clock, batch } = options
  for (;;) {
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

async function writeAll(
  options: WakePollerOptions,
  steps: readonly WakeStep[],
  now: Present,
): Promise<void> {
  if (steps.length === 0) return
  try {
    await options.writer.write(steps, now)
  } catch (thrown) {
    if (steps.length === 1) throw thrown
    await writeOneByOne(options, steps, now)
  }
}

/** A transaction failed: when only some of its lifecycles fail alone, it is they, not the store. */
async function writeOneByOne(
  options: WakePollerOptions,
  steps: readonly WakeStep[],
  now: Present,
): Promise<void> {
  const results = await inTurn(steps, (step) => options.writer.write([step], now))
  const failed = results.filter((result) => 'thrown' in result)
  const [first] = failed
  if (first !== undefined && failed.length === results.length) throw first.thrown
  for (const { item, thrown } of failed) {
    options.report(await setAside(options.store, item.stored, thrown, now))
  }
}

type Tried<Item> =
  | { readonly item: Item; readonly results: readonly WriteResult[] }
  | { readonly item: Item; readonly thrown: unknown }

async function inTurn<Item>(
  items: readonly Item[],
  run: (item: Item) => Promise<readonly WriteResult[]>,
): Promise<readonly Tried<Item>[]> {
  const tried: Tried<Item>[] = []
  for (const item of items) {
    try {
      tried.push({ item, results: await run(item) })
    } catch (thrown) {
      tried.push({ item, thrown })
    }
  }
  return tried
}

/** Lets events in between two batches: a store that answers at once would keep everybody waiting. */
function breathe(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0)
  })
}
