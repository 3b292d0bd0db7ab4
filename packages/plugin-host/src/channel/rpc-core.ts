import { createBirpc } from 'birpc'
import { fromErrorData } from '../error-data.ts'
import type { JsonValue } from '../json-value.ts'
import { errorFrame } from './error-frame.ts'
import type { AnswerFrame, MessageFrame, RequestFrame } from './frame.ts'

/** Pairs calls with answers. The only file that knows which library does it. */
export interface RpcCore {
  /** Posts a call. `isAcknowledged`: the other side shall tell when its synchronous part is over. */
  call(method: string, params: JsonValue, isAcknowledged: boolean): PendingCall
  /** Posts an announcement. */
  tell(method: string, params: JsonValue): void
  /** Takes in a message of the other side. */
  receive(frame: MessageFrame): void
  /** Settles one call from this side. An answer that comes later is ignored. */
  fail(id: string, error: Error): void
  /** Fails every call that is under way, and every later one. */
  close(error: Error): void
}

/** A call that was posted. */
export interface PendingCall {
  readonly id: string
  readonly answer: Promise<JsonValue>
}

/** What the core needs from its channel. */
export interface RpcCoreOptions {
  readonly post: (frame: MessageFrame) => void
  /** Does what the other side asked for. `id` is absent for an announcement. */
  readonly serve: (
    method: string,
    params: JsonValue,
    id: string | undefined,
  ) => JsonValue | Promise<JsonValue>
}

/** What birpc hands over for posting. */
type BirpcMessage =
  | RequestFrame
  | { readonly t: 's'; readonly i: string; readonly r?: JsonValue; readonly e?: unknown }

/** Makes a core. It waits for answers without end: time is the channel's business. */
export function createRpcCore(options: RpcCoreOptions): RpcCore {
  let receive: ((message: object) => void) | undefined
  let lastId = ''
  let wantsAcknowledgement = false
  const rpc = createBirpc<Record<string, never>, Record<string, never>, false>(
    {},
    {
      proxify: false,
      timeout: -1,
      on: (listener: (message: object) => void) => {
        receive = listener
      },
      post: (message: BirpcMessage) => {
        if (message.t === 's') return options.post(answerFrame(message))
        lastId = message.i ?? ''
        options.post(wantsAcknowledgement ? { ...message, w: true } : message)
      },
      resolver: (method: string) => (params: JsonValue, id?: string) =>
        options.serve(method, params, id),
      onGeneralError: (_error, method) => method !== undefined,
    },
  )
  return {
    call(method, params, isAcknowledged) {
      // birpc posts before its first await, so both variables belong to this call.
      wantsAcknowledgement = isAcknowledged
      const answer: Promise<JsonValue> = rpc
        .$callRaw({ method, args: [params] })
        .then((result: unknown) => (result ?? null) as JsonValue)
      return { id: lastId, answer }
    },
    tell(method, params) {
      options.post({ t: 'q', m: method, a: [params] })
    },
    receive(frame) {
      receive?.(frame.t === 'q' ? { ...frame, a: [...frame.a, frame.i] } : revived(frame))
    },
    fail: (id, error) => receive?.({ t: 's', i: id, e: error }),
    close(error) {
      void rpc.$rejectPendingCalls((call) => call.reject(error))
      rpc.$close()
    },
  }
}

function answerFrame(message: Extract<BirpcMessage, { readonly t: 's' }>): AnswerFrame {
  if (message.e !== undefined) return { t: 's', i: message.i, e: errorFrame(message.e) }
  return { t: 's', i: message.i, r: message.r ?? null }
}

function revived(frame: AnswerFrame): object {
  return frame.e === undefined ? frame : { ...frame, e: fromErrorData(frame.e) }
}
