import type { RawPort } from '@afterview/plugin-host/adapter-kit'

/** One end of a line inside one thread. What is posted is cloned, and arrives in a later turn. */
export interface TestPort extends RawPort {
  /** Everything that was posted at this end. */
  readonly posted: readonly unknown[]
  readonly isClosed: boolean
  /** While held, messages to the other end wait. */
  hold(): void
  release(): void
}

interface End extends TestPort {
  deliver(message: unknown): void
}

/** Makes the two ends of a line. */
export function createPortPair(): readonly [TestPort, TestPort] {
  const left: End = createEnd(() => right)
  const right: End = createEnd(() => left)
  return [left, right]
}

/** Resolves when every message that is on its way has arrived and was served. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve))
}

function createEnd(other: () => End): End {
  const posted: unknown[] = []
  const arrived: unknown[] = []
  const held: unknown[] = []
  let listener: ((message: unknown) => void) | undefined
  let isHeld = false
  let isClosed = false
  const send = (message: unknown): void => void setImmediate(() => other().deliver(message))
  return {
    posted,
    get isClosed() {
      return isClosed
    },
    post(message) {
      const copy: unknown = structuredClone(message)
      posted.push(copy)
      if (isHeld) held.push(copy)
      else send(copy)
    },
    on(next) {
      listener = next
      for (const message of arrived.splice(0)) next(message)
    },
    close() {
      isClosed = true
    },
    hold() {
      isHeld = true
    },
    release() {
      isHeld = false
      for (const message of held.splice(0)) send(message)
    },
    deliver(message) {
      if (isClosed) return
      if (listener === undefined) arrived.push(message)
      else listener(message)
    },
  }
}
