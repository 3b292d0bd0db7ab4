import {
  createLintLanguage,
  lint,
  type LintContext,
  type LintLanguage,
  type LintLetter,
} from '@afterview/templates'
import { isAfterviewError } from '@afterview/time'
import { ownBook, type OwnLetter, ownPack, sampleOf, write } from './letters/own-letters.ts'

type View = Readonly<Record<string, unknown>>

/** A letter, the facts that it was made of, and what the linter is told. */
interface Subject {
  readonly letter: OwnLetter
  readonly view: View
  readonly text: LintLetter
  readonly context: LintContext
  readonly language: LintLanguage
}

/** One way to spoil a letter, and the rules of which one must notice. */
export interface Mutation {
  readonly title: string
  readonly rules: readonly string[]
  /** What the linter finds then, or `undefined` where the letter cannot be spoiled in this way. */
  readonly spoil: (subject: Subject) => readonly string[] | undefined
}

/** What every spoiled letter of a kind was caught by. */
export function catchesOf(letter: OwnLetter, { spoil }: Mutation): readonly string[] | undefined {
  const view = sampleOf(letter)
  const language = languages.get(letter.locale.split('-')[0] ?? '')
  if (!language) throw new Error(`no words for ${letter.locale}`)
  const context = ownBook.lintContext(letter, view)
  return spoil({ letter, view, text: textOf(letter, view), context, language })
}

const languages = new Map(
  Object.entries(ownPack.words).map(([name, words]) => [name, createLintLanguage(words)]),
)

function textOf(letter: OwnLetter, view: View): LintLetter {
  const { subject, text } = write(letter, view)
  return subject === '' ? { text } : { subject, text }
}

function rulesOf(text: LintLetter, context: LintContext): readonly string[] {
  return lint(text, context).map(({ rule }) => rule)
}

const edit =
  (change: (text: string, subject: Subject) => string): Mutation['spoil'] =>
  (subject) => {
    const text = change(subject.text.text, subject)
    return text === subject.text.text
      ? undefined
      : rulesOf({ ...subject.text, text }, subject.context)
  }

const isLetter = ({ letter }: Subject): boolean => letter.contract.output === 'letter'

// The words of a greeting that are no names.
const greetings =
  /^(?:dear|hello|hi|beste|geachte|hallo|dag|guten tag|liebe[rs]?|sehr geehrte[rs]?|bonjour|chère?|madame|monsieur|estimad[oa]|hola,?|querid[oa]|buenos días,?|frau|herr|heer|mevrouw|mr|ms|mx|dr)(?:\s|$)/iu

function greetingOf(line: string): string {
  const [found = ''] = greetings.exec(line) ?? []
  return found === '' ? '' : found + greetingOf(line.slice(found.length))
}

function withoutName(text: string): string {
  const [line = '', ...rest] = text.split('\n')
  const mark = /[,:!]$/u.exec(line)?.[0] ?? ''
  const greeting = greetingOf(line).trimEnd()
  return greeting === '' || mark === '' ? text : [`${greeting} ${mark}`, ...rest].join('\n')
}

function sentencesOf(text: string): readonly string[] {
  return text.split(/(?<=[.!?])\s+|\n+/u)
}

function companyOf({ context }: Subject): string {
  return context.company ?? ''
}

function refusalOf(letter: OwnLetter, view: View): readonly string[] {
  try {
    write(letter, view)
    return []
  } catch (error) {
    return isAfterviewError(error) ? [error.code] : []
  }
}

function replaceIn(text: LintLetter, from: string, to: string): LintLetter {
  const swapped = { ...text, text: text.text.replaceAll(from, to) }
  return text.subject === undefined
    ? swapped
    : { ...swapped, subject: text.subject.replaceAll(from, to) }
}

/** Every way in which the letters are spoiled. */
export const mutations: readonly Mutation[] = [
  {
    title: 'detail left out',
    rules: ['detail-missing'],
    spoil: ({ letter, view, context }) => {
      const { detail, ...rest } = view
      const { detail: _, ...told } = context
      const isNeeded = letter.contract.needs?.includes('detail') === true && detail !== undefined
      return isNeeded ? rulesOf(textOf(letter, rest), told) : undefined
    },
  },
  {
    title: 'interest left out',
    rules: ['interest-missing'],
    spoil: (subject) => {
      const { language, context, text } = subject
      if (!context.needs?.includes('interest')) return undefined
      const kept = sentencesOf(text.text).filter(
        (sentence) => sentence.replaceAll('’', "'").search(language.interest) === -1,
      )
      const title = text.subject === undefined ? {} : { subject: 'x' }
      return rulesOf({ ...title, text: kept.join('\n') }, context)
    },
  },
  {
    title: 'name of the greeting lost',
    rules: ['salutation-empty'],
    spoil: (subject) => ('salutation' in subject.view ? edit(withoutName)(subject) : undefined),
  },
  {
    title: 'name printed as null',
    rules: ['placeholder'],
    spoil: (subject) =>
      'salutation' in subject.view
        ? edit((text) => withoutName(text).replace(/ ([,:!])\n/u, ' null$1\n'))(subject)
        : undefined,
  },
  {
    title: 'signature empty',
    rules: ['view-invalid'],
    spoil: ({ letter, view }) =>
      'candidate' in view ? refusalOf(letter, { ...view, candidate: { name: '' } }) : undefined,
  },
  {
    title: 'somebody else greeted',
    rules: ['recipient-other'],
    spoil: ({ view, text, context }) => {
      if (!('salutation' in view)) return undefined
      const others = { recipient: 'Quinn Abara', otherNotes: [{ recipient: greetedIn(text.text) }] }
      return rulesOf(text, { ...context, ...others })
    },
  },
  {
    title: 'placeholder left',
    rules: ['placeholder'],
    spoil: (subject) =>
      edit((text) => text.replace(/(\p{Ll}+) (\p{Ll}+)/u, '$1 [Name] $2'))(subject),
  },
  {
    title: 'tag left',
    rules: ['placeholder'],
    spoil: (subject) =>
      edit((text) => text.replace(/(\p{Ll}+) (\p{Ll}+)/u, '$1 {{role}} $2'))(subject),
  },
  {
    title: 'employer swapped',
    rules: ['company-other'],
    spoil: (subject) => {
      const company = companyOf(subject)
      const swapped = replaceIn(subject.text, company, 'Contoso')
      const isNamed = company !== '' && JSON.stringify(swapped) !== JSON.stringify(subject.text)
      return isNamed
        ? rulesOf(swapped, { ...subject.context, otherCompanies: ['Contoso'] })
        : undefined
    },
  },
  {
    title: 'text three times',
    rules: ['words-many', 'words-too-many'],
    spoil: edit((text) => [text, text, text].join('\n\n')),
  },
  {
    title: 'one sentence left',
    rules: ['words-few'],
    spoil: edit((text) => sentencesOf(text).at(-1) ?? ''),
  },
  {
    title: 'far too long for a link',
    rules: ['mailto-long'],
    spoil: (subject) => (isLetter(subject) ? edit((text) => text.repeat(4))(subject) : undefined),
  },
  {
    title: 'subject lost',
    rules: ['subject-missing'],
    spoil: (subject) => {
      const { text } = subject.text
      return isLetter(subject) ? rulesOf({ text, subject: '' }, subject.context) : undefined
    },
  },
  {
    title: 'subject far too long',
    rules: ['subject-long'],
    spoil: ({ text, context }) =>
      text.subject === undefined
        ? undefined
        : rulesOf({ ...text, subject: `${text.subject} `.repeat(60) }, context),
  },
  {
    title: 'weak phrase',
    rules: ['phrase-banned'],
    spoil: (subject) => {
      const [weak] = ownPack.words[subject.language.language]?.banned ?? []
      const phrase = weak?.phrase.replaceAll('*', '').replaceAll(' … ', ' ') ?? ''
      return edit((text) => `${text}\n\n${phrase}.`)(subject)
    },
  },
  {
    title: 'shouted',
    rules: ['capitals'],
    spoil: edit((text) => {
      const [longest = ''] = sentencesOf(text).toSorted((one, other) => other.length - one.length)
      return text.replace(longest, longest.toUpperCase())
    }),
  },
  {
    title: 'name that ends in a stop',
    rules: ['punctuation'],
    spoil: edit((text) => text.replace(/(?<=\p{Ll})\.(?=\s|$)/u, '..')),
  },
  {
    title: 'double space',
    rules: ['double-space'],
    spoil: edit((text) => text.replace(/(?<=\p{L}) (?=\p{L})/u, '  ')),
  },
  {
    title: 'empty paragraph',
    rules: ['blank-lines'],
    spoil: edit((text) => text.replace('\n\n', '\n\n\n\n')),
  },
  {
    title: 'control character',
    rules: ['character'],
    spoil: edit((text) => text.replace(' ', ' \u0007')),
  },
  {
    title: 'same note to two people',
    rules: ['notes-alike'],
    spoil: (subject) => {
      if (!subject.context.needs?.includes('detail')) return undefined
      const [, ...rest] = subject.text.text.split('\n')
      const other = { recipient: 'Quinn Abara', text: ['Quinn Abara,', ...rest].join('\n') }
      const recipient = greetedIn(subject.text.text)
      return rulesOf(subject.text, { ...subject.context, recipient, otherNotes: [other] })
    },
  },
]

function greetedIn(text: string): string {
  const [line = ''] = text.split('\n')
  return line.slice(greetingOf(line).length).replace(/[,:!]$/u, '')
}
