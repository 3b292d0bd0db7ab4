/**
 * The word that was probably meant: one that begins with what was typed, or else differs from it in
 * the fewest letters, at most a third of them. `undefined` where nothing is near.
 */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const typed = word.toLowerCase()
  const [longer, ...others] = known.filter((candidate) => candidate.toLowerCase().startsWith(typed))
  if (longer !== undefined && others.length === 0 && typed.length > 1) return longer
  const [best] = known
    .map((candidate) => ({ candidate, steps: distance(typed, candidate.toLowerCase()) }))
    .toSorted((left, right) => left.steps - right.steps)
  const limit = Math.max(1, Math.floor(typed.length / 3))
  return best !== undefined && best.steps <= limit ? best.candidate : undefined
}

/** How many letters to add, drop, replace or swap with their neighbour. */
function distance(left: string, right: string): number {
  let before: readonly number[] = []
  let last: readonly number[] = Array.from({ length: right.length + 1 }, (_, index) => index)
  for (let row = 1; row <= left.length; row += 1) {
    const next = [row]
    for (let column = 1; column <= right.length; column += 1) {
      const same = left[row - 1] === right[column - 1] ? 0 : 1
      const steps = [
        cell(last, column) + 1,
        cell(next, column - 1) + 1,
        cell(last, column - 1) + same,
      ]
      if (left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1])
        steps.push(cell(before, column - 2) + 1)
      next.push(Math.min(...steps))
    }
    before = last
    last = next
  }
  return cell(last, right.length)
}

function cell(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY
}
