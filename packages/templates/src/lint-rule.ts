import type { LetterLimits, LetterNeed, LetterOutput } from './kind-contract.ts'
import type { LintLanguage } from './lint-language.ts'

/** An error blocks sending, a warning is worth a look. */
export type LintSeverity = 'error' | 'warning'

/** Which half of a letter a finding is about. */
export type LetterPart = 'subject' | 'text'

/** What the linter reads. */
export interface LintLetter {
  readonly subject?: string
  readonly text: string
}

/** Another note of the same round. */
export interface OtherNote {
  /** Whom it is for. */
  readonly recipient: string
  /** Left out where it is not written yet. */
  readonly text?: string
}

/** What the linter knows about a letter. Everything is optional; a rule that lacks its facts stays silent. */
export interface LintContext {
  /** Words of the letter's language. Required where `needs` has `interest`. */
  readonly language?: LintLanguage | undefined
  /** Default `letter`. Only a letter must have a subject and fit a `mailto:` link. */
  readonly output?: LetterOutput | undefined
  readonly limits?: LetterLimits | undefined
  readonly needs?: readonly LetterNeed[] | undefined
  /** The one thing that was talked about, as it was noted. */
  readonly detail?: string | undefined
  /** The employer that the letter is for. */
  readonly company?: string | undefined
  /** Other employers of the same candidate. */
  readonly otherCompanies?: readonly string[] | undefined
  /** Whom the letter is for. */
  readonly recipient?: string | undefined
  /** The other notes of the round. */
  readonly otherNotes?: readonly OtherNote[] | undefined
}

/** One thing that the linter found. */
export interface LintFinding {
  /** Id of the rule, such as `placeholder`. */
  readonly rule: string
  readonly severity: LintSeverity
  /** What is wrong and what to do, as sentences. */
  readonly message: string
  readonly part: LetterPart
  /** Offsets in the part, in UTF-16 code units. A finding about the whole covers all of it. */
  readonly range: { readonly start: number; readonly end: number }
  /** Text that mends it when it takes the place of the range. */
  readonly fix?: string
}

/** A finding before it knows its rule. */
export type LintHit = Omit<LintFinding, 'rule' | 'severity'>

/** A piece of a letter, with plain apostrophes, and where it starts in its part. */
export interface LintText {
  readonly part: LetterPart
  readonly text: string
  readonly start: number
}

/** A letter with what every rule needs of it, and what is known about it. */
export interface LintSubject extends LintContext {
  /** As it was given. */
  readonly letter: LintLetter
  /** Empty where there is none. */
  readonly title: LintText
  readonly body: LintText
  /** The title and the body. */
  readonly parts: readonly LintText[]
  /** The first line with text. */
  readonly opening: LintText
  /** The words of a text in the language of the letter. */
  readonly words: (text: string) => readonly string[]
}

/** One thing that the linter looks for. */
export interface LintCheck {
  readonly id: string
  readonly severity: LintSeverity
  readonly find: (subject: LintSubject) => readonly LintHit[]
}

/** One rule of the linter, as data. */
export interface LintRule extends LintCheck {
  /** What it is for, in one sentence. */
  readonly about: string
}

/** A check that blocks sending. */
export function error(id: string, find: LintCheck['find']): LintCheck {
  return { id, severity: 'error', find }
}

/** A check whose findings are worth a look. */
export function warning(id: string, find: LintCheck['find']): LintCheck {
  return { id, severity: 'warning', find }
}

/** A hit for each match of `pattern`, if there is one. `message` and `fix` are made of what was found. */
export function hitsOf(
  texts: readonly LintText[],
  pattern: RegExp | undefined,
  message: (found: string) => string,
  fix?: (found: string) => string,
): readonly LintHit[] {
  if (!pattern) return []
  return texts.flatMap(({ part, text, start }) =>
    Array.from(text.matchAll(pattern), ({ 0: found, index }) => ({
      ...hitAt({ part, text: found, start: start + index }, message(found)),
      ...(fix && { fix: fix(found) }),
    })),
  )
}

/** One hit about the whole of a text, or none without a message. */
export function whole(text: LintText, message: string | false | undefined): readonly LintHit[] {
  return message ? [hitAt(text, message)] : []
}

function hitAt({ part, text, start }: LintText, message: string): LintHit {
  return { part, range: { start, end: start + text.length }, message }
}

/** The texts with every match of `pattern` hidden, so that offsets stay true. */
export function mask(texts: readonly LintText[], pattern: RegExp): readonly LintText[] {
  return texts.map((part) => ({
    ...part,
    text: part.text.replace(pattern, (found) => '_'.repeat(found.length)),
  }))
}
