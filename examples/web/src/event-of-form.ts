import type { EventType } from '@afterview/core'
import { toInstant } from '@afterview/time'
import { eventForms, type Field } from './event-forms.ts'
import { textOf } from './form-text.ts'
import { idOf } from './sample.ts'

/** An event as a form makes it. The core checks it when it is recorded. */
export interface FormEvent {
  readonly type: EventType
  readonly [field: string]: unknown
}

/** Makes an event of what was filled in. Empty fields are left out; days end when the day does. */
export function eventOfForm(
  type: EventType,
  form: FormData,
  zone: string,
  round: number,
): FormEvent {
  const at = textOf(form, 'at')
  const entries = (eventForms[type] ?? []).map((field) => [field.name, valueOf(field, form, zone)])
  const fields = shaped(type, given(Object.fromEntries(entries)), round)
  return { type, ...fields, ...(at === '' ? {} : { at: toInstant({ local: at, zone }) }) }
}

type Fields = Readonly<Record<string, unknown>>

function valueOf({ name, kind }: Field, form: FormData, zone: string): unknown {
  const text = textOf(form, name)
  if (kind === 'check') return form.has(name) ? true : undefined
  if (text === '') return undefined
  if (kind === 'time') return { local: text, zone }
  const isDeadline = kind === 'day' && name !== 'startDate'
  return isDeadline ? toInstant({ local: `${text}T17:00`, zone }) : text
}

function given(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}

/** Some events keep their fields inside another. */
function shaped(type: EventType, fields: Fields, round: number): Fields {
  if (type === 'nextRound.scheduled') return { round: roundOf(fields, round) }
  if (type !== 'offer.extended' && type !== 'offer.revised' && type !== 'offer.countered')
    return fields
  const { title, salary, startDate, notes, ...rest } = fields
  const terms = given({ title, salary, startDate, notes })
  return Object.keys(terms).length === 0 ? rest : { ...rest, terms }
}

function roundOf({ interviewer, email, ...fields }: Fields, round: number): Fields {
  const name = typeof interviewer === 'string' ? interviewer : ''
  const address = email === undefined ? {} : { email }
  const interviewers = name === '' ? [] : [{ id: idOf(name), name, ...address }]
  return { ...fields, number: round, interviewers }
}
