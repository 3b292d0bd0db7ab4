import { fillUp } from './fill-up.ts'
import { graphemes } from './segments.ts'

/** Longest encoded-word that RFC 2047 allows. */
const wordLimit = 75
// The first word shares its line with the name of the header.
const firstWordLimit = 67

/**
 * `text` as RFC 2047 encoded-words of UTF-8 in Base64. No grapheme is split between two words,
 * except one that is longer than a word can hold; such a one is split between code points.
 */
export function encodeWords(text: string): readonly string[] {
  const pieces = graphemes(text).flatMap((grapheme) =>
    encodeWord(grapheme).length > wordLimit ? Array.from(grapheme) : [grapheme],
  )
  const words = fillUp(
    pieces,
    (word, index) => encodeWord(word).length <= (index === 0 ? firstWordLimit : wordLimit),
  )
  return words.map(encodeWord)
}

function encodeWord(text: string): string {
  return `=?UTF-8?B?${btoa(String.fromCharCode(...new TextEncoder().encode(text)))}?=`
}
