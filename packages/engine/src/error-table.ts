import { AfterviewError, type ErrorFacts } from '@afterview/time'

type Facts = Pick<ErrorFacts, 'happened' | 'fix'>

/** Every error that this package throws or reports: what happened, and the one action that mends it. */
const table = {
  'application-unknown': (d: { applicationId: string }): Facts => ({
    happened: `there is no application ${show(d.applicationId)}`,
    fix: 'begin it, or look its id up with list()',
  }),
  'application-exists': (d: { applicationId: string }): Facts => ({
    happened: `application ${show(d.applicationId)} has begun before, with another input`,
    fix: 'begin with an id of its own, or with the same input',
  }),
  'engine-disposed': (d: { method: string }): Facts => ({
    happened: `${d.method}() was called after dispose()`,
    fix: 'make a new engine, or dispose later',
  }),
  'lifecycle-failed': (d: { applicationId: string; during: string; message: string }): Facts => ({
    happened: `application ${show(d.applicationId)} failed ${d.during}: ${d.message}`,
    fix: 'look at the cause, then try it again with retry()',
  }),
  'snapshot-unreadable': (d: { applicationId: string; message: string }): Facts => ({
    happened: `the stored snapshot of application ${show(d.applicationId)} cannot be read: ${d.message}`,
    fix: 'run the version that wrote it, or erase the application',
  }),
  'lifecycle-runaway': (d: { applicationId: string; fired: number }): Facts => ({
    happened: `application ${show(d.applicationId)} fired ${d.fired} timers in one go and has yet another due`,
    fix: 'mend the machine so that a fired timer does not arm another in the past',
  }),
  'timer-kept': (d: { applicationId: string; timerId: string; generation: number }): Facts => ({
    happened: `application ${show(d.applicationId)} still has timer ${show(d.timerId)} of generation ${d.generation} after it fired`,
    fix: 'give the engine a lifecycle whose wake() removes the timer that it fires',
  }),
  'store-contended': (d: { applicationId: string; tries: number }): Facts => ({
    happened: `application ${show(d.applicationId)} was changed by others in each of ${d.tries} tries to write`,
    fix: 'send the events of one application through one process',
  }),
  'write-refused': (d: { applicationId: string; message: string }): Facts => ({
    happened: `the store cannot hold what became of application ${show(d.applicationId)}: ${d.message}`,
    fix: 'look at the cause, then try it again with retry()',
  }),
  'effect-dead': (d: { key: string; attempts: number; message: string }): Facts => ({
    happened: `effect ${show(d.key)} was given up after ${d.attempts} attempts: ${d.message}`,
    fix: 'mend the handler, then call redeliver() with the key',
  }),
  'effect-timeout': (d: { key: string; handler: string; timeout: number }): Facts => ({
    happened: `handler ${show(d.handler)} took longer than ${d.timeout} ms for effect ${show(d.key)}`,
    fix: 'do the slow part elsewhere, or raise the timeout of the delivery policy',
  }),
  'handler-exists': (d: { name: string }): Facts => ({
    happened: `there is a handler of effects called ${show(d.name)} already`,
    fix: 'dispose it first, or choose another name',
  }),
  'listener-failed': (d: { applicationId: string; message: string }): Facts => ({
    happened: `a subscriber threw at a change of application ${show(d.applicationId)}: ${d.message}`,
    fix: 'catch the error in the subscriber',
  }),
  'store-failed': (d: { during: string; message: string }): Facts => ({
    happened: `the store failed while ${d.during}: ${d.message}`,
    fix: 'look at the cause; it is tried again within a minute',
  }),
  'number-out-of-range': (d: {
    name: string
    value: unknown
    from: number
    to: number
  }): Facts => ({
    happened: `${d.name} is ${show(d.value)}`,
    fix: `give a whole number from ${d.from} to ${d.to}`,
  }),
  'key-malformed': (d: { key: unknown }): Facts => ({
    happened: `the idempotency key is ${show(d.key)}`,
    fix: 'give a text of 1 to 200 characters',
  }),
  'conformance-failed': (d: { what: string; actual: unknown; expected: unknown }): Facts => ({
    happened: `${d.what} should be ${show(d.expected)}, but is ${show(d.actual)}`,
    fix: 'make the engine keep the rule that the test names',
  }),
} as const

type Table = typeof table

/** Codes of the errors that this package throws or reports. */
export type EngineErrorCode = keyof Table

/** The error of `code` with its values, ready to be thrown. */
export function engineError<Code extends EngineErrorCode>(
  code: Code,
  details: Parameters<Table[Code]>[0],
  cause?: unknown,
): AfterviewError {
  const describe = table[code] as (details: Parameters<Table[Code]>[0]) => Facts
  return new AfterviewError(code, { ...describe(details), details, cause })
}

/**
 * For stores: what `commit` rejects with when one write can never be stored, whatever the state of
 * the store. The engine sets its lifecycle aside and goes on with the others.
 */
export function writeRefused(applicationId: string, cause: unknown): AfterviewError {
  return engineError('write-refused', { applicationId, message: messageOf(cause) }, cause)
}

/** The message of anything that was thrown. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown)
}

function show(value: unknown): string {
  return JSON.stringify(value) ?? String(value)
}
