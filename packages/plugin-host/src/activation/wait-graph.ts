/**
 * Who waits for whose activation. Asked before each wait, so that plugins that want one another
 * while they are being activated do not wait for ever.
 */
export interface WaitGraph {
  /** Whether `waiter` would in the end wait for itself. */
  wouldClose(waiter: string, awaited: string): boolean
  /** Notes the wait until `pending` is settled, and passes its result on. */
  during<Value>(waiter: string, awaited: string, pending: Promise<Value>): Promise<Value>
}

/** Makes an empty graph. */
export function createWaitGraph(): WaitGraph {
  const waits = new Map<string, string[]>()
  return {
    wouldClose(waiter, awaited) {
      const seen = new Set<string>()
      const pending = [awaited]
      for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
        if (id === waiter) return true
        if (seen.has(id)) continue
        seen.add(id)
        pending.push(...(waits.get(id) ?? []))
      }
      return false
    },
    async during(waiter, awaited, pending) {
      const own = waits.get(waiter) ?? []
      own.push(awaited)
      waits.set(waiter, own)
      try {
        return await pending
      } finally {
        own.splice(own.indexOf(awaited), 1)
        if (own.length === 0) waits.delete(waiter)
      }
    },
  }
}
