import type { ErrorData } from '../error-data.ts'
import type { JsonValue } from '../json-value.ts'
import { readErrorData } from './error-frame.ts'

/** A call, or without `i` an announcement that nobody answers. The shape is birpc's. */
export interface RequestFrame {
  readonly t: 'q'
  readonly m: string
  readonly a: readonly JsonValue[]
  readonly i?: string
  /** The caller wants an {@link AckFrame}. */
  readonly w?: true
}

/** The answer to a call: a result or an error. The shape is birpc's. */
export interface AnswerFrame {
  readonly t: 's'
  readonly i: string
  readonly r?: JsonValue
  readonly e?: ErrorData
}

/** The synchronous part of a call is over: the other side is alive. */
interface AckFrame {
  readonly t: 'a'
  readonly i: string
}

/** Nobody waits for the answer any more. */
interface CancelFrame {
  readonly t: 'x'
  readonly i: string
}

/** So many messages were taken. */
interface CreditFrame {
  readonly t: 'c'
  readonly n: number
}

/** A question for a sign of life, and its answer. */
interface PulseFrame {
  readonly t: 'ping' | 'pong'
  readonly n: number
}

/** Frames that cost credit. */
export type MessageFrame = RequestFrame | AnswerFrame

/** Everything that goes over a port. Survives both JSON and structured cloning. */
export type Frame = MessageFrame | AckFrame | CancelFrame | CreditFrame | PulseFrame

const LONGEST_NAME = 200

/** Reads what came over a port. `undefined`: it is no frame. The payload itself is not looked at. */
export function readFrame(message: unknown): Frame | undefined {
  if (!isRecord(message)) return undefined
  switch (message['t']) {
    case 'q':
      return readRequest(message)
    case 's':
      return readAnswer(message)
    case 'a':
    case 'x':
      return isName(message['i']) ? { t: message['t'], i: message['i'] } : undefined
    case 'c':
    case 'ping':
    case 'pong':
      return isCount(message['n']) ? { t: message['t'], n: message['n'] } : undefined
    default:
      return undefined
  }
}

function readRequest(message: Readonly<Record<string, unknown>>): RequestFrame | undefined {
  const { m, a, i, w } = message
  if (!isName(m) || !isSingle(a) || !(i === undefined || isName(i))) return undefined
  return { t: 'q', m, a, ...(i === undefined ? {} : { i }), ...(w === true ? { w } : {}) }
}

function readAnswer(message: Readonly<Record<string, unknown>>): AnswerFrame | undefined {
  const { i, r, e } = message
  if (!isName(i)) return undefined
  if (e !== undefined) return { t: 's', i, e: readErrorData(e) }
  return { t: 's', i, r: (r ?? null) as JsonValue }
}

function isSingle(value: unknown): value is readonly JsonValue[] {
  return Array.isArray(value) && value.length === 1
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value.length <= LONGEST_NAME
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
