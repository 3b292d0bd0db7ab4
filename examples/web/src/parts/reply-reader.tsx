import { type EventType, isEventType, type Snapshot } from '@afterview/core'
import type { ProposedEvent } from 'afterview'
import { type ReactNode, useState } from 'react'
import { textOf } from '../form-text.ts'
import { useAct, usePage, useRecord } from '../page.tsx'
import { useWords } from '../words/words.ts'
import { Field } from './field.tsx'

/** Lets plugins say what a message of the employer means; the person decides whether it is recorded. */
export function ReplyReader({ snapshot }: { readonly snapshot: Snapshot }): ReactNode {
  const words = useWords()
  const { world } = usePage()
  const act = useAct()
  const { applicationId } = snapshot
  const record = useRecord(applicationId)
  const [proposals, setProposals] = useState<readonly ProposedEvent[]>()
  const read = (form: FormData): void =>
    act(async () => {
      const afterview = await world.whole()
      setProposals(await afterview.classify(textOf(form, 'reply'), { applicationId }))
    })
  const confirm = async (event: ProposedEvent['event'], type: EventType): Promise<void> => {
    if (await record({ ...event, type })) setProposals(undefined)
  }
  return (
    <details className="rare">
      <summary>{words.reply.title}</summary>
      <form action={read} className="reply">
        <Field label={words.reply.label} hint={words.reply.hint}>
          {(ids) => <textarea {...ids} name="reply" rows={4} required />}
        </Field>
        <button type="submit" className="button">
          {words.reply.read}
        </button>
      </form>
      <ul className="reply__found" aria-live="polite">
        {proposals?.length === 0 && <li className="quiet">{words.reply.none}</li>}
        {proposals?.map(({ event, confidence, reason, refusal }) => {
          const { type } = event
          if (!isEventType(type)) return null
          return (
            <li key={`${type} ${reason}`}>
              <button
                type="button"
                className="event"
                disabled={refusal !== undefined}
                onClick={() => act(() => confirm(event, type))}
              >
                <span className="event__label">
                  {words.application.they} {words.events[type].label} ·{' '}
                  {Math.round(confidence * 100)} %
                </span>
                <span className="event__hint" lang="en">
                  {refusal ?? reason}
                </span>
              </button>
            </li>
          )
        })}
      </ul>
    </details>
  )
}
