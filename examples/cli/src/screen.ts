import stringWidth from 'fast-string-width'
import { wrapAnsi } from 'fast-wrap-ansi'

/** Columns of the terminal; `undefined` where the output is no terminal, and nothing is cut. */
export function screenWidth(): number | undefined {
  return process.stdout.isTTY ? Math.max(40, process.stdout.columns) : undefined
}

/** Breaks a text at spaces, and begins every line after the first with `indent` spaces. */
export function wrap(text: string, indent = 0, width: number | undefined = screenWidth()): string {
  if (width === undefined) return text
  const lines = wrapAnsi(text, Math.max(20, width - indent), { hard: false, trim: true })
  return lines.replaceAll('\n', `\n${' '.repeat(indent)}`)
}

/** How many columns a text takes. */
export function widthOf(text: string): number {
  return stringWidth(text)
}

/** A text in exactly so many columns. */
export function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)))
}

/** A plain text in at most so many columns, with an ellipsis where it was cut. */
export function cut(text: string, width: number): string {
  if (widthOf(text) <= width) return text
  let kept = ''
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (widthOf(kept + segment) > width - 1) break
    kept += segment
  }
  return `${kept.trimEnd()}…`
}
