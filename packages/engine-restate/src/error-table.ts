import { AfterviewError, type ErrorFacts } from '@afterview/time'

type Facts = Pick<ErrorFacts, 'happened' | 'fix'>

/** Every error of this package: what happened, and the one action that mends it. */
const table = {
  'restate-unreachable': (d: { url: string; message: string }): Facts => ({
    happened: `Restate cannot be reached at ${d.url}: ${d.message}`,
    fix: 'check the address and that the server runs; then send it again, with the same key',
  }),
  'restate-late': (d: { url: string; timeout: number }): Facts => ({
    happened: `Restate has not answered ${d.url} within ${d.timeout} ms; what was sent may still be taken`,
    fix: 'check that a release is being served; then send it again, with the same key',
  }),
  'restate-refused': (d: { url: string; status: number; message: string }): Facts => ({
    happened: `Restate refused ${d.url} with status ${d.status}: ${d.message}`,
    fix: 'look at the message, and at the log of the server',
  }),
  'service-missing': (d: { service: string }): Facts => ({
    happened: `Restate knows no service ${d.service}`,
    fix: 'serve a release first, and register its address',
  }),
  'answer-foreign': (d: { url: string; text: string }): Facts => ({
    happened: `${d.url} answered with something else than this package does: ${d.text}`,
    fix: 'check the address and the namespace',
  }),
  'address-malformed': (d: { name: string; value: unknown }): Facts => ({
    happened: `${d.name} is ${JSON.stringify(d.value)}, which is no http address`,
    fix: 'give it as http://host:port',
  }),
  'namespace-malformed': (d: { namespace: unknown }): Facts => ({
    happened: `the namespace is ${JSON.stringify(d.namespace)}`,
    fix: 'give 1 to 60 letters, digits, - or _, the first a letter',
  }),
  'release-malformed': (d: { release: unknown }): Facts => ({
    happened: `the release is ${JSON.stringify(d.release)}`,
    fix: 'give 1 to 100 letters, digits, -, _ or dots, such as the id of a commit',
  }),
  'port-taken': (d: { host: string; port: number; message: string }): Facts => ({
    happened: `the release cannot be served at ${d.host}:${d.port}: ${d.message}`,
    fix: 'choose a free port',
  }),
  'registration-failed': (d: { address: string; message: string }): Facts => ({
    happened: `Restate did not take the release at ${d.address}: ${d.message}`,
    fix: 'make sure that the server can reach this address',
  }),
  'invocation-failed': (d: { invocationId: string; target: string; message: string }): Facts => ({
    happened: `invocation ${d.invocationId} of ${d.target} failed, and will be tried again: ${d.message}`,
    fix: 'look at the cause; if the code of the release has changed, serve it under another release',
  }),
  'effects-elsewhere': (d: { name: string }): Facts => ({
    happened: `the effect handler ${JSON.stringify(d.name)} was registered with an engine that serves no release`,
    fix: 'give the engine the option serve, or register the handler in the process that serves',
  }),
} as const

type Table = typeof table

/** Codes of the errors of this package. */
export type RestateErrorCode = keyof Table

/** The error of `code` with its values, ready to be thrown. */
export function restateError<Code extends RestateErrorCode>(
  code: Code,
  details: Parameters<Table[Code]>[0],
  cause?: unknown,
): AfterviewError {
  const describe = table[code] as (details: Parameters<Table[Code]>[0]) => Facts
  return new AfterviewError(code, { ...describe(details), details, cause })
}
