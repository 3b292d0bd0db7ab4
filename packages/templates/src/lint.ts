import { AfterviewError } from '@afterview/time'
import { blankChecks } from './blank-checks.ts'
import { contentChecks, splitWords } from './content-checks.ts'
import { lengthChecks } from './length-checks.ts'
import type {
  LetterPart,
  LintCheck,
  LintContext,
  LintFinding,
  LintLetter,
  LintSubject,
} from './lint-rule.ts'
import { plainApostrophes } from './phrase.ts'
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
  if (context.needs?.includes('interest') && !context.language) throw languageMissing()
  const subject = createSubject(letter, context)
  const findings = lintChecks.flatMap((check) => findingsOf(check, subject))
  return findings.toSorted(
    (one, other) => order(one.part) - order(other.part) || one.range.start - other.range.start,
  )
}

/** Whether nothing that was found blocks sending. */
export function isReady(findings: readonly LintFinding[]): boolean {
  return findings.every(({ severity }) => severity !== 'error')
}

function findingsOf({ id, severity, find }: LintCheck, subject: LintSubject): LintFinding[] {
  return find(subject).map(({ start, end, ...hit }) => ({
    rule: id,
    severity,
    ...hit,
    range: { start, end },
  }))
}

function createSubject(letter: LintLetter, context: LintContext): LintSubject {
  const text = plainApostrophes(letter.text)
  const title = plainApostrophes(letter.subject ?? '')
  const parts = [
    ...(letter.subject === undefined ? [] : [{ part: 'subject' as const, text: title }]),
    { part: 'text' as const, text },
  ]
  let words: readonly string[] | undefined
  return {
    letter,
    context,
    parts,
    opening: openingOf(text),
    words: () => (words ??= context.language?.words(letter.text) ?? splitWords(letter.text)),
  }
}

function openingOf(text: string): LintSubject['opening'] {
  const start = Math.max(0, text.search(/\S/u))
  const end = text.indexOf('\n', start)
  return { line: text.slice(start, end === -1 ? text.length : end), start }
}

function order(part: LetterPart): number {
  return part === 'subject' ? 0 : 1
}

function languageMissing(): AfterviewError {
  return new AfterviewError('lint-language-missing', {
    happened: 'The letter must show interest, but the linter was given no language to know it by',
    fix: 'give the context a language made by createLintLanguage',
  })
}
