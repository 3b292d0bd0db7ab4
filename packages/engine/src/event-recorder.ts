import type { Outcome, Snapshot } from '@afterview/core'
import { type EngineClock, type Present, presentOf } from './engine-clock.ts'
import type { Conflict, RecordOptions, RecordOutcome } from './engine.ts'
import type { LifecycleStore, StoredLifecycle, WriteResult } from './engine-store.ts'
import { engineError } from './error-table.ts'
import { noteFailedEvent, readStored, refusedApplication } from './failure-ward.ts'
import { jsonCopy } from './json-copy.ts'
import type { KeyedQueue } from './keyed-queue.ts'
import type { LifecyclePort } from './lifecycle-port.ts'
import { type EventStep, takeEvent } from './lifecycle-step.ts'
import { requireStored } from './store-reader.ts'
import { mostTries, type PendingStep, type StoreWriter } from './store-writer.ts'

/** What recording works with. */
export interface EventRecorderOptions {
  readonly store: LifecycleStore
  readonly lifecycle: LifecyclePort
  readonly clock: EngineClock
  readonly writer: StoreWriter
  readonly queue: KeyedQueue
}

/** Takes an event to a stored lifecycle and makes the result durable; see {@link Engine.record}. */
export async function recordEvent(
  options: EventRecorderOptions,
  applicationId: string,
  event: unknown,
  recordOptions: RecordOptions,
): Promise<RecordOutcome> {
  requireKey(recordOptions.key)
  const copy = jsonCopy(event)
  return options.queue.run(applicationId, () =>
    writeEvent(options, applicationId, copy, recordOptions),
  )
}

async function writeEvent(
  options: EventRecorderOptions,
  applicationId: string,
  event: unknown,
  { key, expectedRevision }: RecordOptions,
): Promise<RecordOutcome> {
  const { store, lifecycle, clock } = options
  for (let tries = 0; tries < mostTries; tries += 1) {
    const stored = await requireStored(store, applicationId)
    const now = presentOf(clock)
    const { before, outcome, step } = await eventStep(options, stored, event, key, now)
    if (expectedRevision !== undefined && isConflict(outcome, before, expectedRevision)) {
      return conflict(lifecycle, before, expectedRevision)
    }
    if (step === null) return outcome
    const result = await writeStep(options, { type: 'recorded', stored, before, step }, now)
    if (result === 'written') return outcome
  }
  throw engineError('store-contended', { applicationId, tries: mostTries })
}

async function writeStep(
  { store, writer }: EventRecorderOptions,
  step: RecordedStep,
  now: Present,
): Promise<WriteResult | undefined> {
  try {
    return (await writer.write([step], now))[0]
  } catch (thrown) {
    if (refusedApplication(thrown) === undefined) throw thrown
    throw await noteFailedEvent(store, step.stored, thrown, now)
  }
}

interface RecordedStep extends PendingStep {
  readonly stored: StoredLifecycle
}

interface TakenEvent extends EventStep {
  readonly before: Snapshot
}

async function eventStep(
  { store, lifecycle }: EventRecorderOptions,
  stored: StoredLifecycle,
  event: unknown,
  key: string | undefined,
  now: Present,
): Promise<TakenEvent> {
  try {
    const before = readStored(lifecycle, stored)
    return { before, ...takeEvent(lifecycle, before, event, key, now.iso) }
  } catch (thrown) {
    throw await noteFailedEvent(store, stored, thrown, now)
  }
}

/** A duplicate wins over the expected revision: it is the same call again, sent after its success. */
function isConflict(outcome: Outcome, before: Snapshot, expected: number): boolean {
  if (expected === before.revision) return false
  return !(outcome.accepted && outcome.unchanged === 'duplicate')
}

function conflict(lifecycle: LifecyclePort, stored: Snapshot, expected: number): Conflict {
  const { applicationId, revision } = stored
  return {
    accepted: false,
    reason: {
      code: 'revision-conflict',
      message: `application "${applicationId}" is at revision ${revision}, not ${expected}`,
      fix: 'read it again, then decide whether the event still holds',
    },
    possible: lifecycle.possibleEvents(stored),
    revision,
  }
}

function requireKey(key: unknown): void {
  if (key === undefined) return
  if (typeof key === 'string' && key.length > 0 && key.length <= 200) return
  throw engineError('key-malformed', { key })
}
