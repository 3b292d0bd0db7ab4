import { contentLine, textLine, textListLine } from './content-line.ts'
import { formatMinutes } from './duration.ts'
import type { Entry } from './entry.ts'
import type { EntryTime } from './entry-time.ts'
import { cleanLine, cleanText } from './plain-text.ts'
import type { Classification, EventShape, Skeleton, Slot } from './skeleton.ts'
import { dateStamp, localStamp, utcStamp } from './stamp.ts'

/** What a VEVENT has beside its entry. */
export interface EventFrame {
  readonly uid: string
  /** An ORGANIZER line, folded, with CRLF. Only for PUBLISH and CANCEL. */
  readonly organizer?: string
}

/** The shape whose skeleton {@link eventText} fills. */
export function shapeOf(entry: Entry, classification: Classification): EventShape {
  return {
    isWholeDay: entry.time.form === 'day',
    isCancelled: entry.isCancelled,
    isBusy: entry.isBusy,
    classification,
    alarms: entry.alarms.length,
  }
}

/** The VEVENT of an entry, folded, CRLF at the end. */
export function eventText(entry: Entry, frame: EventFrame, skeleton: Skeleton): string {
  const parts = skeleton.map((part) =>
    typeof part === 'string' ? part : slotText(part, entry, frame),
  )
  return parts.join('')
}

function slotText({ name, alarm }: Slot, entry: Entry, frame: EventFrame): string {
  switch (name) {
    case 'UID':
      return contentLine(`UID:${frame.uid}`)
    case 'SUMMARY':
      return summaryLine(entry)
    case 'DTSTAMP':
    case 'LAST-MODIFIED':
      return contentLine(`${name}:${utcStamp(entry.changedMs)}`)
    case 'DTSTART':
      return contentLine(`DTSTART${startValue(entry.time)}`)
    case 'DTEND':
      return contentLine(`DTEND${endValue(entry.time)}`)
    case 'SEQUENCE':
      return contentLine(`SEQUENCE:${entry.sequence}`)
    case 'DESCRIPTION':
      return alarm === undefined ? descriptionLine(entry) : textLine(name, cleanLine(entry.summary))
    case 'URL':
      return urlLine(entry)
    case 'LOCATION':
      return entry.location === undefined ? '' : textLine(name, cleanLine(entry.location))
    case 'CATEGORIES':
      return categoriesLine(entry) + (frame.organizer ?? '')
    case 'TRIGGER':
      return contentLine(`TRIGGER:${formatMinutes(-(entry.alarms[alarm ?? 0] ?? 0))}`)
  }
}

/** SUMMARY, on one line: some clients refuse a title with a line break. */
export function summaryLine({ summary }: Entry): string {
  return textLine('SUMMARY', cleanLine(summary))
}

/** DESCRIPTION, line breaks kept. */
export function descriptionLine({ description }: Entry): string {
  return textLine('DESCRIPTION', cleanText(description))
}

/** URL, or nothing. */
export function urlLine({ url }: Entry): string {
  return url === undefined ? '' : contentLine(`URL:${url}`)
}

/** CATEGORIES, one value each. */
export function categoriesLine({ categories }: Entry): string {
  return textListLine('CATEGORIES', categories.map(cleanLine))
}

function startValue(time: EntryTime): string {
  switch (time.form) {
    case 'utc':
      return `:${utcStamp(time.startMs)}`
    case 'zoned':
      return `;TZID=${time.zone}:${localStamp(time.start)}`
    case 'day':
      return `;VALUE=DATE:${dateStamp(time.date)}`
  }
}

function endValue(time: EntryTime): string {
  switch (time.form) {
    case 'utc':
      return `:${utcStamp(time.endMs)}`
    case 'zoned':
      return `;TZID=${time.zone}:${localStamp(time.end)}`
    case 'day':
      return `;VALUE=DATE:${dateStamp(time.next)}`
  }
}
