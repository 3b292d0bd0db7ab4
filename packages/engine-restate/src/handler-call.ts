import type { ObjectContext } from '@restatedev/restate-sdk'

/** A handler of a virtual object with what it is to be told. */
export interface HandlerCall {
  readonly service: string
  readonly key: string
  readonly method: string
  readonly parameter: unknown
}

/** How a value is written as JSON; the SDK's own does not fit to exact optional properties. */
interface JsonSerde<Value> {
  readonly contentType: string
  serialize(value: Value): Uint8Array
  deserialize(data: Uint8Array): Value
}

/**
 * Sends a message that Restate keeps until it is handled, and no earlier than after `delay` ms; gives
 * the id of the invocation, which costs a turn of the network when it is awaited.
 */
export function sendTo(
  ctx: ObjectContext,
  call: HandlerCall,
  delay?: number,
): ReturnType<ObjectContext['genericSend']> {
  const wait = delay === undefined ? {} : { delay }
  return ctx.genericSend<unknown>({ ...call, inputSerde: json(), ...wait })
}

/** Takes a delayed send back; one that has begun or ended is left alone. */
export function cancel(ctx: ObjectContext, invocationId: string): void {
  ctx.cancel(invocationId as Parameters<ObjectContext['cancel']>[0])
}

/** Calls a handler and waits for its answer. */
export function askFor<Value>(ctx: ObjectContext, call: HandlerCall): Promise<Value> {
  return ctx.genericCall<unknown, Value>({ ...call, inputSerde: json(), outputSerde: json() })
}

function json<Value>(): JsonSerde<Value> {
  return {
    contentType: 'application/json',
    serialize: (value) => new TextEncoder().encode(JSON.stringify(value)),
    deserialize: (data) => JSON.parse(new TextDecoder().decode(data)) as Value,
  }
}
