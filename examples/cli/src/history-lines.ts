import type { HistoryEntry } from '@afterview/engine'
import { sayInstant } from './moments.ts'
import { pad, wrap } from './screen.ts'
import { sayEvent, sayTimer } from './sentences.ts'
import { paint } from './paint.ts'

const WHEN = 24

/** What happened, a line for each entry. */
export function sayHistory(history: readonly HistoryEntry[], zone: string): readonly string[] {
  return history.map((entry) => {
    const when = paint('cyan', pad(`${sayInstant(entry.at, zone)} `, WHEN))
    return `${when}${wrap(sayEntry(entry), WHEN)}`
  })
}

/** The words and names of an event, behind a colon; empty where it has none. */
export function sayDetails(event: object): string {
  const { phrase, interviewerId, topic, reason, nextStep }: Partial<Record<string, unknown>> = {
    ...event,
  }
  const said = typeof phrase === 'string' ? `“${phrase}”` : undefined
  const step = typeof nextStep === 'string' ? `in person: ${nextStep}` : undefined
  const parts = [said, interviewerId, topic, reason, step].filter(
    (part) => typeof part === 'string',
  )
  return parts.length === 0 ? '' : `: ${parts.join(', ')}`
}

function sayEntry(entry: HistoryEntry): string {
  switch (entry.type) {
    case 'began':
      return paint('dim', 'Begun')
    case 'event':
      return `${sayEvent(entry.event.type)}${sayDetails(entry.event)}`
    case 'timer':
      return paint('dim', sayTimer(entry.timerId))
    case 'renewed':
      return paint('dim', 'dates were computed anew')
  }
}
