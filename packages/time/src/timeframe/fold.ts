/** Longer words stand in no table. */
const longestWord = 40

/**
 * A word as tables compare it: lower case, without accents, `ß` as `ss`, ligatures spelled out.
 * Empty for words that are too long to be in a table.
 */
export function foldWord(word: string): string {
  if (word.length > longestWord) return ''
  const lower = word.toLowerCase()
  if (isPlain(lower)) return lower
  return lower
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/ß/g, 'ss')
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
}

function isPlain(word: string): boolean {
  for (let at = 0; at < word.length; at++) if (word.charCodeAt(at) > 127) return false
  return true
}
