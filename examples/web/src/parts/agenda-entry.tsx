import type { AgendaItem } from '@afterview/core'
import { addCalendarDays, localDate, momentEnd, toInstant } from '@afterview/time'
import type { ReactNode } from 'react'
import { useAct, useDates, usePage, useRecord } from '../page.tsx'
import { hrefOf } from '../route.ts'
import { ownZone } from '../settings.ts'
import { settlingEvent } from '../settling-event.ts'
import { useWords } from '../words/words.ts'
import { Why } from './why.tsx'

interface AgendaEntryProps {
  readonly item: AgendaItem
  /** Whether the reader sees already which application it is about. */
  readonly isWithin?: boolean
}

/** One thing to do, or to expect: what, when, why, and what one can do about it here. */
export function AgendaEntry({ item, isWithin = false }: AgendaEntryProps): ReactNode {
  const words = useWords()
  const dates = useDates()
  const { world } = usePage()
  const { applicationId, kind, status, facts, due } = item
  const end = item.window === undefined ? due : item.window.until
  const isSpan = momentEnd(end) !== momentEnd(due)
  return (
    <li className={`item item--${item.holder === 'employer' ? 'theirs' : status}`} data-kind={kind}>
      <div className="item__head">
        <h3 className="item__what">{words.agenda[kind](facts)}</h3>
        <span className={`tag tag--${status}`}>
          {item.holder === 'employer' && status === 'due' ? words.item.awaited : words.item[status]}
        </span>
      </div>
      <p className="item__where">
        {!isWithin && (
          <>
            <a href={hrefOf({ view: 'application', applicationId })}>{facts['company']}</a>
            <span className="quiet"> · {facts['role']}</span>
            <br />
          </>
        )}
        <span className="item__when">
          {isSpan ? dates.range(due, end) : words.item.by(dates.moment(due))}
        </span>
        <span className="quiet"> · {dates.away(due, world.clock.now())}</span>
      </p>
      <div className="item__foot">
        <ItemActions item={item} />
        <Why item={item} />
      </div>
    </li>
  )
}

function ItemActions({ item }: { readonly item: AgendaItem }): ReactNode {
  const words = useWords()
  const { world } = usePage()
  const act = useAct()
  const { applicationId, id } = item
  const record = useRecord(applicationId)
  const settling = settlingEvent(item)
  if (item.holder === 'employer') return null
  const snooze = async (): Promise<void> => {
    const zone = ownZone()
    const day = addCalendarDays(localDate(world.clock.now(), zone), 1)
    const until = toInstant({ local: `${day}T09:00`, zone })
    await record({ type: 'agenda.snoozed', itemId: id, until })
  }
  return (
    <div className="actions">
      {item.kind === 'askTimeframe' ? (
        <a className="button button--main" href={hrefOf({ view: 'closing', applicationId })}>
          {words.item.card}
        </a>
      ) : (
        item.letter !== undefined && (
          <a
            className={item.status === 'upcoming' ? 'button' : 'button button--main'}
            href={hrefOf({ view: 'application', applicationId, item: id })}
          >
            {words.item.write}
          </a>
        )
      )}
      {settling !== undefined && (
        <button
          type="button"
          className="button"
          onClick={() => act(async () => void (await record(settling)))}
        >
          {item.kind === 'confirmSilence' ? words.item.isNo : words.item.settle}
        </button>
      )}
      {settling === undefined && item.letter === undefined && (
        <a className="button" href={hrefOf({ view: 'application', applicationId })}>
          {words.item.look}
        </a>
      )}
      {item.status !== 'upcoming' && (
        <button type="button" className="button button--plain" onClick={() => act(snooze)}>
          {words.item.later}
        </button>
      )}
    </div>
  )
}
