/** The characters of a text as people count them. */
export function graphemes(text: string): readonly string[] {
  return segments(text, 'grapheme')
}

/** The words of a text of a language, in order. */
export function wordsIn(text: string, language?: string): readonly string[] {
  return segments(text, 'word', language)
}

// Only words are told from what is between them.
function segments(
  text: string,
  granularity: 'grapheme' | 'word',
  language = 'en',
): readonly string[] {
  const found = Array.from(new Intl.Segmenter(language, { granularity }).segment(text))
  return found.flatMap(({ segment, isWordLike = true }) => (isWordLike ? segment : []))
}
