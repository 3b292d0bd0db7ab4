import { type EventShape, type Skeleton, skeletons } from './skeleton.ts'

/** Skeletons by shape, each made once. There are few shapes: kinds differ in alarms and busy time only. */
export interface SkeletonStore {
  /** Makes those of the given shapes that are missing, in one go. */
  prepare(shapes: readonly EventShape[]): void
  of(shape: EventShape): Skeleton
}

/** An empty store. */
export function createSkeletonStore(): SkeletonStore {
  const made = new Map<string, Skeleton>()

  function prepare(shapes: readonly EventShape[]): void {
    const missing = new Map<string, EventShape>()
    for (const shape of shapes) {
      const key = keyOf(shape)
      if (!made.has(key)) missing.set(key, shape)
    }
    const created = skeletons([...missing.values()])
    for (const [index, key] of [...missing.keys()].entries()) made.set(key, created[index] ?? [])
  }

  return {
    prepare,
    of(shape) {
      const known = made.get(keyOf(shape))
      if (known !== undefined) return known
      prepare([shape])
      return made.get(keyOf(shape)) ?? []
    },
  }
}

function keyOf({ isWholeDay, isCancelled, isBusy, classification, alarms }: EventShape): string {
  return `${isWholeDay} ${isCancelled} ${isBusy} ${classification} ${alarms}`
}
