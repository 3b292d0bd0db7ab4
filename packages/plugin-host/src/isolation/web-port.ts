import type { RawPort } from '../channel/raw-port.ts'

/** A {@link RawPort} over one end of a browser's message channel. */
export function webPort(port: MessagePort): RawPort {
  let listener: ((message: unknown) => void) | undefined
  return {
    post: (message) => port.postMessage(message),
    on(next) {
      const isFirst = listener === undefined
      listener = next
      if (!isFirst) return
      port.addEventListener('message', (event) => listener?.(event.data))
      port.start()
    },
    close: () => port.close(),
  }
}

/** Runs things in later turns of a browser's event loop, without the delay that nested timers get. */
export function createTurns(): (run: () => void) => void {
  const waiting: (() => void)[] = []
  const { port1, port2 } = new MessageChannel()
  port1.addEventListener('message', () => waiting.shift()?.())
  port1.start()
  return (run) => {
    waiting.push(run)
    port2.postMessage(null)
  }
}
