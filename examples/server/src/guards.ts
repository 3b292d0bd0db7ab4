import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { createMiddleware } from 'hono/factory'
import { secureHeaders } from 'hono/secure-headers'
import { rateLimiter } from 'hono-rate-limiter'
import { fault } from './fault.ts'
import type { JobSearch } from './job-search.ts'
import type { Owners } from './owners.ts'
import { digestOf, isSame } from './secret.ts'

/** What a request knows once its owner is known. The routes have no other way to any data. */
export interface OwnerEnv {
  readonly Variables: { readonly search: JobSearch }
}

/** Lets owners in with their token, each to their own job search. */
export function ownersOnly(
  owners: Owners,
  searchOf: (owner: string) => JobSearch,
): MiddlewareHandler<OwnerEnv> {
  return createMiddleware(async (c, next) => {
    const owner = owners.ownerOf(bearer(c))
    if (owner === undefined) throw unknownToken()
    c.set('search', searchOf(owner))
    c.header('Cache-Control', 'no-store')
    await next()
  })
}

/** Lets in who runs the server. */
export function operatorOnly(token: string): MiddlewareHandler {
  const digest = digestOf(token)
  return createMiddleware(async (c, next) => {
    if (!isSame(digestOf(bearer(c)), digest)) throw unknownToken()
    c.header('Cache-Control', 'no-store')
    await next()
  })
}

/** Answers nothing that a browser may run, frame, sniff or hand on. */
export function safeHeaders(): MiddlewareHandler {
  return secureHeaders({
    contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"], sandbox: [] },
    referrerPolicy: 'no-referrer',
    xFrameOptions: 'DENY',
  })
}

/** Refuses bodies of more bytes. */
export function atMost(bytes: number): MiddlewareHandler {
  const onError = (): never => {
    throw fault('body-too-large', `the body has more than ${bytes} bytes`, { bytes })
  }
  return bodyLimit({ maxSize: bytes, onError })
}

/** Refuses more requests of one key in a minute, saying in Retry-After how long to wait. */
export function perMinute<Env extends object>(
  limit: number,
  keyOf: (c: Context<Env>) => string,
): MiddlewareHandler<Env> {
  const handler = (): never => {
    throw fault('rate-exceeded', `there were more than ${limit} requests in a minute`, { limit })
  }
  return rateLimiter<Env>({ windowMs: 60_000, limit, keyGenerator: keyOf, handler })
}

/** Where a request comes from; behind a proxy that is trusted, what the proxy says. */
export function addressOf(c: Context, isProxied = false): string {
  const forwarded = isProxied
    ? c.req.header('X-Forwarded-For')?.split(',').at(-1)?.trim()
    : undefined
  return forwarded ?? getConnInfo(c).remote.address ?? 'unknown'
}

function bearer(c: Context): string {
  return /^Bearer ([\w.-]{1,200})$/i.exec(c.req.header('Authorization') ?? '')?.[1] ?? ''
}

const unknownToken = (): Error => fault('token-unknown', 'no token that is known here was sent')
