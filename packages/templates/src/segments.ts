/** The characters of a text as people count them. */
export function graphemes(text: string): readonly string[] {
  return segments(text, 'grapheme', 'en').map(({ segment }) => segment)
}

/** The words of a text of a language, in order. */
export function wordsIn(text: string, language = 'en'): readonly string[] {
  const words = segments(text, 'word', language).filter(({ isWordLike }) => isWordLike)
  return words.map(({ segment }) => segment)
}

function segments(
  text: string,
  granularity: 'grapheme' | 'word',
  language: string,
): readonly Intl.SegmentData[] {
  return Array.from(new Intl.Segmenter(language, { granularity }).segment(text))
}
