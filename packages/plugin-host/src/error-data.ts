import { AfterviewError, isAfterviewError } from '@afterview/time'
import type { JsonObject } from './json-value.ts'

/** An error as JSON data, so that it can cross a boundary or stand in a report. */
export type ErrorData = {
  readonly name: string
  readonly message: string
  /** The kebab-case code of an {@link AfterviewError}, where it was one. */
  readonly code?: string
  readonly fix?: string
  readonly details?: JsonObject
  readonly stack?: string
  readonly cause?: ErrorData
}

const DEEPEST_CAUSE = 8

/** Turns anything thrown into data. Never throws, whatever it is given; at most 8 causes deep. */
export function toErrorData(thrown: unknown): ErrorData {
  return encode(thrown, 0)
}

/** Turns data back into an error; one with a `code` becomes an {@link AfterviewError}. */
export function fromErrorData(data: ErrorData): Error {
  const cause = data.cause === undefined ? undefined : fromErrorData(data.cause)
  const error =
    data.code === undefined
      ? new Error(data.message, { cause })
      : codedError(data, data.code, cause)
  error.message = data.message
  error.name = data.name
  if (data.stack !== undefined) error.stack = data.stack
  return error
}

function codedError(data: ErrorData, code: string, cause: Error | undefined): Error {
  return new AfterviewError(code, {
    happened: data.message,
    fix: data.fix ?? 'see the message',
    details: data.details ?? {},
    cause,
  })
}

function encode(thrown: unknown, depth: number): ErrorData {
  try {
    return thrown instanceof Error || isAfterviewError(thrown)
      ? encodeError(thrown, depth)
      : { name: 'Error', message: `A value that is no error was thrown: ${describe(thrown)}` }
  } catch {
    return { name: 'Error', message: 'An error that cannot be read was thrown' }
  }
}

function encodeError(error: Error, depth: number): ErrorData {
  return {
    name: asText(error.name),
    message: asText(error.message),
    ...(isAfterviewError(error) ? codedFields(error) : {}),
    ...(typeof error.stack === 'string' ? { stack: error.stack } : {}),
    ...(error.cause === undefined || depth >= DEEPEST_CAUSE
      ? {}
      : { cause: encode(error.cause, depth + 1) }),
  }
}

function codedFields(error: AfterviewError): Pick<ErrorData, 'code' | 'fix' | 'details'> {
  const details: JsonObject = JSON.parse(JSON.stringify(error.details))
  return { code: error.code, fix: error.fix, details }
}

/** A thrown error may carry anything under these names, whatever its type says. */
function asText(value: unknown): string {
  return typeof value === 'string' ? value : describe(value)
}

function describe(value: unknown): string {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value)
}
