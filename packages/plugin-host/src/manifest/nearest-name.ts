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

/** Damerau and Levenshtein's distance: insert, delete, replace, or swap two neighbours. */
function editDistance(left: string, right: string): number {
  let before: readonly number[] = []
  let row: readonly number[] = Array.from({ length: right.length + 1 }, (_, at) => at)
  for (let at = 1; at <= left.length; at += 1) {
    const next = nextRow(left, right, at, row, before)
    before = row
    row = next
  }
  return row[right.length] ?? 0
}

function nextRow(
  left: string,
  right: string,
  at: number,
  row: readonly number[],
  before: readonly number[],
): readonly number[] {
  const next = [at]
  for (let to = 1; to <= right.length; to += 1) {
    const cost = left.charAt(at - 1) === right.charAt(to - 1) ? 0 : 1
    const replaced = (row[to - 1] ?? 0) + cost
    const swapped = isSwap(left, right, at, to) ? (before[to - 2] ?? 0) + 1 : replaced
    next.push(Math.min(replaced, swapped, (row[to] ?? 0) + 1, (next[to - 1] ?? 0) + 1))
  }
  return next
}

function isSwap(left: string, right: string, at: number, to: number): boolean {
  if (at < 2 || to < 2) return false
  return (
    left.charAt(at - 1) === right.charAt(to - 2) && left.charAt(at - 2) === right.charAt(to - 1)
  )
}
