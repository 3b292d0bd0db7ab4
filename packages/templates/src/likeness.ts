/** From this likeness on two notes read as one note sent twice. */
export const alikeFrom = 0.85

/**
 * How alike two texts are, from 0 to 1: of all the runs of three words that either has, the share
 * that both have (Jaccard). Words are compared in lower case; `ignored` words, such as the names of
 * the recipients, are left out. Two texts of fewer than three words are alike when they are equal.
 */
export function likeness(
  one: readonly string[],
  other: readonly string[],
  ignored: readonly string[] = [],
): number {
  const left = shingles(one, ignored)
  const right = shingles(other, ignored)
  const shared = [...left].filter((shingle) => right.has(shingle)).length
  const all = left.size + right.size - shared
  return all === 0 ? 1 : shared / all
}

function shingles(words: readonly string[], ignored: readonly string[]): ReadonlySet<string> {
  const left = new Set(ignored.map((word) => word.toLowerCase()))
  const kept = words.map((word) => word.toLowerCase()).filter((word) => !left.has(word))
  const starts = kept.slice(0, Math.max(1, kept.length - 2))
  return new Set(starts.map((_, index) => kept.slice(index, index + 3).join(' ')))
}
