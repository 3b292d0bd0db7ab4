import { presentOf } from './engine-clock.ts'
import type { Renewal } from './engine.ts'
import type { LifecycleStore, StoredLifecycle } from './engine-store.ts'
import { readStored, setAside } from './failure-ward.ts'
import { storedInOrder } from './store-reader.ts'
import { type StoreWriter, spreadWake } from './store-writer.ts'
import type { StoreWorks } from './store-works.ts'

/** See {@link Engine.renew}. */
export async function renewStored(works: StoreWorks): Promise<Renewal> {
  let [renewed, failed] = [0, 0]
  for await (const { applicationId } of storedInOrder(works.store)) {
    const result = await works.queue.run(applicationId, () => renewOne(works, applicationId))
    if (result === 'renewed') renewed += 1
    if (result === 'failed') failed += 1
  }
  return { renewed, failed }
}

/** What renewing one lifecycle works with. */
export interface RenewalWorks extends Pick<
  StoreWorks,
  'lifecycle' | 'clock' | 'report' | 'spread'
> {
  readonly store: LifecycleStore
  readonly writer: StoreWriter
}

/** Renews one lifecycle; one that cannot be read is set aside. */
export async function renewOne(
  works: RenewalWorks,
  applicationId: string,
): Promise<'renewed' | 'same' | 'failed'> {
  const stored = await works.store.load(applicationId)
  if (stored === undefined) return 'same'
  try {
    return (await renewIfChanged(works, stored)) ? 'renewed' : 'same'
  } catch (thrown) {
    works.report(await setAside(works.store, stored, thrown, presentOf(works.clock)))
    return 'failed'
  }
}

async function renewIfChanged(works: RenewalWorks, stored: StoredLifecycle): Promise<boolean> {
  const before = readStored(works.lifecycle, stored)
  const isSame = before.revision === stored.revision
  if (isSame && spreadWake(before, works.spread) === stored.wakeAt) return false
  const step = { snapshot: before, effects: [], entries: [] }
  const now = presentOf(works.clock)
  const [result] = await works.writer.write([{ type: 'renewed', stored, before, step }], now)
  return result === 'written'
}
