import ical, {
  ICalAlarmType,
  ICalEventBusyStatus,
  ICalEventClass,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator'
import { createEvents, type DateTime, type EventAttributes } from 'ics'
import type { ReadEvent } from '../test/read-back.ts'

/** Writes one prepared agenda; the texts are made beforehand, unlike those of this package. */
export type Peer = () => string

/** The `ics` package on all events in one call, in the forms that it writes right. */
export function icsPeer(events: readonly ReadEvent[]): Peer {
  const attributes = events.map(icsAttributes)
  return () => {
    const { error, value } = createEvents(attributes, { method: '', productId: 'peer' })
    if (error || !value) throw new Error('ics refused the agenda', { cause: error })
    return value
  }
}

/** The `ical-generator` package on the same events. */
export function icalGeneratorPeer(events: readonly ReadEvent[]): Peer {
  return () => {
    const calendar = ical({ prodId: '-//peer//EN' })
    for (const event of events) calendar.createEvent(generatorEvent(event))
    return calendar.toString()
  }
}

type TimedAttributes = Extract<EventAttributes, { end: DateTime }> & { readonly timestamp: number }

function icsAttributes(event: ReadEvent): TimedAttributes {
  const attributes: TimedAttributes = {
    uid: event.uid,
    timestamp: Date.parse(event.changedAt),
    lastModified: Date.parse(event.changedAt),
    title: event.summary,
    description: event.description,
    url: event.url ?? '',
    categories: [...event.categories],
    sequence: event.sequence,
    status: event.status === 'CANCELLED' ? 'CANCELLED' : 'CONFIRMED',
    busyStatus: 'FREE',
    transp: 'TRANSPARENT',
    classification: 'PRIVATE',
    start: Date.parse(event.start),
    end: Date.parse(event.end),
    startInputType: 'utc',
    startOutputType: 'utc',
    alarms: event.alarms.map((_, index) => ({
      action: 'display',
      description: event.summary,
      trigger: { minutes: 30 * (index + 1), before: true },
    })),
  }
  return event.isWholeDay
    ? { ...attributes, start: triple(event.start), end: triple(event.end) }
    : attributes
}

/** A date: an instant would make it a timed event. */
function triple(date: string): [number, number, number] {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  return [year, month, day]
}

function generatorEvent(event: ReadEvent): Parameters<ReturnType<typeof ical>['createEvent']>[0] {
  return {
    id: event.uid,
    stamp: new Date(event.changedAt),
    lastModified: new Date(event.changedAt),
    summary: event.summary,
    description: event.description,
    url: event.url,
    categories: event.categories.map((name) => ({ name })),
    sequence: event.sequence,
    status: event.status === 'CANCELLED' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    busystatus: ICalEventBusyStatus.FREE,
    transparency: ICalEventTransparency.TRANSPARENT,
    class: ICalEventClass.PRIVATE,
    start: new Date(event.start),
    end: new Date(event.end),
    allDay: event.isWholeDay,
    alarms: event.alarms.map((_, index) => ({
      type: ICalAlarmType.display,
      description: event.summary,
      trigger: 1800 * (index + 1),
    })),
  }
}
