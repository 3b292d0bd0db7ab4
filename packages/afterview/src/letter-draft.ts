import {
  contextOf,
  COORDINATOR,
  type LetterKind,
  type RoundRecord,
  type Snapshot,
} from '@afterview/core'
import {
  type AddressForm,
  createDraft,
  type Draft,
  type EmlOptions,
  isReady,
  type LetterBook,
  type LetterFacts,
  type LetterOutput,
  letterView,
  lint,
  type LintFinding,
  type MissingFact,
  type LintContext,
  type OtherNote,
  type RenderedLetter,
  type Tone,
} from '@afterview/templates'
import { AfterviewError } from '@afterview/time'
import type { Views } from './letter-packs.ts'
import {
  type Addressee,
  addresseeOf,
  addresseesOf,
  letterFacts,
  peopleOf,
  roundOf,
} from './letter-facts.ts'

/** Letters beside those that are shipped. */
export interface LettersOptions {
  /** More packs as JSON values, in more languages or in place of shipped letters. */
  readonly packs?: readonly unknown[]
}

/** Which letter is wanted, and what the person adds to what is known. */
export interface DraftChoice {
  /** Whom it goes to: an interviewer's id, or `coordinator`. Default: who coordinates. */
  readonly interviewer?: string
  /** Default `neutral`. */
  readonly tone?: Tone
  /** BCP 47. Default: the candidate's. */
  readonly locale?: string
  readonly address?: AddressForm
  /** Facts that only the person knows, such as a reason or the date that is asked for. */
  readonly facts?: Partial<LetterFacts>
}

/** A letter, script or note that is ready to be read. */
export interface LetterDraft extends Omit<Draft, 'subject' | 'eml'> {
  readonly kind: LetterKind
  readonly output: LetterOutput
  /** A letter always has one. */
  readonly subject?: string
  readonly locale: string
  readonly tone: Tone
  /** What the linter found. */
  readonly findings: readonly LintFinding[]
  /** What the person could add to make it better. */
  readonly wanted: readonly MissingFact[]
  /** Whether nothing that it found stands in the way. */
  readonly isReady: boolean
  /** The `.eml` file. `date` defaults to the present in the candidate's zone; no From unless asked. */
  eml(options?: Partial<EmlOptions>): string
}

/** What is asked of a letter book. */
export interface DraftRequest {
  readonly snapshot: Snapshot
  readonly kind: LetterKind
  readonly now: string
  readonly choice: DraftChoice
  readonly locale: string
}

/** Throws `facts-missing`, `interviewer-unknown`, `letter-untrue`, or what the book and the draft throw. */
export function draftLetter(book: LetterBook<Views>, request: DraftRequest): LetterDraft {
  const { snapshot, kind, now } = request
  requireTrue(snapshot, kind)
  const round = roundOf(snapshot, kind, now)
  const addressee = requireAddressee(round, request)
  const written = write(book, request, addressee)
  const { candidate } = contextOf(snapshot)
  // A script or a note is for the person's own eyes.
  const isSent = written.letter.output === 'letter' && addressee?.email !== undefined
  const to = isSent ? [{ name: addressee.name, email: addressee.email }] : []
  const { subject = '', text } = written.letter
  const draft = createDraft({ subject, text, to })
  const otherNotes = notesToOthers(book, request, round, addressee)
  const findings = lint(written.letter, {
    ...written.context,
    ...(otherNotes.length === 0 ? {} : { otherNotes }),
  })
  return {
    ...draft,
    kind,
    output: written.letter.output,
    ...(written.letter.subject === undefined ? {} : { subject: written.letter.subject }),
    locale: written.letter.locale,
    tone: written.letter.tone,
    findings,
    wanted: written.wanted,
    isReady: isReady(findings),
    eml: (options = {}) => draft.eml({ date: { at: now, zone: candidate.zone }, ...options }),
  }
}

interface Written {
  readonly letter: RenderedLetter
  readonly context: LintContext
  readonly wanted: readonly MissingFact[]
}

function write(
  book: LetterBook<Views>,
  request: DraftRequest,
  addressee: Addressee | undefined,
): Written {
  const { snapshot, kind, now, choice } = request
  const place = {
    locale: request.locale,
    ...(choice.tone === undefined ? {} : { tone: choice.tone }),
    ...(choice.address === undefined ? {} : { address: choice.address }),
  }
  const { locale, address } = book.choose(kind, place)
  // The letters of a language are the same in all its regions; its dates are not.
  const isOwn = new Intl.Locale(request.locale).language === new Intl.Locale(locale).language
  const known = letterFacts(snapshot, kind, {
    locale: isOwn ? request.locale : locale,
    now,
    addressee,
  })
  const wording = book.wording(locale)
  const facts = {
    ...known,
    ...(address === undefined ? {} : { address }),
    ...(wording === undefined ? {} : { wording }),
    ...choice.facts,
  }
  const { view, missing, wanted } = letterView(kind, facts)
  if (missing.length > 0) throw factsMissing(kind, missing)
  const letter = book.render(kind, view, place)
  return { letter, context: book.lintContext(letter, view), wanted }
}

/** The notes to the others of a round, to see whether two are too alike. */
function notesToOthers(
  book: LetterBook<Views>,
  request: DraftRequest,
  round: RoundRecord,
  addressee: Addressee | undefined,
): readonly OtherNote[] {
  if (request.kind !== 'thank-you' && request.kind !== 'second-round-thank-you') return []
  return (
    peopleOf(round)
      .filter(({ id }) => id !== addressee?.id && id !== COORDINATOR)
      // Whom the coordinator thanks in the candidate's place gets no note.
      .filter(({ email }) => round.coordinator === null || email !== undefined)
      .map((other) => ({ recipient: other.name, text: write(book, request, other).letter.text }))
  )
}

/** To those whose offer was accepted it would turn down the job. */
function requireTrue(snapshot: Snapshot, kind: LetterKind): void {
  const { applicationId } = snapshot
  if (kind !== 'withdraw-elsewhere' || contextOf(snapshot).offer?.acceptedAt == null) return
  throw new AfterviewError('letter-untrue', {
    happened: `"${kind}" tells an employer that another offer was accepted, but it is the offer of application ${applicationId} that was`,
    fix: 'write it for the other applications',
    details: { applicationId, kind },
  })
}

function requireAddressee(
  round: RoundRecord,
  { snapshot, kind, now, choice }: DraftRequest,
): Addressee | undefined {
  const people = addresseesOf(snapshot, kind, now)
  const addressee = addresseeOf(people, kind, choice.interviewer)
  if (addressee !== undefined || choice.interviewer === undefined) return addressee
  const known = people.map(({ id }) => id)
  throw new AfterviewError('interviewer-unknown', {
    happened: `"${choice.interviewer}" is nobody of round ${round.number}`,
    fix: `use one of ${known.join(', ') || '(none)'}`,
    details: { interviewer: choice.interviewer, round: round.number },
  })
}

function factsMissing(kind: LetterKind, missing: readonly MissingFact[]): AfterviewError {
  return new AfterviewError('facts-missing', {
    happened: `the letter "${kind}" cannot be written without ${missing.map(({ field }) => field).join(', ')}`,
    fix: `ask the person and pass the answer as facts: ${missing.map(({ question }) => question).join(' ')}`,
    details: { kind, missing },
  })
}
