import type { StartInput, Started } from '@afterview/core'
import { type EngineClock, type Present, presentOf } from './engine-clock.ts'
import type { Begun } from './engine.ts'
import type { LifecycleStore, StoredLifecycle } from './engine-store.ts'
import { engineError } from './error-table.ts'
import { readStored } from './failure-ward.ts'
import type { HistoryEntry } from './history-entry.ts'
import { jsonCopy } from './json-copy.ts'
import type { KeyedQueue } from './keyed-queue.ts'
import type { LifecyclePort } from './lifecycle-port.ts'
import { wakeAtOf } from './lifecycle-step.ts'
import { sameJson } from './same-json.ts'
import { mostTries, type PendingStep, type StoreWriter } from './store-writer.ts'

/** What beginning works with. */
export interface LifecycleBeginOptions {
  readonly store: LifecycleStore
  readonly lifecycle: LifecyclePort
  readonly clock: EngineClock
  readonly writer: StoreWriter
  readonly queue: KeyedQueue
}

/** Starts a lifecycle and makes it durable, unless it is there already; see {@link Engine.begin}. */
export async function beginLifecycle(
  options: LifecycleBeginOptions,
  input: StartInput,
): Promise<Begun> {
  const given = jsonCopy(input) as StartInput
  const started = options.lifecycle.start(given)
  const { applicationId } = started.snapshot
  return options.queue.run(applicationId, () => writeFirst(options, given, started))
}

async function writeFirst(
  options: LifecycleBeginOptions,
  input: StartInput,
  started: Started,
): Promise<Begun> {
  const { store, clock, writer } = options
  const { applicationId } = started.snapshot
  for (let tries = 0; tries < mostTries; tries += 1) {
    const stored = await store.load(applicationId)
    if (stored !== undefined) return presentBegin(options, stored, input)
    const now = presentOf(clock)
    const [result] = await writer.write([firstStep(input, started, now)], now)
    if (result === 'written') return { created: true, ...started }
  }
  throw engineError('store-contended', { applicationId, tries: mostTries })
}

function firstStep(input: StartInput, started: Started, now: Present): PendingStep {
  const { snapshot, effects } = started
  const entry = beganEntry(input, snapshot.revision, now)
  return {
    type: 'began',
    stored: null,
    before: null,
    step: { snapshot, effects, entries: [entry] },
  }
}

function beganEntry(input: StartInput, revision: number, now: Present): HistoryEntry {
  return { type: 'began', revision, at: now.iso, recordedAt: now.iso, input }
}

async function presentBegin(
  { store, lifecycle }: LifecycleBeginOptions,
  stored: StoredLifecycle,
  input: StartInput,
): Promise<Begun> {
  const { applicationId } = stored
  const [first] = await store.history(applicationId)
  if (first?.type !== 'began' || !sameJson(first.input, input)) {
    throw engineError('application-exists', { applicationId })
  }
  const snapshot = readStored(lifecycle, stored)
  return { created: false, snapshot, effects: [], wakeAt: wakeAtOf(snapshot) }
}
