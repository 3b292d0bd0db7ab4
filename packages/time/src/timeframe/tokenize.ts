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

/**
 * Splits a text into words, chunks of digits (`15th`, `10–14`, `3/12/2026`, `17h30`) and marks.
 * Apostrophes and hyphens between letters separate words and leave no mark; white space leaves
 * nothing, and of equal marks in a row the first counts. Takes time proportional to the length, whatever the text.
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (isLetter(code)) {
      const end = endOfWord(text, at)
      tokens.push({ kind: 'word', text: foldWord(text.slice(at, end)), start: at, end })
      at = end
    } else if (isDigit(code)) {
      const end = endOfChunk(text, at)
      tokens.push({ kind: 'number', text: chunkText(text, at, end), start: at, end })
      at = end
    } else {
      if (isMark(text, at) && text[at] !== text[at - 1]) tokens.push(mark(text, at))
      at++
    }
  }
  return tokens
}

/** Longer chunks are no date, time or count. */
const longestChunk = 24

const marks = new Set(',;:.?!/()%€$£+#@&–—-…'.split(''))

function chunkText(text: string, start: number, end: number): string {
  return end - start > longestChunk ? '' : text.slice(start, end)
}

function mark(text: string, at: number): Token {
  const char = text.charAt(at)
  return { kind: 'mark', text: char === '—' || char === '-' ? '–' : char, start: at, end: at + 1 }
}

/** A hyphen or a slash that joins two words is no mark. */
function isMark(text: string, at: number): boolean {
  if (!marks.has(text.charAt(at))) return false
  const [before, after] = [text.charCodeAt(at - 1), text.charCodeAt(at + 1)]
  if (text.charAt(at) === '/') return !(isLetter(before) && isLetter(after))
  return !(text.charAt(at) === '-' && isWordPart(before) && isWordPart(after))
}

function isWordPart(code: number): boolean {
  return isLetter(code) || isDigit(code)
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

function isLetter(code: number): boolean {
  if (code < 170) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
  if (code < 192) return code === 170 || code === 186 || code === 181
  if (code === 215 || code === 247) return false
  return (code < 0x2000 || code > 0x303f) && (code < 0xd800 || code > 0xf8ff) && code !== 0xfeff
}

function endOfWord(text: string, start: number): number {
  let at = start + 1
  while (at < text.length && isLetter(text.charCodeAt(at))) at++
  return at
}

/** Digits, single separators between digits, and letters that follow without a space. */
function endOfChunk(text: string, start: number): number {
  let at = start + 1
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (isDigit(code) || isLetter(code)) at++
    else if (isSeparator(code) && isDigit(text.charCodeAt(at + 1))) at += 2
    else break
  }
  return at
}

/** `, - . / : –` */
function isSeparator(code: number): boolean {
  return (code >= 44 && code <= 47) || code === 58 || code === 0x2013
}
