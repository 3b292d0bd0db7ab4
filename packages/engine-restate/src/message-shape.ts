import { TerminalError } from '@restatedev/restate-sdk'

/** What a handler needs to be told. */
export type MessageShape = 'object' | 'text' | 'anything'

/**
 * Throws an error that Restate hands to the caller at once, unless a message has its shape: whoever
 * reaches the ingress may send anything, and a handler that stumbled would be tried again for ever.
 */
export function requireShape(shape: MessageShape, message: unknown): void {
  const isObject = typeof message === 'object' && message !== null
  if (shape === 'object' ? isObject : shape !== 'text' || typeof message === 'string') return
  throw new TerminalError(`the message must be an ${shape === 'text' ? 'id' : 'object'}`, {
    errorCode: 400,
  })
}
