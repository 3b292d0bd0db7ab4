/**
 * Joins `pieces`, in their order, into as few texts as fit. `fits` says whether a text may be the
 * one at an index. A piece that does not fit by itself stands alone.
 */
export function fillUp(
  pieces: readonly string[],
  fits: (text: string, index: number) => boolean,
): readonly string[] {
  const full: string[] = []
  let current = ''
  for (const piece of pieces) {
    const isFull = current !== '' && !fits(current + piece, full.length)
    if (isFull) full.push(current)
    current = isFull ? piece : current + piece
  }
  return [...full, current]
}
