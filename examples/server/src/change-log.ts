import { EventEmitter } from 'node:events'
import { randomUUID } from 'node:crypto'
import { fault } from './fault.ts'

/** One thing that an owner's program is told. */
export interface Entry {
  /** Random, so that it tells nothing about what others do. */
  readonly id: string
  readonly event: 'change' | 'effect' | 'reset'
  readonly data: unknown
}

/** What one has may be out of date: read it again. */
const reset: Entry = { id: '', event: 'reset', data: {} }

/** The last changes of everybody, for those who listen. It is not durable: the engine is. */
export type ChangeLog = ReturnType<typeof createChangeLog>

/**
 * An empty log, which keeps the last 1,000 entries. A stream without news gets a sign of life after
 * `heartbeat` ms; one owner can have five open.
 */
export function createChangeLog(heartbeat: number, kept = 1000, streams = 5) {
  const ring: (Entry & { readonly owner: string; readonly position: number })[] = []
  const open = new Map<AbortController, string>()
  const news = new EventEmitter().setMaxListeners(0)
  let end = 0

  function append(owner: string, event: Entry['event'], data: unknown): void {
    end += 1
    ring.push({ id: randomUUID(), owner, event, data, position: end })
    if (ring.length > kept) ring.shift()
    news.emit(owner)
  }

  async function* entries(owner: string, lastId: string | undefined, signal: AbortSignal) {
    let position =
      ring.find((entry) => entry.id === lastId && entry.owner === owner)?.position ?? -1
    while (!signal.aborted) {
      const isLost = position < (ring[0]?.position ?? end + 1) - 1
      if (isLost) {
        position = end
        yield reset
      }
      const next = ring.find((entry) => entry.position > position && entry.owner === owner)
      position = next?.position ?? end
      if (next !== undefined) yield next
      else if (!(await hasNews(owner, signal))) yield null
    }
  }

  function hasNews(owner: string, signal: AbortSignal): Promise<boolean> {
    return new Promise((resolve) => {
      const settle = (isNews: boolean) => (): void => {
        clearTimeout(timer)
        news.off(owner, heard)
        signal.removeEventListener('abort', heard)
        resolve(isNews)
      }
      const heard = settle(true)
      const timer = setTimeout(settle(false), heartbeat)
      news.once(owner, heard)
      signal.addEventListener('abort', heard)
    })
  }

  return {
    append,
    /**
     * Listens as one owner, from behind the entry `lastId` on; `null` is a sign of life. Where that
     * entry is not known any more, the first is a `reset`: read everything again.
     */
    open(owner: string, lastId: string | undefined) {
      if ([...open.values()].filter((each) => each === owner).length >= streams) {
        throw fault('streams-full', `there are ${streams} streams open already`)
      }
      const controller = new AbortController()
      open.set(controller, owner)
      const close = (): void => {
        open.delete(controller)
        controller.abort()
      }
      return { entries: entries(owner, lastId, controller.signal), close }
    },
    /** Ends the streams of one owner, or all. */
    end(owner?: string): void {
      for (const [controller, each] of open) {
        if (owner === undefined || owner === each) controller.abort()
      }
    },
  }
}
