import { foldWord } from './fold.ts'

/** A word, a chunk that begins with a digit, or a mark of punctuation. */
export interface Token {
  readonly kind: 'word' | 'number' | 'mark'
  /** Words are folded (see {@link foldWord}); chunks and marks are as written. */
  readonly text: string
  /** Offset of the first UTF-16 unit. */
  readonly start: number
  /** Offset after the last. */
  readonly end: number
}

/** Latin and all other scripts with their accents, but no general punctuation, no symbols and no emoji. */
const letter = 'A-Za-zªµºÀ-ÖØ-öø-\u1fff\u3040-\ud7ff\uf900-\ufefe\uff00-\uffff'

/** Words; digits with single separators between and letters behind; marks, unless they join two words. */
const shape = new RegExp(
  `([${letter}]+)|(\\d(?:[\\d${letter}]|[,-/:–](?=\\d))*)|(?!(?<=[\\d${letter}])-[\\d${letter}]|(?<=[${letter}])/[${letter}])([,;:.?!/()%€$£+#@&–—…-])\\3*`,
  'g',
)

/** Longer chunks are no date, time or count. */
const longestChunk = 24

/**
 * Splits a text into words, chunks of digits (`15th`, `10–14`, `3/12/2026`, `17h30`) and marks.
 * Apostrophes and hyphens between letters separate words and leave no mark; white space leaves
 * nothing, and of equal marks in a row the first counts. Takes time proportional to the length, whatever the text.
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  for (const { 0: all, 1: word, 2: chunk, index: start } of text.matchAll(shape)) {
    const end = start + all.length
    if (word) tokens.push({ kind: 'word', text: foldWord(word), start, end })
    else if (chunk)
      tokens.push({ kind: 'number', text: chunk.length > longestChunk ? '' : chunk, start, end })
    else
      tokens.push({
        kind: 'mark',
        text: /[—-]/.test(all) ? '–' : all.charAt(0),
        start,
        end: start + 1,
      })
  }
  return tokens
}
