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
export function phrasePattern(phrases: readonly string[]): RegExp {
  return anyOf(phrases.map(phraseSource), 'giu')
}

/** A pattern that finds any of `names` as it is written, in text of the same kind. */
export function namePattern(names: readonly string[]): RegExp {
  return anyOf(names.filter((name) => name.trim() !== '').map(literalSource), 'gu')
}

function anyOf(sources: readonly string[], flags: string): RegExp {
  const source = sources.join('|') || '(?!)'
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`, flags)
}

function phraseSource(phrase: string): string {
  const parts = phrase.split('…').map((part) => literalSource(part).replaceAll('\\*', '\\p{L}*'))
  return parts.join('(?:[^.!?\\n]|\\n(?!\\s*\\n)){0,80}?(?<![\\p{L}\\p{N}])')
}

function literalSource(text: string): string {
  const plain = plainApostrophes(text).trim()
  return plain.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&').replace(/\s+/gu, '\\s+')
}
