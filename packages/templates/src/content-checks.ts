import { alikeFrom, likeness } from './likeness.ts'
import { hitsOf, type LintCheck, type LintHit, type LintSubject, wholePart } from './lint-rule.ts'
import { phrasePattern, plainApostrophes } from './phrase.ts'

/** Checks of what a letter says. */
export const contentChecks: readonly LintCheck[] = [
  {
    id: 'detail-missing',
    severity: 'error',
    find: (subject) => {
      const { needs = [], detail } = subject.context
      if (!needs.includes('detail') || mentions(subject, detail ?? '')) return []
      const what = detail ? `"${detail}"` : 'one thing that you talked about'
      return [wholePart(subject, 'text', `The letter does not mention ${what}.`)]
    },
  },
  {
    id: 'interest-missing',
    severity: 'error',
    find: (subject) => {
      const { needs = [], language } = subject.context
      const isFound =
        language && subject.parts.some(({ text }) => text.search(language.interest) !== -1)
      if (!needs.includes('interest') || isFound) return []
      return [
        wholePart(
          subject,
          'text',
          'The letter does not say that you want the job. Add a sentence that does.',
        ),
      ]
    },
  },
  {
    id: 'company-other',
    severity: 'error',
    find: ({ parts, context }) => {
      const { company = '', otherCompanies = [] } = context
      const others = otherCompanies.filter((name) => name.trim() !== '' && name !== company)
      const pattern = phrasePattern(others.map(literal), 'gu')
      return parts.flatMap(({ part, text }) =>
        hitsOf(part, blank(text, company), pattern, (found) => ({
          message: `"${found}" is another employer.`,
        })),
      )
    },
  },
  {
    id: 'recipient-other',
    severity: 'error',
    find: ({ opening, context }) => {
      const { recipient = '', otherNotes = [] } = context
      const own = new Set(nameParts(recipient))
      const others = otherNotes
        .flatMap((note) => nameParts(note.recipient))
        .filter((part) => !own.has(part))
      const hits = hitsOf(
        'text',
        opening.line,
        phrasePattern(others.map(literal), 'gu'),
        (found) => ({
          message: `The letter is for ${recipient || 'somebody else'}, but it greets ${found}.`,
        }),
      )
      return hits.map((hit) => ({
        ...hit,
        start: hit.start + opening.start,
        end: hit.end + opening.start,
      }))
    },
  },
  {
    id: 'notes-alike',
    severity: 'warning',
    find: (subject) => {
      const { otherNotes = [], recipient = '' } = subject.context
      return otherNotes.flatMap((note) => {
        const ignored = [...nameParts(recipient), ...nameParts(note.recipient)]
        const isAlike =
          note.text !== undefined && likenessTo(subject, note.text, ignored) >= alikeFrom
        const message = `This note and the one to ${note.recipient} are nearly the same. Name what you talked about with each.`
        return isAlike ? [wholePart(subject, 'text', message)] : []
      })
    },
  },
  {
    id: 'phrase-banned',
    severity: 'warning',
    find: ({ parts, context: { language } }) =>
      language
        ? parts.flatMap(({ part, text }) =>
            hitsOf(part, text, language.banned, (found) => ({
              message: `"${found}" weakens the letter: ${language.advice(found)}.`,
            })),
          )
        : [],
  },
  {
    id: 'capitals',
    severity: 'warning',
    find: ({ parts, context: { company = '' } }) =>
      parts.flatMap(({ part, text }) => shouts(part, blank(text, company))),
  },
]

// The person may have put the detail into other words, so the stems of half of its words will do.
function mentions({ parts }: LintSubject, detail: string): boolean {
  const text = parts.map((part) => simplify(part.text)).join('\n')
  const wanted = simplify(plainApostrophes(detail))
  if (wanted === '') return false
  const [known, stems] = [new Set(stemsOf(text)), stemsOf(wanted)]
  const found = stems.filter((stem) => known.has(stem))
  return text.includes(wanted) || (stems.length > 0 && found.length * 2 >= stems.length)
}

// Four letters tell words apart and let endings differ.
function stemsOf(text: string): readonly string[] {
  const words = text.split(/[^\p{L}\p{M}\p{N}]+/u)
  return words.filter((word) => word.length >= 4).map((word) => word.slice(0, 4))
}

function simplify(text: string): string {
  return text.toLowerCase().replace(/\s+/gu, ' ').trim()
}

function likenessTo(subject: LintSubject, text: string, ignored: readonly string[]): number {
  const words = subject.context.language?.words(text) ?? splitWords(text)
  return likeness(subject.words(), words, ignored)
}

/** The words of a text of a language that divides them by spaces. */
export function splitWords(text: string): readonly string[] {
  return text.match(/[\p{L}\p{M}\p{N}']+/gu) ?? []
}

function nameParts(name: string): readonly string[] {
  return name.split(/[\s,]+/u).filter((part) => /^\p{L}[\p{L}\p{M}'’-]{2,}$/u.test(part))
}

// A name is itself, not a pattern.
function literal(name: string): string {
  return name.replaceAll('*', '').replaceAll('…', '...')
}

function blank(text: string, company: string): string {
  if (company.trim() === '') return text
  const own = phrasePattern([literal(company)], 'gu')
  return text.replace(own, (found) => '_'.repeat(found.length))
}

function shouts(part: 'subject' | 'text', text: string): readonly LintHit[] {
  const letters = text.match(/\p{L}/gu) ?? []
  const isSubject = part === 'subject' && letters.length >= 8 && /\s/u.test(text.trim())
  if (isSubject && !/\p{Ll}/u.test(text)) {
    return [
      {
        part,
        start: 0,
        end: text.length,
        message: 'The subject is in capitals. Write it as a sentence.',
      },
    ]
  }
  const runs = hitsOf(part, text, /(?<!\p{Lu})\p{Lu}{2,}(?:[^\S\n]+\p{Lu}{2,}){2,}/gu, () => ({
    message: 'Words in capitals read as shouting.',
  }))
  return runs.filter(({ start, end }) => /\p{Lu}{5}/u.test(text.slice(start, end)))
}
