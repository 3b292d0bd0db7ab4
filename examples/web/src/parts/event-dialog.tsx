import { contextOf, type EventType, presentRound, type Snapshot } from '@afterview/core'
import { type ReactNode, useState } from 'react'
import { type Field as Question, eventForms, theirEvents } from '../event-forms.ts'
import { eventOfForm } from '../event-of-form.ts'
import { useAct, useRecord } from '../page.tsx'
import { ownZone } from '../settings.ts'
import { useWords } from '../words/words.ts'
import { Dialog } from './dialog.tsx'
import { Field } from './field.tsx'
import { PhraseField } from './phrase-field.tsx'

interface EventDialogProps {
  readonly snapshot: Snapshot
  readonly type: EventType
  readonly onClose: () => void
}

/** Asks what has to be known about an event, and records it. */
export function EventDialog({ snapshot, type, onClose }: EventDialogProps): ReactNode {
  const words = useWords()
  const act = useAct()
  const record = useRecord(snapshot.applicationId)
  const [phrase, setPhrase] = useState('')
  const [reading, setReading] = useState(1)
  const { rounds } = contextOf(snapshot)
  const subject = theirEvents.has(type) ? words.application.they : words.application.you
  const submit = (form: FormData): void =>
    act(async () => {
      const event = eventOfForm(type, form, ownZone(), rounds.length + 1)
      const isRead = 'phrase' in event && reading > 1
      if (await record(event, isRead ? reading : undefined)) onClose()
    })
  return (
    <Dialog title={`${subject} ${words.events[type].label}`} onClose={onClose}>
      <p className="quiet">{words.events[type].hint}</p>
      <form action={submit}>
        {(eventForms[type] ?? []).map((question) =>
          question.kind === 'phrase' ? (
            <PhraseField
              key={question.name}
              applicationId={snapshot.applicationId}
              label={words.fields.phrase}
              phrase={phrase}
              reading={reading}
              onPhrase={setPhrase}
              onReading={setReading}
            />
          ) : (
            <Asked key={question.name} question={question} snapshot={snapshot} />
          ),
        )}
        <details className="when">
          <summary>{words.form.when}</summary>
          <input type="datetime-local" name="at" aria-label={words.form.when} />
        </details>
        <div className="actions">
          <button type="submit" className="button button--main">
            {words.form.record}
          </button>
          <button type="button" className="button" onClick={onClose}>
            {words.form.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  )
}

function Asked({
  question,
  snapshot,
}: {
  readonly question: Question
  readonly snapshot: Snapshot
}): ReactNode {
  const words = useWords()
  const { name, kind, options = [], isRequired = false } = question
  const label = words.fields[name]
  if (kind === 'check') {
    return (
      <label className="check">
        <input type="checkbox" name={name} /> {label}
      </label>
    )
  }
  const people = kind === 'person' ? peopleOf(snapshot) : []
  if (kind === 'person' && people.length === 0) return <p>{words.form.nobody}</p>
  return (
    <Field label={label} isOptional={!isRequired}>
      {(ids) => {
        const props = { ...ids, name, required: isRequired }
        if (kind === 'long') return <textarea {...props} rows={3} />
        if (kind === 'choice' || kind === 'person') {
          return (
            <select {...props}>
              {options.map((option) => (
                <option key={option} value={option}>
                  {words.choices[option]}
                </option>
              ))}
              {people.map((person) => (
                <option key={person.id} value={person.id}>
                  {person.name}
                </option>
              ))}
            </select>
          )
        }
        return <input {...props} type={inputTypes[kind]} autoComplete="off" />
      }}
    </Field>
  )
}

const inputTypes = {
  text: 'text',
  phrase: 'text',
  day: 'date',
  time: 'datetime-local',
  email: 'email',
}

/** Everybody who can be thanked or remembered. */
function peopleOf(snapshot: Snapshot): readonly { readonly id: string; readonly name: string }[] {
  const { interviewers, coordinator } = presentRound(contextOf(snapshot))
  return coordinator === null
    ? interviewers
    : [...interviewers, { id: 'coordinator', ...coordinator }]
}
