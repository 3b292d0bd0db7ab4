import type { Clock } from '../clock.ts'
import { fromErrorData, toErrorData } from '../error-data.ts'
import type { JsonValue } from '../json-value.ts'
import {
  callCancelled,
  callTimedOut,
  channelClosed,
  channelCongested,
  methodUnknown,
  protocolViolated,
} from './channel-error.ts'
import { type ChannelLimits, channelLimits } from './channel-limits.ts'
import { type Intake, type Outbox, createIntake, createOutbox } from './credit-window.ts'
import { type Frame, type MessageFrame, type RequestFrame, readFrame } from './frame.ts'
import { checkPayload } from './payload.ts'
import type { RawPort } from './raw-port.ts'
import { type PendingCall, type RpcCore, createRpcCore } from './rpc-core.ts'

/**
 * Calls in both directions over a {@link RawPort}, with everything that a port does not give:
 * acknowledgement, back-pressure, a size limit, cancellation, time limits and errors that keep
 * their code, fix and causes. Payloads are JSON data; what arrives is checked and frozen.
 */
export interface Channel {
  /**
   * Asks the other side. Rejects with what it threw, with the reason of an aborted `signal`, or
   * with `call-timed-out`, `message-too-large`, `value-not-json`, `channel-congested`, or the
   * error that the channel was closed with.
   */
  call(method: string, params: JsonValue, options?: CallOptions): Promise<JsonValue>
  /** Tells the other side. Throws like {@link Channel.call}, but has no answer. */
  tell(method: string, params: JsonValue): void
  /** Resolves when the other side's event loop has taken the question in; never after a close. */
  ping(): Promise<void>
  /** Ends both directions: rejects every call with `error`, aborts every piece of work. */
  close(error?: Error): void
}

/** How to make one call. */
export interface CallOptions {
  /** Aborting it cancels the work on the other side, and rejects here at once. */
  readonly signal?: AbortSignal | undefined
  /** Instead of the channel's own. `null`: as long as it takes. */
  readonly timeoutMs?: number | null
  /** Called once, when the other side has run the synchronous part, or when nothing was sent at all. */
  readonly onAcknowledged?: () => void
}

/** Serves one method. What it throws goes back as an error. */
export type ChannelMethod = (
  params: JsonValue,
  context: { readonly signal: AbortSignal },
) => JsonValue | Promise<JsonValue>

/** What a channel is made from. */
export interface ChannelOptions {
  readonly port: RawPort
  /** For time limits. */
  readonly clock: Clock
  /** What the other side may ask for, by name. */
  readonly methods: Readonly<Record<string, ChannelMethod>>
  /** Runs something in a later turn of the event loop; credit is given back through it. */
  readonly defer: (run: () => void) => void
  readonly limits?: Partial<ChannelLimits>
  /** The other side breaks the protocol: the owner should end it. The channel is closed already. */
  readonly onViolation: (error: Error) => void
  /** An announcement of the other side could not be served. */
  readonly onError: (error: unknown) => void
}

/** Opens a channel. Both sides make one over the two ends of the same line. */
export function createChannel(options: ChannelOptions): Channel {
  const channel = new LiveChannel(options)
  options.port.on((message) => channel.receive(message))
  return channel
}

/** A call of the other side that is being served. */
interface Work {
  readonly controller: AbortController
  readonly wantsAcknowledgement: boolean
}

class LiveChannel implements Channel {
  readonly #options: ChannelOptions
  readonly #limits: ChannelLimits
  readonly #rpc: RpcCore
  readonly #outbox: Outbox<MessageFrame>
  readonly #intake: Intake
  readonly #work = new Map<string, Work>()
  readonly #acknowledgers = new Map<string, () => void>()
  readonly #pongs: (() => void)[] = []
  #pings = 0
  #closedWith: Error | undefined

  constructor(options: ChannelOptions) {
    this.#options = options
    this.#limits = { ...channelLimits, ...options.limits }
    const { credits, queuedMessages } = this.#limits
    const post = (frame: Frame): void => this.#post(frame)
    this.#outbox = createOutbox<MessageFrame>({ credits, queuedMessages, post })
    const grant = (n: number): void => this.#post({ t: 'c', n })
    this.#intake = createIntake({ credits, grant, defer: options.defer })
    this.#rpc = createRpcCore({
      post: (frame) => this.#outbox.send(frame),
      serve: (method, params, id) =>
        id === undefined ? this.#serveTold(method, params) : this.#serve(method, params, id),
    })
  }

  async call(method: string, params: JsonValue, options: CallOptions = {}): Promise<JsonValue> {
    const { id, answer } = this.#send(method, params, options)
    const release = this.#watch(id, method, options)
    try {
      return await answer
    } finally {
      release()
    }
  }

  tell(method: string, params: JsonValue): void {
    this.#assertSendable(method, params)
    this.#rpc.tell(method, params)
  }

  ping(): Promise<void> {
    this.#pings += 1
    const n = this.#pings
    return new Promise((resolve) => {
      this.#pongs.push(resolve)
      this.#post({ t: 'ping', n })
    })
  }

  close(error: Error = channelClosed()): void {
    if (this.#closedWith !== undefined) return
    this.#closedWith = error
    this.#outbox.clear()
    this.#rpc.close(error)
    for (const work of this.#work.values()) work.controller.abort(error)
    this.#work.clear()
    this.#acknowledgers.clear()
    this.#options.port.close()
  }

  receive(message: unknown): void {
    if (this.#closedWith !== undefined) return
    const frame = readFrame(message)
    if (frame === undefined) this.#violated('sent something that is no message')
    else this.#receiveFrame(frame)
  }

  #receiveFrame(frame: Frame): void {
    switch (frame.t) {
      case 'q':
      case 's':
        return this.#receiveMessage(frame)
      case 'a':
        return this.#acknowledged(frame.i)
      case 'x':
        return this.#work.get(frame.i)?.controller.abort()
      case 'c':
        if (!this.#outbox.grant(frame.n)) this.#violated('gave back more credit than it had')
        return undefined
      case 'ping':
        return this.#post({ t: 'pong', n: frame.n })
      case 'pong':
        return this.#pongs.shift()?.()
    }
  }

  #receiveMessage(frame: MessageFrame): void {
    if (!this.#intake.take()) return this.#violated('sent more than it had credit for')
    try {
      const payload = frame.t === 'q' ? frame.a[0] : (frame.r ?? null)
      this.#check('A received message', payload, true)
    } catch (error) {
      return this.#violated('sent a payload that is not allowed', error)
    }
    if (frame.t === 's') this.#acknowledged(frame.i)
    else if (frame.i !== undefined && !this.#begin(frame.i, frame)) return undefined
    this.#rpc.receive(frame)
  }

  #begin(id: string, frame: RequestFrame): boolean {
    const isAllowed = this.#work.size < this.#limits.queuedMessages && !this.#work.has(id)
    const wantsAcknowledgement = frame.w === true
    if (isAllowed) this.#work.set(id, { controller: new AbortController(), wantsAcknowledgement })
    else this.#violated('asked for too much at once')
    return isAllowed
  }

  async #serve(method: string, params: JsonValue, id: string): Promise<JsonValue> {
    const work = this.#work.get(id)
    if (work === undefined) throw channelClosed()
    try {
      const answer = this.#method(method)(params, { signal: work.controller.signal })
      if (work.wantsAcknowledgement && answer instanceof Promise) this.#post({ t: 'a', i: id })
      const result = await answer
      this.#check(`The answer to ${method}`, result, false)
      return result
    } catch (error) {
      throw asError(error)
    } finally {
      this.#work.delete(id)
    }
  }

  async #serveTold(method: string, params: JsonValue): Promise<JsonValue> {
    try {
      await this.#method(method)(params, { signal: new AbortController().signal })
    } catch (error) {
      this.#options.onError(error)
    }
    return null
  }

  #method(name: string): ChannelMethod {
    const { methods } = this.#options
    const method = Object.hasOwn(methods, name) ? methods[name] : undefined
    if (method === undefined) throw methodUnknown(name)
    return method
  }

  #send(method: string, params: JsonValue, options: CallOptions): PendingCall {
    const { signal, onAcknowledged } = options
    try {
      this.#assertSendable(method, params)
      if (signal?.aborted) throw cancelled(method, signal)
    } catch (error) {
      onAcknowledged?.()
      throw error
    }
    const call = this.#rpc.call(method, params, onAcknowledged !== undefined)
    if (onAcknowledged) this.#acknowledgers.set(call.id, onAcknowledged)
    return call
  }

  /** Gives one call an end besides its answer. Returns what takes that back. */
  #watch(id: string, method: string, options: CallOptions): () => void {
    const { signal, timeoutMs = this.#limits.callTimeoutMs } = options
    const fail = (error: Error): void => {
      if (this.#outbox.withdraw((frame) => frame.i === id)) this.#acknowledged(id)
      else this.#post({ t: 'x', i: id })
      this.#rpc.fail(id, error)
    }
    const abort = (): void => fail(cancelled(method, signal))
    signal?.addEventListener('abort', abort)
    const expire = (): void => fail(callTimedOut(method, timeoutMs ?? 0))
    const timer = timeoutMs === null ? undefined : this.#options.clock.after(timeoutMs, expire)
    return () => {
      signal?.removeEventListener('abort', abort)
      timer?.dispose()
    }
  }

  #acknowledged(id: string): void {
    const acknowledge = this.#acknowledgers.get(id)
    this.#acknowledgers.delete(id)
    acknowledge?.()
  }

  #assertSendable(method: string, params: JsonValue): void {
    if (this.#closedWith !== undefined) throw this.#closedWith
    if (!this.#outbox.hasRoom) throw channelCongested(method, this.#outbox.queued)
    this.#check(`The input of ${method}`, params, false)
  }

  #check(what: string, value: unknown, isFrozen: boolean): void {
    checkPayload(value, { what, limit: this.#limits.messageBytes, isFrozen })
  }

  #post(frame: Frame): void {
    if (this.#closedWith !== undefined) return
    try {
      this.#options.port.post(frame)
    } catch (error) {
      this.close(channelClosed(error))
    }
  }

  #violated(how: string, cause?: unknown): void {
    const error = protocolViolated(how, cause)
    this.close(error)
    this.#options.onViolation(error)
  }
}

/** birpc takes a falsy error for success. */
function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : fromErrorData(toErrorData(thrown))
}

function cancelled(method: string, signal: AbortSignal | undefined): Error {
  const reason: unknown = signal?.reason
  return reason instanceof Error ? reason : callCancelled(method, reason)
}
