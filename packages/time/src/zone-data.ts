import { isZone, zoneOffsetMs } from './zone.ts'

/**
 * The newest release of the IANA time zone data that the runtime is known to hold at least, such
 * as `2026c`: found by asking for one fact that each release introduced, since a browser does not
 * tell. Later releases that this package does not know yet, or that changed nothing after 1970,
 * read as the last one it knows; anything before 2024a reads as `2023`. Compare as text.
 *
 * For diagnostics and tests. Nothing depends on it: keep wall times with their zone, and newer
 * data heals them on reading.
 */
export function zoneDataVersion(): string {
  return landmarks.find(isKept)?.release ?? '2023'
}

interface Landmark {
  readonly release: string
  readonly zone: string
  readonly at: string
  /** Offset from UTC in hours that this release introduced for that instant. */
  readonly hours: number
}

/** From the NEWS file of the time zone database, newest first. */
const landmarks: readonly Landmark[] = [
  // Cuba does not fall back on 2026-11-01.
  { release: '2026f', zone: 'America/Havana', at: '2026-12-01T12:00:00Z', hours: -4 },
  // Manitoba moves to permanent -05.
  { release: '2026e', zone: 'America/Winnipeg', at: '2026-12-01T12:00:00Z', hours: -5 },
  // Northwest Territories: permanent -06.
  { release: '2026d', zone: 'America/Inuvik', at: '2026-12-01T12:00:00Z', hours: -6 },
  // Alberta: permanent -06.
  { release: '2026c', zone: 'America/Edmonton', at: '2026-12-01T12:00:00Z', hours: -6 },
  // British Columbia: permanent -07.
  { release: '2026b', zone: 'America/Vancouver', at: '2026-12-01T12:00:00Z', hours: -7 },
  // Moldova changes its clocks at the same instant as the European Union, an hour later than thought.
  { release: '2026a', zone: 'Europe/Chisinau', at: '2025-03-30T00:30:00Z', hours: 2 },
  // Baja California had daylight saving time until 1975.
  { release: '2025c', zone: 'America/Tijuana', at: '1973-07-01T12:00:00Z', hours: -7 },
  // Chile's Aysén Region gets its own zone.
  { release: '2025b', zone: 'America/Coyhaique', at: '2025-07-01T12:00:00Z', hours: -3 },
  // Paraguay: permanent -03.
  { release: '2025a', zone: 'America/Asuncion', at: '2025-07-01T12:00:00Z', hours: -3 },
  // Kazakhstan unites on +05.
  { release: '2024a', zone: 'Asia/Almaty', at: '2024-07-01T12:00:00Z', hours: 5 },
]

function isKept({ zone, at, hours }: Landmark): boolean {
  return isZone(zone) && zoneOffsetMs(zone, Date.parse(at)) === hours * 3_600_000
}
