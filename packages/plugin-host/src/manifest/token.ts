import type { TokenNeed, TokenOffer } from './manifest.ts'
import { isInRange, isRange, isVersion } from './semantic-version.ts'

const TOKEN = /^([A-Za-z][A-Za-z0-9.-]{0,119})(?:@(.+))?$/

/** Reads `acme.calendar@^1`. `undefined` when it is no token with a range. */
export function readTokenNeed(text: string): TokenNeed | undefined {
  const [, token, range = '*'] = TOKEN.exec(text) ?? []
  return token === undefined || !isRange(range) ? undefined : { token, range }
}

/** Reads `acme.calendar@1.2.0`. `undefined` when it is no token with a version. */
export function readTokenOffer(text: string): TokenOffer | undefined {
  const [, token, version = '1.0.0'] = TOKEN.exec(text) ?? []
  return token === undefined || !isVersion(version) ? undefined : { token, version }
}

/** Whether an offer will do for a need, prereleases included. */
export function meetsNeed(offer: TokenOffer, need: TokenNeed): boolean {
  return offer.token === need.token && isInRange(offer.version, need.range)
}
