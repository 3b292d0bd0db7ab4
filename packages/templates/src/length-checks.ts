import { graphemes } from './graphemes.ts'
import { type LintCheck, type LintHit, type LintSubject, whole } from './lint-rule.ts'
import { mailtoLength, mailtoLimit } from './mailto.ts'

/** Checks of how long a letter is. */
export const lengthChecks: readonly LintCheck[] = [
  {
    id: 'words-few',
    severity: 'warning',
    find: (subject) =>
      judgeWords(subject, (count, { min }) => count < min && `at least ${min} are usual`),
  },
  {
    id: 'words-many',
    severity: 'warning',
    find: (subject) =>
      judgeWords(
        subject,
        (count, { max, fail }) => count > max && count <= fail && `at most ${max} are usual`,
      ),
  },
  {
    id: 'words-too-many',
    severity: 'error',
    find: (subject) =>
      judgeWords(
        subject,
        (count, { fail }) => count > fail && `more than ${fail} will not be read`,
      ),
  },
  {
    id: 'subject-long',
    severity: 'warning',
    find: ({ title, limits: { subject: { max = Infinity } = {} } }) => {
      const { length } = graphemes(title.text)
      if (length <= max) return []
      return [whole(title, `The subject has ${length} characters; more than ${max} are cut off.`)]
    },
  },
  {
    id: 'mailto-long',
    severity: 'warning',
    find: ({ letter, body, output }) => {
      if (output !== 'letter') return []
      const length = mailtoLength(letter.subject ?? '', letter.text)
      if (length <= mailtoLimit) return []
      const message = `As a mailto: link the letter has ${length} characters; mail programs take ${mailtoLimit}. Use the .eml file or the clipboard.`
      return [whole(body, message)]
    },
  },
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
  const judgement = judge(length, { min: 0, max: Infinity, fail: Infinity, ...limits.words })
  return judgement ? [whole(body, `The letter has ${length} words; ${judgement}.`)] : []
}
