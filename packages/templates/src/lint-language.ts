import type { LintWords } from './lint-words.ts'
import { phrasePattern } from './phrase.ts'
import { wordsIn } from './segments.ts'

/** A phrase that weakens a letter. */
export interface BannedPhrase {
  readonly pattern: RegExp
  /** What to do instead. */
  readonly say: string
}

/** The words of a language made ready for any number of letters. */
export interface LintLanguage {
  readonly language: string
  readonly interest: RegExp
  readonly banned: readonly BannedPhrase[]
  /** A first line, trimmed, that is an opening without the name it needs. */
  readonly openingAlone: RegExp
  readonly placeholders: RegExp
  /** The words of a text in its own language, in order. */
  readonly words: (text: string) => readonly string[]
}

/**
 * Makes the words of a language ready for the linter. Words are counted by `Intl.Segmenter`, so
 * that languages without spaces count too; `e-mail` counts as two.
 */
export function createLintLanguage(words: LintWords): LintLanguage {
  const { language, interest, banned, salutations, placeholders } = words
  return {
    language,
    interest: phrasePattern(interest),
    banned: banned.map(({ phrase, say }) => ({ pattern: phrasePattern([phrase]), say })),
    openingAlone: new RegExp(`^${phrasePattern(salutations).source}\\s?[,:;!.]?$`, 'iu'),
    placeholders: phrasePattern(placeholders),
    words: (text) => wordsIn(text, language),
  }
}
