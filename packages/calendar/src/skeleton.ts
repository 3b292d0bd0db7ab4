import { createEvents, type EventAttributes } from 'ics'
import { calendarError } from './error-table.ts'

/** What decides which lines a VEVENT has, and the values that `ics` writes into them. */
export interface EventShape {
  readonly isWholeDay: boolean
  readonly isCancelled: boolean
  readonly isBusy: boolean
  readonly classification: Classification
  readonly alarms: number
}

/** The values of CLASS. */
export const classifications = ['PUBLIC', 'PRIVATE', 'CONFIDENTIAL'] as const

/** Who may see an entry in a shared calendar. */
export type Classification = (typeof classifications)[number]

/** A line whose value belongs to one entry. In a VALARM, `alarm` is its place among the alarms. */
export interface Slot {
  readonly name: SlotName
  readonly alarm?: number
}

/** The properties whose lines are filled in for each entry. */
export type SlotName = (typeof slotNames)[number]

/** A VEVENT as `ics` writes it: literal text, and slots in place of the lines that differ. */
export type Skeleton = readonly (string | Slot)[]

const slotNames = [
  'UID',
  'SUMMARY',
  'DTSTAMP',
  'DTSTART',
  'DTEND',
  'SEQUENCE',
  'DESCRIPTION',
  'URL',
  'LOCATION',
  'CATEGORIES',
  'LAST-MODIFIED',
  'TRIGGER',
] as const

/**
 * Lets `ics` write one VEVENT per shape, in one call. It gets fixed values from the part of its
 * input that it writes right: UTC or date triple, no zone, no organizer, no text of anybody's.
 * Everything else about it (unescaped fields, folding by characters, quadratic time in long text)
 * therefore never matters. Throws `skeleton-refused` if `ics` does not write what it is known to.
 */
export function skeletons(shapes: readonly EventShape[]): readonly Skeleton[] {
  if (shapes.length === 0) return []
  const { error, value } = createEvents(shapes.map(attributesOf), { method: '', productId: 'none' })
  const bodies = (value ?? '').match(/BEGIN:VEVENT\r\n[^]*?END:VEVENT\r\n/g) ?? []
  if (error || bodies.length !== shapes.length) throw refused(error ?? 'wrong number of events')
  return bodies.map(skeletonOf)
}

const minuteMs = 60_000

function attributesOf(shape: EventShape): EventAttributes & { timestamp: number } {
  return {
    uid: 'uid',
    // A zero would count as absent.
    timestamp: minuteMs,
    lastModified: minuteMs,
    ...(shape.isWholeDay ? wholeDay : timed),
    title: 'title',
    description: 'description',
    location: 'location',
    url: 'https://url.example',
    categories: ['category'],
    sequence: 0,
    status: shape.isCancelled ? 'CANCELLED' : 'CONFIRMED',
    busyStatus: shape.isBusy ? 'BUSY' : 'FREE',
    transp: shape.isBusy ? 'OPAQUE' : 'TRANSPARENT',
    classification: shape.classification,
    alarms: Array.from({ length: shape.alarms }, () => ({
      action: 'display' as const,
      description: 'description',
      trigger: { minutes: 1, before: true },
    })),
  }
}

const wholeDay: Pick<EventAttributes, 'start'> & { end: [number, number, number] } = {
  start: [1970, 1, 1],
  end: [1970, 1, 2],
}

const timed: Pick<EventAttributes, 'start' | 'startInputType' | 'startOutputType'> & {
  end: number
} = {
  start: minuteMs,
  end: 2 * minuteMs,
  startInputType: 'utc',
  startOutputType: 'utc',
}

function skeletonOf(body: string): Skeleton {
  const parts: (string | Slot)[] = []
  let [literal, alarm] = ['', -1]
  for (const line of body.split('\r\n').slice(0, -1)) {
    if (line === 'BEGIN:VALARM') alarm++
    const name = slotNames.find(
      (each) => line.startsWith(`${each}:`) || line.startsWith(`${each};`),
    )
    if (name === undefined) {
      literal += `${line}\r\n`
    } else {
      parts.push(literal, alarm < 0 ? { name } : { name, alarm })
      literal = ''
    }
  }
  return [...parts, literal].filter((part) => part !== '')
}

function refused(cause: unknown): Error {
  return calendarError('skeleton-refused', { reason: JSON.stringify(cause) })
}
