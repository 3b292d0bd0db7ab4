import { lintChecks } from './lint.ts'
import type { LintRule } from './lint-rule.ts'

/** What each rule is for. Apart from the checks, so that an app that only lints does not load it. */
const purposes: Readonly<Record<string, string>> = {
  placeholder: 'Something that was to be filled in: {{name}}, [Name], <Company>, TODO, XXX.',
  'salutation-empty': 'An opening without the name that it needs.',
  'subject-missing': 'A letter without a subject.',
  'detail-missing': 'A thank-you that names nothing that was talked about.',
  'interest-missing': 'A letter that never says that the interest is real.',
  'company-other': 'The name of another employer.',
  'recipient-other': 'An opening that greets somebody else of the same round.',
  'notes-alike': 'Two notes of one round that read as one note sent twice; people compare them.',
  'phrase-banned': 'A phrase that weakens a letter.',
  capitals: 'Three words or more in capitals, or a subject in capitals.',
  'words-few': 'Fewer words than the kind asks for.',
  'words-many': 'More words than people read with pleasure.',
  'words-too-many': 'So many words that nobody will read them.',
  'subject-long': 'A subject that lists of mails cut off.',
  'mailto-long': 'A letter that does not fit a mailto: link.',
  character:
    'Control characters, line separators and broken surrogates make a mail unreadable or unsafe.',
  punctuation: 'Doubled punctuation, or a space before a comma or full stop.',
  'double-space': 'Two spaces between words, or spaces at the end of a line.',
  'blank-lines': 'More than one empty line, or an empty line at the start or end.',
}

/** Every rule of the linter, as data. */
export const lintRules: readonly LintRule[] = lintChecks.map((check) => ({
  ...check,
  about: purposes[check.id] ?? '',
}))
