import { AfterviewError, isAfterviewError } from '@afterview/time'
import { engineError, messageOf } from '@afterview/engine/host'

/** What a handler answers: errors are values, since Restate would try a handler that throws again. */
export type Answer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: SentError }

/** An error on its way. */
export interface SentError {
  readonly code: string
  readonly happened: string
  readonly fix: string
  readonly details: Readonly<Record<string, unknown>>
}

/** Anything that the core or the engine threw, as an answer. A foreign error becomes `lifecycle-failed`. */
export function refusal(applicationId: string, thrown: unknown): Answer<never> {
  const message = messageOf(thrown)
  const error = isAfterviewError(thrown)
    ? thrown
    : engineError('lifecycle-failed', { applicationId, during: 'to be changed', message }, thrown)
  const { code, fix, details } = error
  return { ok: false, error: { code, happened: happenedOf(error), fix, details } }
}

/** The value of an answer; throws the error of a refusal. */
export function valueOf<Value>(answer: Answer<Value>): Value {
  if (answer.ok) return answer.value
  const { code, happened, fix, details } = answer.error
  throw new AfterviewError(code, { happened, fix, details })
}

/** The middle of the message, which `AfterviewError` puts between its code and its fix. */
function happenedOf({ code, message, fix }: AfterviewError): string {
  return message.slice(code.length + 2, -`. Fix: ${fix}.`.length)
}
