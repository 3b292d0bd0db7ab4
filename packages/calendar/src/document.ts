import { contentLine, textLine } from './content-line.ts'
import { type DocumentBody, joinedBytes } from './document-body.ts'
import { formatMinutes } from './duration.ts'
import type { WrittenEntry } from './entry-cache.ts'
import { cleanLine, isBlank } from './plain-text.ts'
import { vtimezone, type YearSpan } from './vtimezone.ts'

/** What a VCALENDAR says about itself. */
export interface DocumentFrame {
  readonly productId: string
  readonly name?: string
  /** Only for files that are sent as messages; downloads and feeds have none. */
  readonly method?: 'PUBLISH' | 'CANCEL'
  /** How often subscribers should ask again. */
  readonly refreshMinutes?: number
  /** Described where there is no entry, since a calendar without any component is not valid. */
  readonly emptyZone: string
}

/** Gives the VTIMEZONE of a zone; remembers what it gave. */
export type ZoneTexts = (zone: string, years: YearSpan) => string

/** A VCALENDAR in its forms, each made when it is asked for. CRLF at the end. */
export interface DocumentContent {
  text(): string
  /** `text` in UTF-8, in memory of its own. */
  bytes(): Uint8Array<ArrayBuffer>
  /** The same bytes in pieces, which other documents share. */
  parts(): readonly Uint8Array[]
}

/** Everything before the entries: what the calendar says about itself, and the zones they need. */
export function documentHead(
  entries: readonly WrittenEntry[],
  frame: DocumentFrame,
  zoneTexts: ZoneTexts,
): string {
  const zones = [...zonesOf(entries, frame)].map(([zone, years]) => zoneTexts(zone, years))
  return [headText(frame), ...zones].join('')
}

/** A VCALENDAR of a head and sorted entries. */
export function documentContent(head: string, body: DocumentBody): DocumentContent {
  const end = contentLine('END:VCALENDAR')
  const parts = (): readonly Uint8Array[] => {
    const encoder = new TextEncoder()
    return [encoder.encode(head), ...body.map((block) => block.bytes()), encoder.encode(end)]
  }
  return {
    text: () => [head, ...body.map((block) => block.text()), end].join(''),
    bytes: () => joinedBytes(parts()),
    parts,
  }
}

/** Zone texts of one calendar object: a zone costs some milliseconds to describe. */
export function createZoneTexts(): ZoneTexts {
  const texts = new Map<string, string>()
  return (zone, years) => {
    const key = `${zone} ${years.from} ${years.until}`
    const text = texts.get(key) ?? vtimezone(zone, years)
    if (texts.size >= mostZoneTexts) texts.clear()
    texts.set(key, text)
    return text
  }
}

const mostZoneTexts = 500

function headText(frame: DocumentFrame): string {
  const { name, method, refreshMinutes } = frame
  return [
    contentLine('BEGIN:VCALENDAR'),
    contentLine('VERSION:2.0'),
    textLine('PRODID', cleanLine(frame.productId)),
    contentLine('CALSCALE:GREGORIAN'),
    method === undefined ? '' : contentLine(`METHOD:${method}`),
    ...(name === undefined || isBlank(name) ? [] : nameLines(cleanLine(name))),
    ...(refreshMinutes === undefined ? [] : refreshLines(formatMinutes(refreshMinutes))),
  ].join('')
}

/** The property of RFC 7986, and the older one that most clients read. */
function nameLines(name: string): readonly string[] {
  return [textLine('NAME', name), textLine('X-WR-CALNAME', name)]
}

function refreshLines(interval: string): readonly string[] {
  return [
    contentLine(`REFRESH-INTERVAL;VALUE=DURATION:${interval}`),
    contentLine(`X-PUBLISHED-TTL:${interval}`),
  ]
}

function zonesOf(
  entries: readonly WrittenEntry[],
  { emptyZone }: DocumentFrame,
): ReadonlyMap<string, YearSpan> {
  if (entries.length === 0) return new Map([[emptyZone, { from: 2026, until: 2026 }]])
  const zones = new Map<string, YearSpan>()
  for (const { zone } of entries) {
    if (zone === undefined) continue
    const known = zones.get(zone.name) ?? zone
    zones.set(zone.name, {
      from: Math.min(known.from, zone.from),
      until: Math.max(known.until, zone.until),
    })
  }
  return zones
}
