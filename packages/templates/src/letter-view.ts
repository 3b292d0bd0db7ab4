import type { LetterKind } from '@afterview/core'
import { AfterviewError } from '@afterview/time'
import type { LetterViews } from './generated/letter-views.ts'
import type { LetterFacts } from './letter-view-facts.ts'
import { type FieldName, letterFields } from './letter-view-fields.ts'
import { questionFor } from './letter-view-questions.ts'

/** A fact that a letter lacks, and how to ask for it. */
export interface MissingFact {
  /** The variable of the kind, such as `interviewDate` or `company.name`. */
  readonly field: string
  /** A sentence that the host can put to the person, in the person's language. */
  readonly question: string
}

/** What the facts come to for a kind; `isComplete` says whether it can be rendered. */
export type LetterView<Kind extends LetterKind = LetterKind> =
  | CompleteView<Kind>
  | PartialView<Kind>

interface AnyView {
  /** What the kind requires and the facts do not have. Nothing is put in its place. */
  readonly missing: readonly MissingFact[]
  /** What the letter can be rendered without but should not be sent without. */
  readonly wanted: readonly MissingFact[]
}

/** Everything that the kind requires is there. */
export interface CompleteView<Kind extends LetterKind> extends AnyView {
  readonly isComplete: true
  readonly view: LetterViews[Kind]
}

/** Something is missing; the view holds the rest. */
export interface PartialView<Kind extends LetterKind> extends AnyView {
  readonly isComplete: false
  readonly view: Partial<LetterViews[Kind]>
}

/**
 * The variables of a kind, made from plain facts: names as they are, dates and clock times in words
 * of the locale and on the clocks of the employer, lists joined by "and" or "or". Optional facts
 * that are absent are left out, and so are dates that have passed where the letter looks forward.
 * Give it the locale of the letter that will be rendered, as `LetterBook.choose` tells it.
 * @throws AfterviewError `letter-kind-unknown`, `locale-invalid`, or an error of `@afterview/time` for a faulty date or zone
 */
export function letterView<Kind extends LetterKind>(
  kind: Kind,
  facts: LetterFacts,
): LetterView<Kind> {
  const { required, optional, wanted = [] } = fieldsOf(kind)
  const view = viewOf(kind, facts, [...required, ...optional])
  const ask = (fields: readonly FieldName[]): readonly MissingFact[] =>
    fields.filter((field) => !Object.hasOwn(view, field)).map((field) => questionFor(field, facts))
  const [missing, advised] = [ask(required), ask(wanted)]
  // The table below is held against the contracts by a test.
  const isComplete = missing.length === 0
  return { isComplete, view, missing, wanted: advised } as LetterView<Kind>
}

function viewOf(
  kind: LetterKind,
  facts: LetterFacts,
  fields: readonly FieldName[],
): Readonly<Record<string, unknown>> {
  const zone = facts.company.zone ?? facts.candidate.zone
  const { wording, now } = facts
  const clock = wording === undefined ? {} : { clock: wording.clock }
  const dates = { locale: facts.locale, zone, writerZone: facts.candidate.zone, now, ...clock }
  const made = fields.map((field) => [field, letterFields[field]({ kind, facts, dates })] as const)
  return Object.fromEntries(made.filter(([, value]) => value !== undefined && value !== ''))
}

interface KindFields {
  readonly required: readonly FieldName[]
  readonly optional: readonly FieldName[]
  readonly wanted?: readonly FieldName[]
}

const mail = ['salutation', 'candidate', 'company', 'role'] as const
const script = ['company', 'role'] as const
const thanks = ['detail', 'thought', 'decisionDate'] as const

/** The variables of each kind, as its contract declares them. */
const kindFields: Readonly<Record<LetterKind, KindFields>> = {
  'closing-questions': { required: script, optional: ['interviewers', 'isScreen'] },
  'thank-you': { required: [...mail, 'interviewDate'], optional: thanks, wanted: ['detail'] },
  'thank-you-coordinator': {
    required: [...mail, 'interviewDate', 'interviewers'],
    optional: ['detail', 'decisionDate'],
  },
  'second-round-thank-you': {
    required: [...mail, 'interviewDate'],
    optional: thanks,
    wanted: ['detail'],
  },
  'check-in': {
    required: [...mail, 'interviewDate'],
    optional: ['decisionDate', 'timeframePhrase'],
  },
  'second-check-in': { required: [...mail, 'interviewDate'], optional: ['checkInDate'] },
  'holding-reply': { required: mail, optional: ['newDate'] },
  'missed-interview': { required: [...mail, 'interviewWhen'], optional: ['proposedTimes'] },
  'accept-next-round': {
    required: mail,
    optional: ['nextWhen', 'nextMedium', 'nextInterviewers', 'proposedTimes'],
  },
  'acknowledge-offer': { required: mail, optional: ['isSpoken', 'respondBy'] },
  'request-extension': { required: [...mail, 'respondBy', 'requestedDate'], optional: ['reason'] },
  'negotiate-offer': { required: [...mail, 'requests'], optional: ['reason', 'respondBy'] },
  'accept-offer': { required: mail, optional: ['startDate', 'salary', 'agreed'] },
  'decline-offer': { required: mail, optional: ['reason'] },
  'answer-rescinded-offer': { required: mail, optional: ['acceptedDate', 'hasResigned'] },
  'answer-rejection': { required: mail, optional: ['detail'] },
  'request-feedback': { required: [...mail, 'interviewDate'], optional: [] },
  withdraw: { required: mail, optional: ['reason', 'scheduledFor'] },
  'withdraw-elsewhere': { required: mail, optional: ['scheduledFor'] },
  'reopen-contact': { required: mail, optional: ['lastContact', 'news'] },
  'offer-call': { required: script, optional: ['caller'] },
  'rejection-call': { required: script, optional: ['caller'] },
  'moving-on': { required: script, optional: ['lessons', 'others'] },
}

function fieldsOf(kind: LetterKind): KindFields {
  if (Object.hasOwn(kindFields, kind)) return kindFields[kind]
  throw new AfterviewError('letter-kind-unknown', {
    happened: `"${kind}" is no kind of letter that facts are known for`,
    fix: 'use one of the kinds of @afterview/core, or make the view yourself',
    details: { kind },
  })
}
