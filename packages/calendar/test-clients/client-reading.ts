import { readEvents } from '../test/read-back.ts'

/** What every client has to find in an event, in one form for all of them. Instants are ISO, UTC. */
export interface ClientEvent {
  readonly uid: string
  readonly summary: string
  readonly description: string
  readonly start: string
  readonly end: string
  readonly sequence: number
  readonly status: string
  readonly categories: readonly string[]
  readonly alarms: readonly string[]
}

/** What ical.js finds, which the unit tests hold against the items themselves. */
export function expectedEvents(text: string): readonly ClientEvent[] {
  const events = readEvents(text).map(
    ({ uid, summary, description, start, end, sequence, status, categories, alarms }) => ({
      uid,
      summary,
      description,
      start,
      end,
      sequence,
      status,
      categories,
      alarms,
    }),
  )
  return inOrder(events)
}

/** Reads what a client printed: one JSON object per line. */
export function printedEvents(output: string): readonly ClientEvent[] {
  const lines = output.split('\n').filter((line) => line !== '')
  return inOrder(lines.map((line) => JSON.parse(line) as ClientEvent))
}

function inOrder(events: readonly ClientEvent[]): readonly ClientEvent[] {
  return events.toSorted((a, b) => (a.uid < b.uid ? -1 : 1))
}
