import { contextOf, type EventType, type Snapshot } from '@afterview/core'
import { type ReactNode, useState } from 'react'
import { itemEvents, rareEvents, theirEvents } from '../event-forms.ts'
import { usePage } from '../page.tsx'
import { useWords } from '../words/words.ts'
import { EventDialog } from './event-dialog.tsx'

/** Everything that can happen now, as buttons that say what they mean. */
export function EventButtons({ snapshot }: { readonly snapshot: Snapshot }): ReactNode {
  const words = useWords()
  const [asked, setAsked] = useState<EventType>()
  const { world } = usePage()
  const events = world.possible(snapshot).filter((type) => !itemEvents.has(type))
  const isHeld = contextOf(snapshot).wait.heldAt !== null
  const isRare = (type: EventType): boolean =>
    rareEvents.has(type) || (type === 'employer.resumed' && !isHeld)
  const usual = events.filter((type) => !isRare(type))
  const rare = events.filter(isRare)
  return (
    <>
      <EventList
        title={words.application.they}
        types={usual.filter((type) => theirEvents.has(type))}
        onAsk={setAsked}
      />
      <EventList
        title={words.application.you}
        types={usual.filter((type) => !theirEvents.has(type))}
        onAsk={setAsked}
      />
      {rare.length > 0 && (
        <details className="rare">
          <summary>{words.application.more}</summary>
          <EventList types={rare} onAsk={setAsked} />
        </details>
      )}
      {asked !== undefined && (
        <EventDialog snapshot={snapshot} type={asked} onClose={() => setAsked(undefined)} />
      )}
    </>
  )
}

function EventList(props: {
  readonly title?: string
  readonly types: readonly EventType[]
  readonly onAsk: (type: EventType) => void
}): ReactNode {
  const { title, types, onAsk } = props
  const words = useWords()
  if (types.length === 0) return null
  return (
    <div className="events">
      {title !== undefined && <h3 className="events__who">{title} …</h3>}
      <ul>
        {types.map((type) => (
          <li key={type}>
            <button type="button" className="event" data-event={type} onClick={() => onAsk(type)}>
              <span className="event__label">{words.events[type].label}</span>
              <span className="event__hint">{words.events[type].hint}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
