import { contextOf, type Snapshot } from '@afterview/core'
import type { LetterFacts } from '@afterview/templates'
import type { AfterviewError, DayMoment } from '@afterview/time'
import type { ReactNode } from 'react'
import { textOf } from '../form-text.ts'
import { useWords } from '../words/words.ts'
import { Field } from './field.tsx'

/** A question that a letter needs an answer to. */
export interface Missing {
  readonly field: string
  readonly question: string
}

/** The questions of a letter that cannot be written yet; `undefined` for any other error. */
export function missingOf({ code, details }: AfterviewError): readonly Missing[] | undefined {
  if (code !== 'facts-missing') return undefined
  const { missing } = details
  return Array.isArray(missing) ? missing.filter(isMissing) : undefined
}

interface MissingFactsProps {
  readonly snapshot: Snapshot
  readonly missing: readonly Missing[]
  readonly onFacts: (facts: Partial<LetterFacts>) => void
}

/** Asks what a letter still needs. */
export function MissingFacts({ snapshot, missing, onFacts }: MissingFactsProps): ReactNode {
  const words = useWords()
  const { zone } = contextOf(snapshot).company
  const submit = (form: FormData): void =>
    onFacts(
      Object.assign({}, ...missing.map(({ field }) => factOf(field, textOf(form, field), zone))),
    )
  return (
    <form action={submit} className="missing">
      <p>{words.letter.missing}</p>
      {missing.map(({ field, question }) => (
        <Field key={field} label={question}>
          {(ids) =>
            field === 'requests' ? (
              <textarea {...ids} name={field} rows={3} required />
            ) : (
              <input {...ids} name={field} type={dayFields.has(field) ? 'date' : 'text'} required />
            )
          }
        </Field>
      ))}
      <div className="actions">
        <button type="submit" className="button button--main">
          {words.letter.add}
        </button>
      </div>
    </form>
  )
}

const dayFields = new Set(['requestedDate', 'respondBy'])

function factOf(field: string, text: string, zone: string): Partial<LetterFacts> {
  const day: DayMoment = { kind: 'day', date: text, zone }
  if (field === 'requestedDate') return { requestedDate: day }
  if (field === 'respondBy') return { offer: { respondBy: day } }
  if (field === 'requests')
    return { requests: text.split('\n').filter((line) => line.trim() !== '') }
  return { [field]: text }
}

function isMissing(value: unknown): value is Missing {
  return typeof value === 'object' && value !== null && 'field' in value && 'question' in value
}
