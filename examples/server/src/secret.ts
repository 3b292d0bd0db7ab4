import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** 256 random bits as 43 characters that need no escaping. */
export function randomToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What is kept of a secret. A random secret of 256 bits needs no slow hash. */
export function digestOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

/** Whether two digests are the same, in constant time. */
export function isSame(a: string, b: string): boolean {
  return timingSafeEqual(Buffer.from(a, 'hex'), Buffer.from(b, 'hex'))
}
