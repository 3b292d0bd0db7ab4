import type { MessagePort } from 'node:worker_threads'
import type { RawPort } from '../channel/raw-port.ts'

/** A {@link RawPort} over one end of a Node message channel. */
export function threadPort(port: MessagePort): RawPort {
  let listener: ((message: unknown) => void) | undefined
  return {
    post: (message) => port.postMessage(message),
    on(next) {
      const isFirst = listener === undefined
      listener = next
      if (isFirst) port.on('message', (message) => listener?.(message))
    },
    close: () => port.close(),
  }
}
