import { alikeFrom, likeness } from './likeness.ts'
import {
  error,
  hitsOf,
  type LintCheck,
  type LintHit,
  type LintSubject,
  type LintText,
  mask,
  warning,
  whole,
} from './lint-rule.ts'
import { namePattern, plainApostrophes } from './phrase.ts'

/** Checks of what a letter says. */
export const contentChecks: readonly LintCheck[] = [
  error('detail-missing', (subject) => {
    const { needs, detail, body } = subject
    const isMissing = needs?.includes('detail') && !mentions(subject)
    const what = detail ? `"${detail}"` : 'one thing that you talked about'
    return whole(body, isMissing && `The letter does not mention ${what}.`)
  }),
  error('interest-missing', ({ needs, language, parts, body }) => {
    const shown = hitsOf(parts, language?.interest, String)
    const isMissing = needs?.includes('interest') && shown.length === 0
    const message = 'The letter does not say that you want the job. Say so.'
    return whole(body, isMissing && message)
  }),
  error('company-other', ({ parts, company = '', otherCompanies = [] }) =>
    hitsOf(
      mask(parts, namePattern([company])),
      namePattern(otherCompanies),
      (found) => `"${found}" is another employer.`,
    ),
  ),
  error('recipient-other', ({ opening, recipient = '', otherNotes = [] }) =>
    hitsOf(
      mask([opening], namePattern(nameParts(recipient))),
      namePattern(otherNotes.flatMap((note) => nameParts(note.recipient))),
      (found) => `The letter greets ${found}, for whom there is another note.`,
    ),
  ),
  warning('notes-alike', ({ letter, body, recipient = '', otherNotes = [], words }) =>
    otherNotes.flatMap(({ recipient: other, text }) => {
      const names = [...nameParts(recipient), ...nameParts(other)]
      const isAlike =
        text !== undefined && likeness(words(letter.text), words(text), names) >= alikeFrom
      const message = `This note is nearly the one to ${other}. Name what you talked about with each.`
      return whole(body, isAlike && message)
    }),
  ),
  warning('phrase-banned', ({ parts, language }) =>
    (language?.banned ?? []).flatMap(({ pattern, say }) =>
      hitsOf(parts, pattern, (found) => `"${found}" weakens the letter: ${say}.`),
    ),
  ),
  warning('capitals', ({ parts, company = '' }) =>
    mask(parts, namePattern([company])).flatMap(shouts),
  ),
]

// The person may have put the detail into other words, so the stems of half of its words will do.
function mentions({ parts, detail = '' }: LintSubject): boolean {
  const text = parts.map((part) => simplify(part.text)).join('\n')
  const wanted = simplify(plainApostrophes(detail))
  const [known, stems] = [stemsOf(text), stemsOf(wanted)]
  const found = stems.filter((stem) => known.includes(stem))
  const isNear = stems.length > 0 && found.length * 2 >= stems.length
  return wanted !== '' && (isNear || text.includes(wanted))
}

// Four letters tell words apart and let endings differ.
function stemsOf(text: string): readonly string[] {
  return text.match(/(?<![\p{L}\p{M}\p{N}])[\p{L}\p{M}\p{N}]{4}/gu) ?? []
}

function simplify(text: string): string {
  return text.toLowerCase().replace(/\s+/gu, ' ').trim()
}

function nameParts(name: string): readonly string[] {
  return name.split(/[\s,]+/u).filter((part) => /^\p{L}[\p{L}\p{M}'’-]{2,}$/u.test(part))
}

// Eight letters, two words and nothing in small letters.
const capitalSentence = /^(?=(?:\P{L}*\p{L}){8})(?=.*\S\s+\S)(?!.*\p{Ll})/su

function shouts(part: LintText): readonly LintHit[] {
  const { text } = part
  const message = 'Words in capitals read as shouting.'
  if (part.part === 'subject' && capitalSentence.test(text)) return whole(part, message)
  const runs = hitsOf([part], /(?<!\p{Lu})\p{Lu}{2,}(?:[^\S\n]+\p{Lu}{2,}){2,}/gu, () => message)
  return runs.filter(({ range: { start, end } }) => /\p{Lu}{5}/u.test(text.slice(start, end)))
}
