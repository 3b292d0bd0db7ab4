/** The name that a person most likely meant, or `undefined` when none is near. */
export function nearestName(wrong: string, names: readonly string[]): string | undefined {
  const limit = Math.max(1, Math.floor(wrong.length / 3))
  let best: { name: string; distance: number } | undefined
  for (const name of names) {
    if (Math.abs(name.length - wrong.length) > limit) continue
    const distance = editDistance(wrong.toLowerCase(), name.toLowerCase())
    if (distance <= limit && distance < (best?.distance ?? Infinity)) best = { name, distance }
  }
  return best?.name
}

/** ` (did you mean x?)`, or nothing. */
export function didYouMean(wrong: string, names: readonly string[]): string {
  const name = nearestName(wrong, names)
  return name === undefined ? '' : ` (did you mean ${name}?)`
}

/** Levenshtein's distance. */
function editDistance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, at) => at)
  for (let at = 1; at <= left.length; at += 1) {
    const next = [at]
    for (let to = 1; to <= right.length; to += 1) {
      const isSame = left.charAt(at - 1) === right.charAt(to - 1)
      const swap = (row[to - 1] ?? 0) + (isSame ? 0 : 1)
      next.push(Math.min(swap, (row[to] ?? 0) + 1, (next[to - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[right.length] ?? 0
}
