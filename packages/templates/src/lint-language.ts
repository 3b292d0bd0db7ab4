import type { LintWords } from './lint-words.ts'
import { phrasePattern, plainApostrophes } from './phrase.ts'

/** The words of a language made ready for any number of letters. */
export interface LintLanguage {
  readonly language: string
  readonly interest: RegExp
  readonly banned: RegExp
  /** What to do instead of a banned phrase that was found. */
  advice(found: string): string
  /** A first line, trimmed, that is an opening without the name it needs. */
  readonly openingAlone: RegExp
  readonly placeholders: RegExp
  /** The words of a text in its own language, in order. */
  words(text: string): readonly string[]
}

/**
 * Makes the words of a language ready for the linter. Words are counted by `Intl.Segmenter`, so
 * that languages without spaces count too; `e-mail` counts as two.
 */
export function createLintLanguage(words: LintWords): LintLanguage {
  const { language, interest, banned, salutations, placeholders } = words
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' })
  const opening = phrasePattern(salutations, 'iu').source
  const advised = banned.map(({ phrase, say }) => ({ pattern: phrasePattern([phrase], 'iu'), say }))
  return {
    language,
    interest: phrasePattern(interest),
    banned: phrasePattern(banned.map(({ phrase }) => phrase)),
    openingAlone: new RegExp(`^${opening}\\s?[,:;!.]?$`, 'iu'),
    placeholders: phrasePattern(placeholders),
    advice: (found) =>
      advised.find(({ pattern }) => pattern.test(plainApostrophes(found)))?.say ?? 'leave it out',
    words: (text) =>
      Array.from(segmenter.segment(text)).flatMap(({ segment, isWordLike }) =>
        isWordLike ? [segment] : [],
      ),
  }
}
