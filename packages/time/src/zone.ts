import { IANAZone } from 'luxon'
import { AfterviewError } from './error.ts'
import { checkZoneName } from './zone-name.ts'

/**
 * Checks the name of a time zone and returns it. Takes `UTC` and IANA names `Area/City`, aliases
 * and `Etc/GMT+5` (whose sign is opposite: it is UTC−5) included. Throws `zone-abbreviation`
 * (`CET`, `BST`), `zone-fixed-offset` (`+02:00`) or `zone-unknown`, each with a suggestion.
 */
export function requireZone(name: string): string {
  clockNamed(name)
  return name
}

/** Whether {@link requireZone} takes the name. */
export function isZone(name: string): boolean {
  try {
    clockNamed(name)
    return true
  } catch (error) {
    if (error instanceof AfterviewError) return false
    throw error
  }
}

/**
 * Milliseconds that the clocks of `zone` are ahead of UTC at an instant, given in milliseconds
 * since 1970. Remembers samples: luxon keeps one formatter per zone but formats for every answer.
 */
export function zoneOffsetMs(zone: string, ms: number): number {
  const clock = clockNamed(zone)
  const index = Math.floor(ms / sampleMs)
  const start = sampledOffset(clock, index)
  return start === sampledOffset(clock, index + 1) ? start : askOffset(clock, ms)
}

interface Clock {
  readonly zone: IANAZone
  /** Offsets at multiples of {@link sampleMs}. */
  readonly samples: Map<number, number>
}

/**
 * Four days. Where both ends of a stretch have one offset, so has all of it: since 1970 no zone
 * changed its clocks twice in less than 6.9 days (shortest: Brazil 2000, Gaza to come; tzdata 2026f).
 */
const sampleMs = 4 * 86_400_000

/** Some forty years of one zone. */
const mostSamples = 4096

/** Valid zones only, so it holds at most the few hundred names that exist. */
const clocks = new Map<string, Clock>()

function clockNamed(name: string): Clock {
  const known = clocks.get(name)
  if (known !== undefined) return known
  checkZoneName(name)
  const clock = { zone: IANAZone.create(name), samples: new Map<number, number>() }
  clocks.set(name, clock)
  return clock
}

function sampledOffset(clock: Clock, index: number): number {
  const known = clock.samples.get(index)
  if (known !== undefined) return known
  const offset = askOffset(clock, index * sampleMs)
  if (clock.samples.size >= mostSamples) clock.samples.clear()
  clock.samples.set(index, offset)
  return offset
}

function askOffset({ zone }: Clock, ms: number): number {
  // luxon answers in minutes, with a fraction where a zone once had seconds (Monrovia until 1972).
  return Math.round(zone.offset(ms) * 60_000)
}
