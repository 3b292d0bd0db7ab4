import { isAfterviewError } from '@afterview/time'
import type { Recorded } from 'afterview'
import type { Context } from 'hono'
import type { ContentfulStatusCode as Status } from 'hono/utils/http-status'
import { faults } from './fault.ts'

/** Statuses of the library's errors, beside those of a value that cannot be read. */
const statuses: Readonly<Record<string, Status>> = {
  'application-exists': 409,
  'event-not-possible': 409,
  'event-out-of-order': 409,
  'item-unknown': 404,
  'key-malformed': 400,
  'revision-conflict': 412,
  'database-busy': 503,
  'engine-disposed': 503,
  'store-contended': 503,
  'store-failed': 503,
  'disk-full': 507,
  'restate-late': 503,
  'restate-refused': 503,
  'restate-unreachable': 503,
}

/** Errors of the library about a value that was sent; every other one is the server's own trouble. */
const aboutValues =
  /^(?:character|date|event|facts|instant|interviewer|local|locale|mail-address|reading|start-input|subject|wall-time|zone)-/

/** Answers an error as problem details (RFC 9457). What is not the caller's doing is reported, and not told. */
export function problemFor(
  c: Context,
  thrown: unknown,
  report: (error: unknown) => void,
): Response {
  const { code, fix, details, message } = isAfterviewError(thrown) ? thrown : internal
  const status = statusOf(code)
  if (status >= 500) {
    report(thrown)
    if (status === 503) c.header('Retry-After', '5')
    return problem(c, status, code, { detail: 'Something failed here, and was reported.' })
  }
  if (status === 401) c.header('WWW-Authenticate', 'Bearer')
  return problem(c, status, code, { ...details, detail: message.slice(`${code}: `.length), fix })
}

const internal = { code: 'internal', fix: '', details: {}, message: '' }

/** Answers a refused event: nothing was written, and this is what is possible instead. */
export function refusalFor(c: Context, refused: Extract<Recorded, { accepted: false }>): Response {
  const { reason, accepted: _, ...more } = refused
  const { code, message, ...where } = reason
  const detail = `${message}. Fix: ${reason.fix}.`
  return problem(c, statusOf(code), code, { ...more, ...where, detail })
}

function statusOf(code: string): Status {
  const own = Object.hasOwn(faults, code) ? faults[code as keyof typeof faults].status : undefined
  const known = Object.hasOwn(statuses, code) ? statuses[code] : undefined
  return own ?? known ?? (aboutValues.test(code) ? 422 : 500)
}

function problem(c: Context, status: Status, code: string, more: object): Response {
  const title = `${code.charAt(0).toUpperCase()}${code.slice(1).replaceAll('-', ' ')}`
  const body = { ...more, type: `urn:afterview:problem:${code}`, title, status, code }
  return c.json(body, status, { 'Content-Type': 'application/problem+json' })
}
