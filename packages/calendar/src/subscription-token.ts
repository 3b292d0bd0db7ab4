import { calendarError } from './error-table.ts'
import { sha256 } from './sha256.ts'

/** What opens a feed. Give `token` to the person, keep `digest`. */
export interface SubscriptionToken {
  /** 43 characters of `A–Z a–z 0–9 - _`: 256 random bits. */
  readonly token: string
  /** SHA-256 of the token, hexadecimal: enough to recognise it, useless to open the feed. */
  readonly digest: string
}

/**
 * Makes the token of a subscription from 32 random bytes: the ones passed, or the platform's
 * (`crypto.getRandomValues`). Throws `token-bytes-wrong`.
 */
export function createSubscriptionToken(
  random: Uint8Array = crypto.getRandomValues(new Uint8Array(tokenBytes)),
): SubscriptionToken {
  if (random.length !== tokenBytes) {
    throw calendarError('token-bytes-wrong', { given: random.length, wanted: tokenBytes })
  }
  const token = base64Url(random)
  return { token, digest: tokenDigest(token) }
}

/** The digest under which a token is kept: SHA-256, hexadecimal. */
export function tokenDigest(token: string): string {
  return sha256(token)
}

/** Whether two digests are the same, in a time that does not tell where they differ. */
export function isSameDigest(a: string, b: string): boolean {
  let difference = a.length ^ b.length
  for (let index = 0; index < a.length; index++) {
    difference |= a.charCodeAt(index) ^ b.charCodeAt(index % Math.max(b.length, 1))
  }
  return difference === 0
}

const tokenBytes = 32

function base64Url(bytes: Uint8Array): string {
  const text = btoa(String.fromCharCode(...bytes))
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}
