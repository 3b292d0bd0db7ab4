/**
 * The candidates that are written most like `text`, best first: those within a third of its
 * length in edits (insert, delete, replace, case ignored), at most `limit`.
 */
export function nearest(
  text: string,
  candidates: readonly string[],
  limit: number,
): readonly string[] {
  const wanted = text.toLowerCase()
  const most = Math.max(1, Math.floor(wanted.length / 3))
  return candidates
    .map((name) => ({ name, edits: edits(wanted, name.toLowerCase()) }))
    .filter((candidate) => candidate.edits <= most)
    .toSorted((a, b) => a.edits - b.edits || (a.name < b.name ? -1 : 1))
    .slice(0, limit)
    .map((candidate) => candidate.name)
}

function edits(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const replaced = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      row.push(Math.min(replaced, (previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1))
    }
    previous = row
  }
  return previous[b.length] ?? 0
}
