import ICAL from 'ical.js'

/** What an independent parser finds in one VEVENT. Instants are ISO, UTC. */
export interface ReadEvent {
  readonly uid: string
  readonly summary: string
  readonly description: string
  readonly location: string | null
  readonly url: string | null
  readonly sequence: number
  readonly status: string
  readonly start: string
  readonly end: string
  readonly isWholeDay: boolean
  readonly zone: string | null
  readonly changedAt: string
  readonly categories: readonly string[]
  readonly alarms: readonly string[]
  readonly triggers: readonly string[]
  readonly properties: readonly string[]
}

/** Every VEVENT of a document, as ical.js reads it with the document's own zones. */
export function readEvents(text: string): readonly ReadEvent[] {
  const root = readRoot(text)
  for (const zone of root.getAllSubcomponents('vtimezone')) {
    const tzid = String(zone.getFirstPropertyValue('tzid'))
    ICAL.TimezoneService.remove(tzid)
    ICAL.TimezoneService.register(new ICAL.Timezone({ component: zone, tzid }))
  }
  return root.getAllSubcomponents('vevent').map(readEvent)
}

/** The one VEVENT of a document. */
export function readEventOf(text: string): ReadEvent {
  const [event, ...others] = readEvents(text)
  if (event === undefined || others.length > 0)
    throw new Error(`${others.length + 1} events in ${text}`)
  return event
}

/** The VCALENDAR itself. */
export function readRoot(text: string): ICAL.Component {
  return new ICAL.Component(ICAL.parse(text))
}

function readEvent(component: ICAL.Component): ReadEvent {
  const event = new ICAL.Event(component)
  const alarms = component.getAllSubcomponents('valarm')
  const triggers = alarms.map((alarm) => alarm.getFirstPropertyValue('trigger') as ICAL.Duration)
  return {
    uid: event.uid,
    summary: event.summary,
    description: event.description,
    location: event.location,
    url: textOf(component, 'url'),
    sequence: event.sequence,
    status: String(textOf(component, 'status')),
    start: instantOf(event.startDate),
    end: instantOf(event.endDate),
    isWholeDay: event.startDate.isDate,
    zone: component.getFirstProperty('dtstart')?.getFirstParameter('tzid') ?? null,
    changedAt: instantOf(component.getFirstPropertyValue('dtstamp') as ICAL.Time),
    categories: component.getFirstProperty('categories')?.getValues().map(String) ?? [],
    alarms: triggers.map((trigger) => alarmInstant(event.startDate, trigger)),
    triggers: triggers.map(String),
    properties: component.getAllProperties().map(({ name }) => name),
  }
}

function textOf(component: ICAL.Component, name: string): string | null {
  const value = component.getFirstPropertyValue(name)
  return value === null ? null : String(value)
}

function alarmInstant(start: ICAL.Time, trigger: ICAL.Duration): string {
  return (
    new Date((start.toUnixTime() + trigger.toSeconds()) * 1000).toISOString().slice(0, 19) + 'Z'
  )
}

function instantOf(time: ICAL.Time): string {
  if (time.isDate) return time.toString()
  return new Date(time.toUnixTime() * 1000).toISOString().slice(0, 19) + 'Z'
}
