import type { EventType } from '@afterview/core'
import type { Words } from './words/words.ts'

/** One question of a form. */
export interface Field {
  readonly name: keyof Words['fields']
  readonly kind:
    | 'text'
    | 'long'
    | 'phrase'
    | 'day'
    | 'time'
    | 'choice'
    | 'person'
    | 'check'
    | 'email'
  readonly options?: readonly (keyof Words['choices'])[]
  readonly isRequired?: boolean
}

const reason: Field = { name: 'reason', kind: 'long' }
const person: Field = { name: 'interviewerId', kind: 'person', isRequired: true }
const phrase: Field = { name: 'phrase', kind: 'phrase' }
const terms: readonly Field[] = [
  { name: 'title', kind: 'text' },
  { name: 'salary', kind: 'text' },
  { name: 'startDate', kind: 'day' },
]

/** What is asked about each event. What is not here needs no question. */
export const eventForms: Readonly<Partial<Record<EventType, readonly Field[]>>> = {
  'interview.missed': [reason],
  'timeframe.given': [
    { ...phrase, isRequired: true },
    { name: 'decidedBy', kind: 'text' },
    { name: 'mayFollowUp', kind: 'check' },
  ],
  'timeframe.revised': [{ ...phrase, isRequired: true }],
  'detail.noted': [person, { name: 'topic', kind: 'text', isRequired: true }],
  'thankYou.sent': [person],
  'thankYou.skipped': [person, reason],
  'employer.replied': [
    {
      name: 'kind',
      kind: 'choice',
      options: ['holding', 'infoRequest', 'other'],
      isRequired: true,
    },
    phrase,
    { name: 'text', kind: 'long' },
  ],
  'employer.held': [reason],
  'position.closed': [reason],
  'application.paused': [{ name: 'until', kind: 'day' }, reason],
  'application.withdrawn': [reason],
  'application.reopened': [reason],
  'nextRound.invited': [{ name: 'respondBy', kind: 'day' }],
  'nextRound.scheduled': [
    { name: 'startsAt', kind: 'time', isRequired: true },
    { name: 'endsAt', kind: 'time', isRequired: true },
    { name: 'medium', kind: 'choice', options: ['video', 'phone', 'onsite'], isRequired: true },
    { name: 'interviewer', kind: 'text' },
    { name: 'email', kind: 'email' },
  ],
  'nextRound.declined': [reason],
  'offer.extended': [
    { name: 'medium', kind: 'choice', options: ['phone', 'email', 'letter'], isRequired: true },
    { name: 'respondBy', kind: 'day' },
    ...terms,
  ],
  'offer.extensionRequested': [{ name: 'until', kind: 'day' }, reason],
  'offer.extensionGranted': [{ name: 'until', kind: 'day', isRequired: true }],
  'offer.extensionRefused': [reason],
  'offer.countered': [{ name: 'notes', kind: 'long' }],
  'offer.revised': [...terms, { name: 'respondBy', kind: 'day' }],
  'offer.accepted': [],
  'offer.declined': [reason],
  'offer.rescinded': [reason],
  'offer.reneged': [reason],
  'application.rejected': [
    {
      name: 'medium',
      kind: 'choice',
      options: ['email', 'phone', 'letter', 'portal'],
      isRequired: true,
    },
    { name: 'automatic', kind: 'check' },
    reason,
  ],
  'feedback.received': [{ name: 'text', kind: 'long' }],
  'candidate.movedOn': [{ name: 'lessons', kind: 'long' }],
}

/** Events that the employer brings about; the others are the candidate's. */
export const theirEvents: ReadonlySet<EventType> = new Set([
  'interview.missed',
  'timeframe.given',
  'timeframe.revised',
  'employer.replied',
  'employer.held',
  'employer.resumed',
  'position.closed',
  'nextRound.invited',
  'nextRound.scheduled',
  'offer.extended',
  'offer.extensionGranted',
  'offer.extensionRefused',
  'offer.revised',
  'offer.rescinded',
  'offer.reneged',
  'application.rejected',
  'feedback.received',
])

/** Events that most people need least; they stand behind *less common*. */
export const rareEvents: ReadonlySet<EventType> = new Set([
  'timeframe.asked',
  'timeframe.revised',
  'thankYou.skipped',
  'interview.missed',
  'employer.held',
  'position.closed',
  'application.paused',
  'offer.rescinded',
  'offer.reneged',
  'offer.extensionGranted',
  'offer.extensionRefused',
  'detail.noted',
])

/** Events about an agenda item, which are recorded at the item. */
export const itemEvents: ReadonlySet<EventType> = new Set([
  'agenda.pinned',
  'agenda.snoozed',
  'agenda.completed',
])
