/**
 * `text` with typographic apostrophes and spaces as plain ones, character for character, so that
 * offsets stay true.
 */
export function plainApostrophes(text: string): string {
  return text.replace(/[\u{2018}\u{2019}\u{02bc}]/gu, "'").replace(/[\u{a0}\u{202f}]/gu, ' ')
}

/**
 * A pattern that finds any of `phrases` as whole words, without regard to case, in text that went
 * through {@link plainApostrophes}. `*` is any ending of a word, `…` a gap of up to 80 characters
 * in the same sentence. With no phrases it finds nothing.
 */
export function phrasePattern(phrases: readonly string[], flags = 'giu'): RegExp {
  const sources = phrases.map(phraseSource)
  return new RegExp(sources.length > 0 ? wholeWords(sources.join('|')) : '(?!)', flags)
}

function wholeWords(source: string): string {
  return `(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`
}

function phraseSource(phrase: string): string {
  const parts = plainApostrophes(phrase)
    .trim()
    .split(/\s*…\s*/u)
  return parts.map(partSource).join('(?:[^.!?\\n]|\\n(?!\\s*\\n)){0,80}?(?<![\\p{L}\\p{N}])')
}

function partSource(part: string): string {
  const words = part.split(/\s+/u).map((word) => escapePattern(word).replaceAll('\\*', '\\p{L}*'))
  return words.join('\\s+')
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&')
}
