import { contentLine, textLine } from './content-line.ts'
import { formatMinutes } from './duration.ts'
import type { Entry } from './entry.ts'
import type { EntryTime } from './entry-time.ts'
import { categoriesLine, descriptionLine, summaryLine, urlLine } from './event-text.ts'
import { cleanLine } from './plain-text.ts'
import type { Classification } from './skeleton.ts'
import { dateStamp, utcStamp } from './stamp.ts'

/** The VTODO of an entry, folded, CRLF at the end. Its due time is where the event would start. */
export function todoText(entry: Entry, uid: string, classification: Classification): string {
  const stamp = utcStamp(entry.changedMs)
  return [
    contentLine('BEGIN:VTODO'),
    contentLine(`UID:${uid}`),
    contentLine(`DTSTAMP:${stamp}`),
    summaryLine(entry),
    contentLine(`DUE${dueValue(entry.time)}`),
    contentLine(`SEQUENCE:${entry.sequence}`),
    descriptionLine(entry),
    urlLine(entry),
    contentLine(`STATUS:${statusOf(entry)}`),
    entry.isDone ? contentLine(`COMPLETED:${stamp}`) + contentLine('PERCENT-COMPLETE:100') : '',
    categoriesLine(entry),
    contentLine(`CLASS:${classification}`),
    contentLine(`LAST-MODIFIED:${stamp}`),
    ...entry.alarms.map((minutes) => alarmText(minutes, entry)),
    contentLine('END:VTODO'),
  ].join('')
}

function dueValue(time: EntryTime): string {
  return time.form === 'day' ? `;VALUE=DATE:${dateStamp(time.date)}` : `:${utcStamp(time.startMs)}`
}

function statusOf({ isDone, isCancelled }: Entry): string {
  if (isDone) return 'COMPLETED'
  return isCancelled ? 'CANCELLED' : 'NEEDS-ACTION'
}

/** Counted from the due time, as there is no start. */
function alarmText(minutes: number, entry: Entry): string {
  return [
    contentLine('BEGIN:VALARM'),
    contentLine('ACTION:DISPLAY'),
    textLine('DESCRIPTION', cleanLine(entry.summary)),
    contentLine(`TRIGGER;RELATED=END:${formatMinutes(-minutes)}`),
    contentLine('END:VALARM'),
  ].join('')
}
