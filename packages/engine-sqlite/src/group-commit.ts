import type { EngineStore, StoreWrite, WriteResult } from '@afterview/engine'

/**
 * Commits together what is asked for in the same turn of the event loop: one sync of the disk for all
 * events that are under way at once. `commit` is one transaction. Where a group fails, since one write
 * in it can never be stored or there is no room for all, each request has its own transaction, so
 * that nobody answers for another.
 */
export function createGroupCommit(
  commit: (writes: readonly StoreWrite[]) => readonly WriteResult[],
): EngineStore['commit'] {
  let group: Request[] = []

  function commitGroup(): void {
    const requests = group
    group = []
    const isAlone = requests.length === 1
    try {
      const results = commit(requests.flatMap(({ writes }) => writes))
      answer(requests, results)
    } catch (thrown) {
      if (isAlone) requests[0]?.reject(thrown)
      else for (const request of requests) commitAlone(request)
    }
  }

  function commitAlone({ writes, resolve, reject }: Request): void {
    try {
      resolve(commit(writes))
    } catch (thrown) {
      reject(thrown)
    }
  }

  return (writes) =>
    new Promise((resolve, reject) => {
      group.push({ writes, resolve, reject })
      if (group.length === 1) setImmediate(commitGroup)
    })
}

interface Request {
  readonly writes: readonly StoreWrite[]
  readonly resolve: (results: readonly WriteResult[]) => void
  readonly reject: (thrown: unknown) => void
}

function answer(requests: readonly Request[], results: readonly WriteResult[]): void {
  let from = 0
  for (const { writes, resolve } of requests) {
    resolve(results.slice(from, from + writes.length))
    from += writes.length
  }
}
