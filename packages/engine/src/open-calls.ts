import { engineError } from './error-table.ts'

/** Knows the calls under way, so that disposing can wait for them and refuse later ones. */
export interface OpenCalls {
  /** Runs a call. Rejects with `engine-disposed` once closed. */
  run<Result>(method: string, call: () => Promise<Result>): Promise<Result>
  /** Throws `engine-disposed` once closed. */
  requireOpen(method: string): void
  /** Lets no more calls in; resolves when the last has ended. */
  close(): Promise<void>
}

/** No calls yet. */
export function createOpenCalls(): OpenCalls {
  const calls = new Set<Promise<unknown>>()
  let isClosed = false

  function requireOpen(method: string): void {
    if (isClosed) throw engineError('engine-disposed', { method })
  }

  return {
    requireOpen,
    async run(method, call) {
      requireOpen(method)
      const running = call()
      calls.add(running)
      try {
        return await running
      } finally {
        calls.delete(running)
      }
    },
    async close() {
      isClosed = true
      await Promise.allSettled(calls)
    },
  }
}
