import { graphemes } from './graphemes.ts'

/** Longest encoded-word that RFC 2047 allows. */
const wordLimit = 75
const before = '=?UTF-8?B?'
const after = '?='
// Base64 makes four characters of three bytes.
const byteLimit = Math.floor((wordLimit - before.length - after.length) / 4) * 3
// The first word shares its line with the name of the header.
const firstByteLimit = byteLimit - 6

const utf8 = new TextEncoder()

/** Characters of the longest header line that this package writes, unless one address is longer. */
export const lineLimit = 76

/**
 * `text` as RFC 2047 encoded-words of UTF-8 in Base64. No grapheme is split between two words,
 * except one that is longer than a word can hold; such a one is split between code points.
 */
export function encodeWords(text: string): readonly string[] {
  const words: string[] = []
  let current = ''
  for (const piece of pieces(text)) {
    const limit = words.length === 0 ? firstByteLimit : byteLimit
    const isFull = current !== '' && byteLength(current + piece) > limit
    if (isFull) words.push(encodeWord(current))
    current = isFull ? piece : current + piece
  }
  return [...words, encodeWord(current)]
}

function encodeWord(text: string): string {
  return `${before}${toBase64(utf8.encode(text))}${after}`
}

function pieces(text: string): readonly string[] {
  return graphemes(text).flatMap((grapheme) =>
    byteLength(grapheme) > byteLimit ? Array.from(grapheme) : [grapheme],
  )
}

function byteLength(text: string): number {
  return utf8.encode(text).length
}

function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
}
