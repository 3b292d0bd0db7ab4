import { AfterviewError } from '@afterview/time'
import { blankRules } from './blank-rules.ts'
import { contentRules, splitWords } from './content-rules.ts'
import { lengthRules } from './length-rules.ts'
import type {
  LetterPart,
  LintContext,
  LintFinding,
  LintLetter,
  LintRule,
  LintSubject,
} from './lint-rule.ts'
import { plainApostrophes } from './phrase.ts'
import { spacingRules } from './spacing-rules.ts'

/** Every rule of the linter, as data. */
export const lintRules: readonly LintRule[] = [
  ...blankRules,
  ...contentRules,
  ...lengthRules,
  ...spacingRules,
]

/**
 * Everything that is wrong with a letter, in the order of the text, subject first. The letter may
 * have been edited since it was rendered; it is read as plain text.
 * @throws AfterviewError `lint-language-missing` when the letter must show interest and no language says how
 */
export function lint(letter: LintLetter, context: LintContext = {}): readonly LintFinding[] {
  if (context.needs?.includes('interest') && !context.language) throw languageMissing()
  const subject = createSubject(letter, context)
  const findings = lintRules.flatMap((rule) => findingsOf(rule, subject))
  return findings.toSorted(
    (one, other) => order(one.part) - order(other.part) || one.range.start - other.range.start,
  )
}

/** Whether nothing that was found blocks sending. */
export function isReady(findings: readonly LintFinding[]): boolean {
  return findings.every(({ severity }) => severity !== 'error')
}

function findingsOf({ id, severity, find }: LintRule, subject: LintSubject): LintFinding[] {
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
