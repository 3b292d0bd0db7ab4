import { AfterviewError } from '@afterview/time'
import { blankChecks } from './blank-checks.ts'
import { contentChecks } from './content-checks.ts'
import { lengthChecks } from './length-checks.ts'
import type {
  LetterPart,
  LintCheck,
  LintContext,
  LintFinding,
  LintLetter,
  LintSubject,
  LintText,
} from './lint-rule.ts'
import { plainApostrophes } from './phrase.ts'
import { remember } from './remember.ts'
import { wordsIn } from './segments.ts'
import { spacingChecks } from './spacing-checks.ts'

/** Every check of the linter. */
export const lintChecks: readonly LintCheck[] = [
  ...blankChecks,
  ...contentChecks,
  ...lengthChecks,
  ...spacingChecks,
]

/**
 * Everything that is wrong with a letter, in the order of the text, subject first. The letter may
 * have been edited since it was rendered; it is read as plain text.
 * @throws AfterviewError `lint-language-missing` when the letter must show interest and no language says how
 */
export function lint(letter: LintLetter, context: LintContext = {}): readonly LintFinding[] {
  if (context.needs?.includes('interest') && !context.language) {
    throw new AfterviewError('lint-language-missing', {
      happened: 'The letter must show interest, and no language says how',
      fix: 'give the context one that createLintLanguage made',
    })
  }
  const subject = createSubject(letter, context)
  const findings = lintChecks.flatMap(({ id, severity, find }) =>
    find(subject).map((hit) => ({ rule: id, severity, ...hit })),
  )
  // The names of the parts are in the order of the alphabet.
  return findings.toSorted(
    (one, other) => one.part.localeCompare(other.part) || one.range.start - other.range.start,
  )
}

/** Whether nothing that was found blocks sending. */
export function isReady(findings: readonly LintFinding[]): boolean {
  return findings.every(({ severity }) => severity !== 'error')
}

function createSubject(letter: LintLetter, context: LintContext): LintSubject {
  const title = textOf('subject', letter.subject ?? '')
  const body = textOf('text', letter.text)
  return {
    ...context,
    letter,
    title,
    body,
    parts: [title, body],
    opening: openingOf(body),
    words: remember(context.language?.words ?? wordsIn),
  }
}

function textOf(part: LetterPart, text: string): LintText {
  return { part, text: plainApostrophes(text), start: 0 }
}

function openingOf({ part, text }: LintText): LintText {
  const { 0: line, index: start } = /\S.*/u.exec(text) ?? { 0: '', index: 0 }
  return { part, text: line, start }
}
