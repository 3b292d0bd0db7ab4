import { type AgendaItem, delayNames, type Snapshot } from '@afterview/core'
import type { HistoryEntry } from '@afterview/engine'
import { toInstant } from '@afterview/time'
import type { ReactNode } from 'react'
import { theirEvents } from '../event-forms.ts'
import { useDates, useLive, usePage } from '../page.tsx'
import { useWords, type Words } from '../words/words.ts'

interface TimelineProps {
  readonly snapshot: Snapshot
  /** What is still open. */
  readonly items: readonly AgendaItem[]
}

/** What happened, oldest first, then now, then what will come. */
export function Timeline({ snapshot, items }: TimelineProps): ReactNode {
  const words = useWords()
  const dates = useDates()
  const { world } = usePage()
  const { applicationId } = snapshot
  const history = useLive(`history ${applicationId}`, ({ engine }) => engine.history(applicationId))
  return (
    <ol className="timeline">
      {history?.map((entry) => (
        <li key={entry.revision} className={`moment moment--${entry.type}`}>
          <time dateTime={whenOf(entry)}>{dates.time(whenOf(entry))}</time>
          <span>{sayEntry(entry, words)}</span>
        </li>
      ))}
      <li className="moment moment--now" aria-current="time">
        <time dateTime={world.clock.now()}>{dates.time(world.clock.now())}</time>
        <span>{words.application.present}</span>
      </li>
      {items.map((item) => (
        <li key={item.id} className="moment moment--ahead">
          <time>{dates.moment(item.due)}</time>
          <span>{words.agenda[item.kind](item.facts)}</span>
        </li>
      ))}
    </ol>
  )
}

/** A beginning is shown as of the interview, whenever it was typed in. */
function whenOf(entry: HistoryEntry): string {
  if (entry.type !== 'began') return entry.at
  const { endsAt } = entry.input.round
  return typeof endsAt === 'string' ? endsAt : toInstant(endsAt)
}

function sayEntry(entry: HistoryEntry, words: Words): string {
  switch (entry.type) {
    case 'began':
      return words.application.began(words.application.round(entry.input.round.number))
    case 'event': {
      const { type } = entry.event
      const subject = theirEvents.has(type) ? words.application.they : words.application.you
      return `${subject} ${words.events[type].label}`
    }
    case 'timer': {
      const name = delayNames.find((delay) => entry.timerId.includes(`after.${delay}.`))
      return name === undefined ? entry.timerId : words.timers[name]
    }
    case 'renewed':
      return words.application.renewed
  }
}
