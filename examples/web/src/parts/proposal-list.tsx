import type { Snapshot } from '@afterview/core'
import type { ReactNode } from 'react'
import { useAct, usePage, useRecord } from '../page.tsx'
import type { Proposal } from '../proposals.ts'
import { useWords } from '../words/words.ts'

/** What plugins propose for an application: accepting it records the event, dismissing it drops it. */
export function ProposalList({ snapshot }: { readonly snapshot: Snapshot }): ReactNode {
  const words = useWords()
  const { world } = usePage()
  const possible = world.possible(snapshot)
  const proposals = world.proposals
    .of(snapshot.applicationId)
    .filter(({ event }) => event === undefined || possible.includes(event.type))
  if (proposals.length === 0) return null
  return (
    <section className="card" aria-live="polite">
      <h2>{words.proposals.title}</h2>
      <ul className="proposals">
        {proposals.map((proposal) => (
          <Entry key={proposal.id} applicationId={snapshot.applicationId} proposal={proposal} />
        ))}
      </ul>
    </section>
  )
}

interface EntryProps {
  readonly applicationId: string
  readonly proposal: Proposal
}

function Entry({ applicationId, proposal }: EntryProps): ReactNode {
  const words = useWords()
  const { world } = usePage()
  const act = useAct()
  const record = useRecord(applicationId)
  const { id, event, letter, reason, pluginId } = proposal
  const drop = (): void => world.proposals.drop(applicationId, id)
  const accept = async (accepted: NonNullable<typeof event>): Promise<void> => {
    if (await record(accepted)) drop()
  }
  return (
    <li>
      <p className="event__label">
        {event !== undefined && words.proposals.event(words.events[event.type].label)}
        {letter !== undefined && words.proposals.letter(words.letters[letter])}
      </p>
      {reason !== undefined && <p lang="en">{reason}</p>}
      <p className="event__hint">{words.proposals.by(pluginId)}</p>
      <div className="actions">
        {event !== undefined && (
          <button type="button" className="button" onClick={() => act(() => accept(event))}>
            {words.proposals.accept}
          </button>
        )}
        <button type="button" className="button button--plain" onClick={drop}>
          {words.proposals.dismiss}
        </button>
      </div>
    </li>
  )
}
