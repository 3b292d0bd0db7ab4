import type { LetterLimits } from './kind-contract.ts'
import { graphemes } from './segments.ts'
import { error, type LintCheck, warning, whole } from './lint-rule.ts'
import { mailtoLength, mailtoLimit } from './mailto.ts'

/** Checks of how long a letter is. */
export const lengthChecks: readonly LintCheck[] = [
  warning(
    'words-few',
    countWords((count, { min = 0 }) => count < min && `at least ${min} are usual`),
  ),
  warning(
    'words-many',
    countWords(
      (count, { max = Infinity, fail = Infinity }) =>
        count > max && count <= fail && `at most ${max} are usual`,
    ),
  ),
  error(
    'words-too-many',
    countWords(
      (count, { fail = Infinity }) => count > fail && `more than ${fail} will not be read`,
    ),
  ),
  warning('subject-long', ({ title, limits }) => {
    const { length } = graphemes(title.text)
    const { max = Infinity } = limits?.subject ?? {}
    return whole(
      title,
      length > max && `The subject has ${length} characters; more than ${max} are cut off.`,
    )
  }),
  warning('mailto-long', ({ letter, body, output = 'letter' }) => {
    const length = mailtoLength(letter.subject ?? '', letter.text)
    const isLong = output === 'letter' && length > mailtoLimit
    const message = `A mailto: link of ${length} characters is too long; ${mailtoLimit} will do. Use the .eml file or the clipboard.`
    return whole(body, isLong && message)
  }),
]

function countWords(
  judge: (count: number, limits: NonNullable<LetterLimits['words']>) => string | false,
): LintCheck['find'] {
  return ({ letter, body, limits, words }) => {
    const { length } = words(letter.text)
    const judgement = judge(length, limits?.words ?? {})
    return whole(body, judgement && `The letter has ${length} words; ${judgement}.`)
  }
}
