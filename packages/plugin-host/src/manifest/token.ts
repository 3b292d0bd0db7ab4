import { satisfies, valid, validRange } from 'semver'
import type { TokenNeed, TokenOffer } from './manifest.ts'

const TOKEN = /^([A-Za-z][A-Za-z0-9.-]{0,119})(?:@(.+))?$/

/** Reads `acme.calendar@^1`. `undefined` when it is no token with a range. */
export function readTokenNeed(text: string): TokenNeed | undefined {
  const [, token, range = '*'] = TOKEN.exec(text) ?? []
  return token === undefined || validRange(range) === null ? undefined : { token, range }
}

/** Reads `acme.calendar@1.2.0`. `undefined` when it is no token with a version. */
export function readTokenOffer(text: string): TokenOffer | undefined {
  const [, token, version = '1.0.0'] = TOKEN.exec(text) ?? []
  return token === undefined || valid(version) === null ? undefined : { token, version }
}

/** Whether an offer will do for a need, prereleases included. */
export function meetsNeed(offer: TokenOffer, need: TokenNeed): boolean {
  return (
    offer.token === need.token && satisfies(offer.version, need.range, { includePrerelease: true })
  )
}
