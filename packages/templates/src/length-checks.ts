import { graphemes } from './segments.ts'
import {
  error,
  type LintCheck,
  type LintHit,
  type LintSubject,
  warning,
  whole,
} from './lint-rule.ts'
import { mailtoLength, mailtoLimit } from './mailto.ts'

/** Checks of how long a letter is. */
export const lengthChecks: readonly LintCheck[] = [
  warning('words-few', (subject) =>
    judgeWords(subject, (count, { min }) => count < min && `at least ${min} are usual`),
  ),
  warning('words-many', (subject) =>
    judgeWords(
      subject,
      (count, { max, fail }) => count > max && count <= fail && `at most ${max} are usual`,
    ),
  ),
  error('words-too-many', (subject) =>
    judgeWords(subject, (count, { fail }) => count > fail && `more than ${fail} will not be read`),
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
    const message = `As a mailto: link the letter has ${length} characters; mail programs take ${mailtoLimit}. Use the .eml file or the clipboard.`
    return whole(body, isLong && message)
  }),
]

interface WordLimits {
  readonly min: number
  readonly max: number
  readonly fail: number
}

function judgeWords(
  { letter, body, limits, words }: LintSubject,
  judge: (count: number, limits: WordLimits) => string | false,
): readonly LintHit[] {
  const { length } = words(letter.text)
  const judgement = judge(length, { min: 0, max: Infinity, fail: Infinity, ...limits?.words })
  return whole(body, judgement && `The letter has ${length} words; ${judgement}.`)
}
