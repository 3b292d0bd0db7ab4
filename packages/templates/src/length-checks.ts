import { type LintCheck, type LintHit, type LintSubject, wholePart } from './lint-rule.ts'
import { mailtoLength, mailtoLimit } from './mailto.ts'

/** Checks of how long a letter is. */
export const lengthChecks: readonly LintCheck[] = [
  {
    id: 'words-few',
    severity: 'warning',
    find: (subject) => {
      const min = subject.context.limits?.words?.min ?? 0
      const count = subject.words().length
      return count < min ? [about(subject, count, `at least ${min} are usual`)] : []
    },
  },
  {
    id: 'words-many',
    severity: 'warning',
    find: (subject) => {
      const { max = Number.POSITIVE_INFINITY, fail = Number.POSITIVE_INFINITY } =
        subject.context.limits?.words ?? {}
      const count = subject.words().length
      return count > max && count <= fail ? [about(subject, count, `at most ${max} are usual`)] : []
    },
  },
  {
    id: 'words-too-many',
    severity: 'error',
    find: (subject) => {
      const fail = subject.context.limits?.words?.fail ?? Number.POSITIVE_INFINITY
      const count = subject.words().length
      return count > fail ? [about(subject, count, `more than ${fail} will not be read`)] : []
    },
  },
  {
    id: 'subject-long',
    severity: 'warning',
    find: (subject) => {
      const max = subject.context.limits?.subject?.max ?? Number.POSITIVE_INFINITY
      const length = graphemes(subject.letter.subject ?? '')
      if (length <= max) return []
      return [
        wholePart(
          subject,
          'subject',
          `The subject has ${length} characters; more than ${max} are cut off.`,
        ),
      ]
    },
  },
  {
    id: 'mailto-long',
    severity: 'warning',
    find: (subject) => {
      const { letter, context } = subject
      if ((context.output ?? 'letter') !== 'letter') return []
      const length = mailtoLength(letter.subject ?? '', letter.text)
      if (length <= mailtoLimit) return []
      const message = `As a mailto: link the letter has ${length} characters; mail programs take ${mailtoLimit}. Use the .eml file or the clipboard.`
      return [wholePart(subject, 'text', message)]
    },
  },
]

function about(subject: LintSubject, count: number, usual: string): LintHit {
  return wholePart(subject, 'text', `The letter has ${count} words; ${usual}.`)
}

function graphemes(text: string): number {
  const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })
  return Array.from(segmenter.segment(text)).length
}
