/** Runs tasks of the same key one after the other, and of different keys side by side. */
export interface KeyedQueue {
  /** Resolves or rejects as the task does; a task that fails does not hold up the next. */
  run<Result>(key: string, task: () => Promise<Result>): Promise<Result>
}

/** An empty queue. It holds no memory of keys without tasks. */
export function createKeyedQueue(): KeyedQueue {
  const tails = new Map<string, Promise<unknown>>()

  async function finish(key: string, task: Promise<unknown>): Promise<void> {
    await Promise.allSettled([task])
    if (tails.get(key) === task) tails.delete(key)
  }

  return {
    run(key, task) {
      const mine = runAfter(tails.get(key), task)
      tails.set(key, mine)
      void finish(key, mine)
      return mine
    },
  }
}

async function runAfter<Result>(
  before: Promise<unknown> | undefined,
  task: () => Promise<Result>,
): Promise<Result> {
  if (before !== undefined) await Promise.allSettled([before])
  return task()
}
