import { AfterviewError } from '@afterview/time'

/** What a caller can do wrong here: the status that tells it, and the one action that mends it. */
export const faults = {
  'applications-full': { status: 422, fix: 'erase one that is over' },
  'body-malformed': { status: 400, fix: 'send one object, such as {"type": "interview.ended"}' },
  'body-not-json': { status: 415, fix: 'send JSON, with Content-Type: application/json' },
  'body-too-large': { status: 413, fix: 'send less at a time' },
  'draft-no-mail': { status: 409, fix: 'ask for it without .eml' },
  'event-in-future': { status: 422, fix: 'record what has happened, with the instant of it' },
  'if-match-malformed': { status: 400, fix: 'send the ETag as it was given, such as "4"' },
  'input-malformed': { status: 422, fix: 'mend these fields' },
  'rate-exceeded': { status: 429, fix: 'wait as long as Retry-After says, in seconds' },
  'route-unknown': { status: 404, fix: 'use one of the routes of the README' },
  'streams-full': { status: 429, fix: 'close one, or share one among the parts of the program' },
  'subscription-unknown': { status: 404, fix: 'use the id of one that GET /subscriptions shows' },
  'subscriptions-full': { status: 422, fix: 'delete one that is not used' },
  'token-unknown': { status: 401, fix: 'send Authorization: Bearer with the token of the owner' },
  'application-unknown': { status: 404, fix: 'use the id of one that GET /applications shows' },
} as const

/** The error of a fault: what happened, with values. */
export function fault(code: keyof typeof faults, happened: string, details = {}): AfterviewError {
  return new AfterviewError(code, { happened, fix: faults[code].fix, details })
}
