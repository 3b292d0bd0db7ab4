import { contextOf, placeOf, presentRound, type Snapshot } from '@afterview/core'
import { type ReactNode, useState } from 'react'
import { AgendaEntry } from '../parts/agenda-entry.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { EventButtons } from '../parts/event-buttons.tsx'
import { LetterDesk } from '../parts/letter-desk.tsx'
import { ProposalList } from '../parts/proposal-list.tsx'
import { ReplyReader } from '../parts/reply-reader.tsx'
import { Statechart } from '../parts/statechart.tsx'
import { Timeline } from '../parts/timeline.tsx'
import { download } from '../download.ts'
import { Title, useAct, useLive, usePage } from '../page.tsx'
import { goTo, hrefOf } from '../route.ts'
import { sayPlace } from '../say-place.ts'
import { useWords } from '../words/words.ts'

interface ApplicationProps {
  readonly applicationId: string
  /** The agenda item whose letter is open. */
  readonly itemId: string | undefined
}

/** Everything about one application. */
export function Application({ applicationId, itemId }: ApplicationProps): ReactNode {
  const words = useWords()
  const { world } = usePage()
  const found = useLive(`application ${applicationId}`, async () => ({
    snapshot: await world.read(applicationId),
    items: await world.agenda(applicationId),
  }))
  if (found === undefined) return null
  const { snapshot, items } = found
  if (snapshot === undefined) return <Title>{words.application.unknown}</Title>
  const letters = (
    <section className="card">
      <h2>{words.application.letters}</h2>
      <LetterDesk
        key={itemId ?? ''}
        snapshot={snapshot}
        item={items.find(({ id }) => id === itemId)}
      />
    </section>
  )
  return (
    <>
      <Heading snapshot={snapshot} />
      <div className="columns">
        <div>
          {itemId !== undefined && letters}
          <section className="card">
            <h2>{words.application.chart}</h2>
            <Statechart
              machine={world.lifecycle().machine}
              place={placeOf(snapshot.machine.value)}
            />
          </section>
          {items.length > 0 && (
            <section className="block">
              <h2>{words.application.toDo}</h2>
              <ul className="items">
                {items.map((item) => (
                  <AgendaEntry key={item.id} item={item} isWithin />
                ))}
              </ul>
            </section>
          )}
          {itemId === undefined && letters}
        </div>
        <div>
          <ProposalList snapshot={snapshot} />
          <section className="card">
            <h2>{words.application.next}</h2>
            <EventButtons snapshot={snapshot} />
            <ReplyReader snapshot={snapshot} />
          </section>
          <section className="card">
            <h2>{words.application.timeline}</h2>
            <Timeline snapshot={snapshot} items={items} />
          </section>
        </div>
      </div>
    </>
  )
}

function Heading({ snapshot }: { readonly snapshot: Snapshot }): ReactNode {
  const words = useWords()
  const { world } = usePage()
  const act = useAct()
  const [isRemoving, setRemoving] = useState(false)
  const { applicationId } = snapshot
  const context = contextOf(snapshot)
  const { stage } = placeOf(snapshot.machine.value)
  const saveCalendar = async (): Promise<void> => {
    const afterview = await world.whole()
    download('afterview.ics', 'text/calendar', await afterview.calendar({ applicationId }))
  }
  return (
    <header className="heading">
      <p className={`state state--${stage}`}>{sayPlace(words, snapshot)}</p>
      <Title>{context.company.name}</Title>
      <p className="lead">
        {context.role} · {words.application.round(presentRound(context).number)}
      </p>
      <div className="actions">
        {stage === 'closing' && (
          <a className="button button--main" href={hrefOf({ view: 'closing', applicationId })}>
            {words.item.card}
          </a>
        )}
        <button type="button" className="button" onClick={() => act(saveCalendar)}>
          {words.application.calendar}
        </button>
        <button type="button" className="button button--plain" onClick={() => setRemoving(true)}>
          {words.application.remove}
        </button>
      </div>
      {isRemoving && <Removal applicationId={applicationId} onClose={() => setRemoving(false)} />}
    </header>
  )
}

function Removal(props: {
  readonly applicationId: string
  readonly onClose: () => void
}): ReactNode {
  const words = useWords()
  const { world, announce } = usePage()
  const act = useAct()
  const remove = async (): Promise<void> => {
    await world.engine.erase(props.applicationId)
    announce(words.said.removed)
    goTo({ view: 'today' })
  }
  return (
    <Dialog title={words.application.remove} onClose={props.onClose}>
      <p>{words.application.removeSure}</p>
      <div className="actions">
        <button type="button" className="button button--main" onClick={() => act(remove)}>
          {words.application.remove}
        </button>
        <button type="button" className="button" onClick={props.onClose}>
          {words.form.cancel}
        </button>
      </div>
    </Dialog>
  )
}
