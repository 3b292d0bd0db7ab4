import { IANAZone } from 'luxon'
import { AfterviewError } from './error.ts'
import { checkZoneName } from './zone-name.ts'

/**
 * Checks the name of a time zone and returns it. Takes `UTC` and IANA names `Area/City`, aliases
 * and `Etc/GMT+5` (whose sign is opposite: it is UTC−5) included. Throws `zone-abbreviation`
 * (`CET`, `BST`), `zone-fixed-offset` (`+02:00`) or `zone-unknown`, each with a suggestion.
 */
export function requireZone(name: string): string {
  zoneNamed(name)
  return name
}

/** Whether {@link requireZone} takes the name. */
export function isZone(name: string): boolean {
  try {
    zoneNamed(name)
    return true
  } catch (error) {
    if (error instanceof AfterviewError) return false
    throw error
  }
}

/** Milliseconds that the clocks of `zone` are ahead of UTC at an instant, given in milliseconds since 1970. */
export function zoneOffsetMs(zone: string, ms: number): number {
  // luxon answers in minutes, with a fraction where a zone once had seconds (Monrovia until 1972).
  return Math.round(zoneNamed(zone).offset(ms) * 60_000)
}

/** Valid zones only, so it holds at most the few hundred names that exist. */
const checked = new Map<string, IANAZone>()

function zoneNamed(name: string): IANAZone {
  const known = checked.get(name)
  if (known !== undefined) return known
  checkZoneName(name)
  const zone = IANAZone.create(name)
  checked.set(name, zone)
  return zone
}
