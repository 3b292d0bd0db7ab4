import type { Snapshot } from '@afterview/core'
import { instantMs } from '@afterview/time'
import type { Change, WrittenChange } from './change.ts'
import type { EngineStore, StoredLifecycle, StoreWrite, WriteResult } from './engine-store.ts'
import type { Present } from './engine-clock.ts'
import type { HistoryEntry } from './history-entry.ts'
import { type LifecycleStep, wakeAtOf } from './lifecycle-step.ts'
import { spreadDelay } from './spread.ts'
import { statePath } from './state-path.ts'

/** A step that waits to be written. */
export interface PendingStep {
  readonly type: WrittenChange['type']
  /** What was read; `null` to begin. */
  readonly stored: StoredLifecycle | null
  readonly before: Snapshot | null
  readonly step: LifecycleStep
}

/** Makes steps durable, then tells of them. */
export interface StoreWriter {
  /** Each step in one transaction of all; a step that changes nothing sets the wake-up right. */
  write(pending: readonly PendingStep[], now: Present): Promise<readonly WriteResult[]>
}

/** Tries to write before giving up: each that fails means that another writer got through. */
export const mostTries = 100

/** What a writer works with. */
export interface StoreWriterOptions {
  readonly store: Pick<EngineStore, 'commit'>
  /** See {@link StoreEngineOptions.spread}. */
  readonly spread: number
  readonly publish: (change: Change) => void
  /** A write left effects behind that are due at `at`. */
  readonly onEffects: (at: number) => void
  /** A write left a wake-up behind. */
  readonly onWake: (at: number) => void
}

/** A writer on a store. */
export function createStoreWriter(options: StoreWriterOptions): StoreWriter {
  const { store, spread, publish, onEffects, onWake } = options

  function announce(pending: PendingStep, write: StoreWrite): void {
    if (write.wakeAt !== null) onWake(write.wakeAt)
    if (write.effects.length > 0) onEffects(write.at)
    if (write.entries.length === 0) return
    const { applicationId, snapshot, entries, effects } = write
    publish({
      type: pending.type,
      applicationId,
      before: pending.before,
      snapshot,
      entries,
      effects,
    })
  }

  return {
    async write(pending, now) {
      const writes = pending.map((one) => storeWrite(one, now, spread))
      const results = await store.commit(writes)
      for (const [index, one] of pending.entries()) {
        const write = writes[index]
        if (write !== undefined && results[index] === 'written') announce(one, write)
      }
      return results
    },
  }
}

/** When a lifecycle is to be woken for its earliest timer, in ms since 1970, or `null`. */
export function spreadWake(snapshot: Snapshot, spread: number): number | null {
  const wakeAt = wakeAtOf(snapshot)
  if (wakeAt === null) return null
  return instantMs(wakeAt) + spreadDelay(snapshot.applicationId, spread)
}

function storeWrite(pending: PendingStep, now: Present, spread: number): StoreWrite {
  const { stored, step } = pending
  const { snapshot, effects } = step
  return {
    applicationId: snapshot.applicationId,
    fence: stored && { incarnation: stored.incarnation, revision: stored.revision },
    snapshot,
    revision: snapshot.revision,
    state: statePath(snapshot.machine.value),
    at: now.ms,
    wakeAt: spreadWake(snapshot, spread),
    entries: [...renewal(pending, now), ...step.entries],
    effects,
  }
}

/** Reading a snapshot may have computed its dates anew, which counts as a revision. */
function renewal({ stored, before }: PendingStep, now: Present): readonly HistoryEntry[] {
  if (stored === null || before === null || before.revision === stored.revision) return []
  return [{ type: 'renewed', revision: before.revision, at: now.iso, recordedAt: now.iso }]
}
