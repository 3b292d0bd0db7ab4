import { AfterviewError } from '@afterview/time'

/** A payload is over the limit. Nothing was sent. */
export function messageTooLarge(what: string, bytes: number, limit: number): AfterviewError {
  return new AfterviewError('message-too-large', {
    happened: `${what} has at least ${bytes} bytes, more than the ${limit} that one message may have`,
    fix: 'send it in parts, or keep it in storage and send its key',
    details: { what, bytes, limit },
  })
}

/** A path into a cycle is long and says the same again and again. */
const LONGEST_PATH = 100

/** A payload holds something that JSON cannot say. */
export function payloadNotJson(what: string, path: string, found: string): AfterviewError {
  const where = path === '' ? 'it' : path.slice(0, LONGEST_PATH)
  return new AfterviewError('value-not-json', {
    happened: `${what} is not JSON data: ${where} is ${found}`,
    fix: 'pass only null, booleans, finite numbers, texts, lists and plain objects',
    details: { what, path: where, found },
  })
}

/** The other side takes messages more slowly than they are sent. */
export function channelCongested(method: string, queued: number): AfterviewError {
  return new AfterviewError('channel-congested', {
    happened: `${method} was not sent: ${queued} messages wait for the other side already`,
    fix: 'await each call before the next',
    details: { method, queued },
  })
}

/** No answer came in time. */
export function callTimedOut(method: string, timeoutMs: number): AfterviewError {
  return new AfterviewError('call-timed-out', {
    happened: `${method} had no answer after ${timeoutMs} ms`,
    fix: 'make the work behind it quicker, or allow it more time',
    details: { method, timeoutMs },
  })
}

/** The channel was closed without a better reason. */
export function channelClosed(cause?: unknown): AfterviewError {
  return new AfterviewError('channel-closed', {
    happened: 'The channel to the other side is closed',
    fix: 'start the plugin again',
    cause,
  })
}

/** The caller gave up, with something that is no error as its reason. */
export function callCancelled(method: string, reason: unknown): AfterviewError {
  return new AfterviewError('call-cancelled', {
    happened: `${method} was cancelled by its caller (${String(reason)})`,
    fix: 'call it again when the answer is wanted',
    details: { method },
  })
}

/** The other side asks for something that this one does not serve. */
export function methodUnknown(method: string): AfterviewError {
  return new AfterviewError('method-unknown', {
    happened: `The other side asked for ${method.slice(0, 100)}, which is not served here`,
    fix: 'use the same version of Afterview on both sides',
    details: { method: method.slice(0, 100) },
  })
}

/** The other side does not keep to the protocol; nothing that it says can be relied on. */
export function protocolViolated(how: string, cause?: unknown): AfterviewError {
  return new AfterviewError('protocol-violated', {
    happened: `The other side of the channel ${how}`,
    fix: 'remove the code that writes to the port behind the back of the plugin API',
    details: { how },
    cause,
  })
}
