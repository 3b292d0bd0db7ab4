import type { Change, Disposable, StoreCompany } from '@afterview/engine'

/** What tabs say to one another. */
type Message =
  | { readonly type: 'change'; readonly change: Change }
  | { readonly type: 'wake'; readonly at: number }

/** The other tabs at a database, with what an import needs besides. */
export interface TabCompany extends StoreCompany {
  /** Tells everybody, this tab included, of changes that no engine made, and of what is due first. */
  announce(changes: readonly Change[], wakeAt: number | null): void
  close(): void
}

/**
 * The tabs of the origin that have the same database open: a Web Lock gives one of them the turn, a
 * BroadcastChannel carries what they tell. Where the browser has no locks, each tab takes the turn:
 * the fence of the store still keeps them apart.
 */
export function createTabCompany(databaseName: string): TabCompany {
  const name = `afterview:${databaseName}`
  const channel = openChannel(name)
  const onChange = createListeners<Change>()
  const onWake = createListeners<number>()
  channel?.addEventListener('message', ({ data }: MessageEvent<Message>) => {
    if (data.type === 'change') onChange.tell(data.change)
    else onWake.tell(data.at)
  })
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has none
  const send = (message: Message): void => channel?.postMessage(message)
  const tellChange = (change: Change): void => send({ type: 'change', change })
  const tellWake = (at: number): void => send({ type: 'wake', at })
  return {
    turn: (signal) => turn(name, signal),
    tellChange,
    tellWake,
    onChange: onChange.add,
    onWake: onWake.add,
    announce(changes, wakeAt) {
      for (const change of changes) {
        onChange.tell(change)
        tellChange(change)
      }
      if (wakeAt === null) return
      onWake.tell(wakeAt)
      tellWake(wakeAt)
    },
    close: () => channel?.close(),
  }
}

interface Listeners<Value> {
  add(this: void, listener: (value: Value) => void): Disposable
  tell(value: Value): void
}

function createListeners<Value>(): Listeners<Value> {
  const listeners = new Map<symbol, (value: Value) => void>()
  return {
    add(listener) {
      const id = Symbol('listener')
      listeners.set(id, listener)
      return { dispose: () => void listeners.delete(id) }
    },
    tell(value) {
      for (const listener of Array.from(listeners.values())) listener(value)
    },
  }
}

function openChannel(name: string): BroadcastChannel | null {
  return typeof BroadcastChannel === 'function' ? new BroadcastChannel(name) : null
}

/** The lock is held until `signal` is aborted; a tab that is closed or crashes lets go of it. */
function turn(name: string, signal: AbortSignal): Promise<void> {
  const { locks } = globalThis.navigator ?? {}
  if (locks === undefined) return Promise.resolve()
  return new Promise((resolve) => {
    const hold = (): Promise<void> => {
      resolve()
      return untilAborted(signal)
    }
    locks.request(`${name}:wakes`, { signal }, hold).catch(() => {
      // Aborted by us, or refused by the browser, where each tab takes the turn.
      if (!signal.aborted) resolve()
    })
  })
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
