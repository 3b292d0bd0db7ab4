import { paint } from './paint.ts'
import { cut, pad, screenWidth, widthOf } from './screen.ts'

const GAP = '  '
const NARROWEST = 8

/**
 * Rows of plain texts in columns under a heading. Where the terminal is too narrow the widest
 * columns are cut, each as little as it can be, but never the first, which is there to be copied.
 * Without a terminal nothing is cut.
 */
export function table(
  heading: readonly string[],
  rows: readonly (readonly string[])[],
  width: number | undefined = screenWidth(),
): readonly string[] {
  const natural = heading.map((title, column) =>
    Math.max(widthOf(title), ...rows.map((row) => widthOf(row[column] ?? ''))),
  )
  const widths = width === undefined ? natural : squeeze(natural, width)
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => pad(cut(cell, widths[column] ?? 0), widths[column] ?? 0))
      .join(GAP)
      .trimEnd()
  return [paint('dim', line(heading)), ...rows.map(line)]
}

/** Takes from the widest column until all fit, or none can give more. */
function squeeze([first = 0, ...others]: readonly number[], width: number): readonly number[] {
  const widths = [...others]
  const room = width - first - GAP.length * others.length
  while (sum(widths) > room) {
    const widest = Math.max(...widths)
    if (widest <= NARROWEST) break
    widths[widths.lastIndexOf(widest)] = widest - 1
  }
  return [first, ...widths]
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, next) => total + next, 0)
}
